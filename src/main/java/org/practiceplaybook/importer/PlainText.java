package org.practiceplaybook.importer;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.Part;
import org.practiceplaybook.source.SourceFile;

/** Words without markup. */
final class PlainText {
    private PlainText() {}

    /** The words of a piece of Markdown on one line. */
    static String words(String text, Markdown markdown) {
        Body body = markdown.read(new SourceFile("", text), 0);
        String title = body.title().map(heading -> heading.text() + " ").orElse("");
        return (title + body.parts().stream().map(Part::text).collect(Collectors.joining(" ")))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The first sentences that fit, or where the first is too long the words that fit. */
    static String start(String words, int longest) {
        if (words.codePointCount(0, words.length()) <= longest) {
            return words;
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(words);
        int end = 0;
        for (int next = sentences.next(); next != BreakIterator.DONE && next <= longest; next = sentences.next()) {
            end = next;
        }
        if (end > 0) {
            return words.substring(0, end).strip();
        }
        int blank = words.lastIndexOf(' ', longest - 1);
        int cut = blank > longest / 2
                ? blank
                : words.offsetByCodePoints(0, Math.min(longest - 1, words.codePointCount(0, words.length())));
        return words.substring(0, cut).strip() + "…";
    }

    /** Plain text as Markdown that shows it letter by letter. */
    static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1");
    }
}
