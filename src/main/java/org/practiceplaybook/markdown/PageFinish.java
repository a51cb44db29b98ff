package org.practiceplaybook.markdown;

import org.practiceplaybook.source.SourceFile;

/** As a page of the site has it: raw HTML by an allow-list, code in colours. */
final class PageFinish implements Finish {
    @Override
    public String code(String code, String language) {
        return Highlighter.html(code, language);
    }

    @Override
    public String raw(RawSnippet snippet) {
        return RawSnippet.withoutMarks(snippet.html());
    }

    @Override
    public RawMarkup read(SourceFile file, int start, BodyWriter writer) {
        return new RawHtml(file, start, writer);
    }
}
