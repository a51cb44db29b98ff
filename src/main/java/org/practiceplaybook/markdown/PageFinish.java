package org.practiceplaybook.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/** As a page of the site has it: raw HTML by an allow-list, code in colours. */
final class PageFinish implements Finish {
    @Override
    public String code(String code, String language) {
        return Highlighter.html(code, language);
    }

    @Override
    public void raw(RawTags raw, String html, int start, int end, StringBuilder out) {
        raw.write(html, start, end, out);
    }

    @Override
    public RawMarkup read(SourceFile file, int start, BodyWriter writer) {
        return new RawHtml(file, start, writer);
    }

    @Override
    public void signs(SourceFile file, String plain, int start, List<Diagnostic> found) {
        ForeignSigns.tell(file, plain, start, found);
    }

    @Override
    public void definitions(SourceFile file, int start, Node document, List<Diagnostic> found) {
        found.addAll(Definitions.diagnostics(file, start, document));
    }
}
