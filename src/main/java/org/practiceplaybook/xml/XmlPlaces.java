package org.practiceplaybook.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.xml.sax.Locator;

/** Where a parser is in a text: it knows no more than the line and column that it has read up to. */
final class XmlPlaces {
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=<>/\"']+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

    private final SourceFile file;
    private final List<Integer> lines = new ArrayList<>(List.of(0));
    private int tag;
    private int tagEnd;

    /** Places in a text whose lines end in line feeds alone. */
    XmlPlaces(SourceFile file) {
        this.file = file;
        for (int at = file.text().indexOf('\n'); at >= 0; at = file.text().indexOf('\n', at + 1)) {
            lines.add(at + 1);
        }
    }

    /** To be called when a tag was read. */
    void atTag(Locator locator) {
        tagEnd = offset(locator.getLineNumber(), locator.getColumnNumber());
        tag = Math.max(0, file.text().lastIndexOf('<', tagEnd - 1));
    }

    /** The tag's name. */
    Span tag() {
        int end = tag;
        while (end < tagEnd && " \t\n/>".indexOf(file.text().charAt(end)) < 0) {
            end++;
        }
        return new Span(tag, Math.max(tag, end));
    }

    /** An attribute of the tag: its name and value on one line, else its name. */
    Span attribute(String name) {
        int from = tag().end();
        Matcher matcher = ATTRIBUTE.matcher(file.text()).region(from, Math.max(from, tagEnd));
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                boolean oneLine = matcher.group().indexOf('\n') < 0;
                return new Span(matcher.start(), oneLine ? matcher.end() : matcher.end(1));
            }
        }
        return tag(); // a declaration at the head of the file added it
    }

    /** The words as they stand in what the tag opened, else the tag. */
    Span within(String words) {
        int at = words.isBlank() ? -1 : file.text().indexOf(words, tagEnd);
        int end = words.indexOf('\n') < 0 ? words.length() : words.indexOf('\n');
        return at < 0 ? tag() : new Span(at, at + end);
    }

    /** The letter before a place that a parser tells of. */
    Span before(int line, int column) {
        int end = offset(line, column);
        return new Span(Math.max(0, end - 1), end);
    }

    private int offset(int line, int column) {
        if (line < 1 || line > lines.size()) {
            return 0;
        }
        return Math.max(0, Math.min(file.text().length(), lines.get(line - 1) + column - 1));
    }
}
