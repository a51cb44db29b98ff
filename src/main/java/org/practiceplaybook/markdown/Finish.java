package org.practiceplaybook.markdown;

import org.practiceplaybook.source.SourceFile;

/** What takes a parser of HTML or lexers of programming languages: the build has them, a browser goes without. */
interface Finish {
    /** Code as HTML. */
    String code(String code, String language);

    /** What is put into the text where raw HTML stands in it. */
    String raw(RawSnippet snippet);

    /** Looks at a text that has raw HTML. */
    RawMarkup read(SourceFile file, int start, BodyWriter writer);
}
