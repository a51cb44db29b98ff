package org.practiceplaybook.markdown;

import java.util.List;
import java.util.Set;
import org.practiceplaybook.source.Diagnostic;

/** A text that has raw HTML, looked at as a whole. */
interface RawMarkup {
    /** The parts of a text of HTML with marks. To be asked first. */
    List<Part> parts(String marked);

    List<Heading> headings();

    /** Anchors besides those of headings. */
    Set<String> anchors();

    List<Diagnostic> diagnostics();
}
