package org.practiceplaybook.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.Set;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/** What takes a parser of HTML, lexers of programming languages or long tables: the build has them, a browser goes without. */
interface Finish {
    /** Code as HTML. */
    String code(String code, String language);

    /**
     * Puts in what is shown where raw HTML stands in a text.
     *
     * @param raw keeps it in mind
     * @param start where it begins in the text
     * @param end where it ends there
     */
    void raw(RawTags raw, String html, int start, int end, StringBuilder out);

    /** Looks at a text that has raw HTML. */
    RawMarkup read(SourceFile file, int start, BodyWriter writer);

    /** Tells of {@link ForeignSigns} in plain text that begins at an offset of its file. */
    void signs(SourceFile file, String plain, int start, List<Diagnostic> found);

    /** Tells of {@link Definitions} in a parsed text that begins at an offset of its file. */
    void definitions(SourceFile file, int start, Node document, List<Diagnostic> found);

    /** A text that has raw HTML, looked at as a whole. */
    interface RawMarkup {
        /** The parts of a text of HTML with marks. To be asked first. */
        List<Part> parts(String marked);

        List<Heading> headings();

        /** Anchors besides those of headings. */
        Set<String> anchors();

        List<Diagnostic> diagnostics();
    }
}
