package org.practiceplaybook.markdown;

import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.practiceplaybook.markdown.parser.SpecInlineParser;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** Finds notes and addresses of links that are written twice under one name, and notes that nothing names. */
final class Definitions {
    private final SourceFile file;
    private final int shift;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<FootnoteBlock> cited = new HashSet<>();
    private final List<FootnoteBlock> notes = new ArrayList<>();

    private Definitions(SourceFile file, int shift) {
        this.file = file;
        this.shift = shift;
    }

    /**
     * What is found in a parsed text.
     *
     * @param shift where the text begins in its file, in UTF-16 code units
     */
    static List<Diagnostic> diagnostics(SourceFile file, int shift, Node document) {
        Definitions definitions = new Definitions(file, shift);
        definitions.walk(document);
        definitions.notes.stream()
                .filter(note -> !definitions.cited.contains(note))
                .forEach(definitions::alone);
        return definitions.found;
    }

    private void walk(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Footnote footnote) {
                cited.add(footnote.getFootnoteBlock());
            } else if (node instanceof FootnoteBlock note) {
                if (names.add("^" + SpecInlineParser.key(note.getText()))) {
                    notes.add(note);
                } else {
                    twice(note.getText(), "a footnote", "^");
                }
            } else if (node instanceof Reference reference
                    && !names.add(SpecInlineParser.key(reference.getReference()))) {
                twice(reference.getReference(), "an address", "");
            }
            walk(node);
        }
    }

    private void twice(BasedSequence name, String what, String sign) {
        report(
                RuleCode.NAMED_TWICE,
                name,
                "there is " + what + " of the name \"" + name + "\" already, above",
                "the first of them wherever it is named, and nothing of this one",
                "give it another name, such as [" + sign + name + "-2], here and where it is meant, or take it out");
    }

    private void alone(FootnoteBlock note) {
        report(
                RuleCode.FOOTNOTE_ALONE,
                note.getText(),
                "nothing names the footnote \"" + note.getText() + "\"",
                "it at the end of the text; who looks at the change on GitHub, nothing of it",
                "write [^" + note.getText() + "] behind the words that it explains, or take it out");
    }

    private void report(RuleCode rule, BasedSequence name, String message, String effect, String remedy) {
        Span place = new Span(shift + name.getStartOffset(), shift + name.getEndOffset());
        found.add(Diagnostic.of(rule, file.at(place), message).effect(effect).remedy(remedy));
    }
}
