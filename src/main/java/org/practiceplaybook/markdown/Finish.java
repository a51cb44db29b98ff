package org.practiceplaybook.markdown;

import org.practiceplaybook.source.SourceFile;

/** What takes a parser of HTML or lexers of programming languages: the build has them, a browser goes without. */
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
}
