package org.practiceplaybook.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/** As a form has it while somebody writes: raw HTML is shown as the text that it is, code without colours. */
final class PlainFinish implements Finish {
    private static final Pattern ANCHOR =
            Pattern.compile("\\s(?:id|name)\\s*=\\s*[\"']?([^\\s\"'>]+)", Pattern.CASE_INSENSITIVE);

    @Override
    public String code(String code, String language) {
        return Escape.text(code);
    }

    @Override
    public void raw(RawTags raw, String html, int start, int end, StringBuilder out) {
        raw.write(html, start, end, new StringBuilder());
        if (!html.startsWith("<!--") || !html.contains("-->")) {
            out.append("<code class=\"raw\">").append(Escape.text(html)).append("</code>");
        }
    }

    @Override
    public RawMarkup read(SourceFile file, int start, BodyWriter writer) {
        return new Shown(writer);
    }

    @Override
    public void signs(SourceFile file, String plain, int start, List<Diagnostic> found) {
        // the build tells
    }

    @Override
    public void definitions(SourceFile file, int start, Node document, List<Diagnostic> found) {
        // the build tells
    }

    /** What can be told of it without a parser of HTML: what a link may lead to. */
    private record Shown(BodyWriter writer) implements RawMarkup {
        @Override
        public List<Part> parts(String marked) {
            return Markdown.cut(marked, writer.headings());
        }

        @Override
        public List<Heading> headings() {
            return writer.headings();
        }

        @Override
        public Set<String> anchors() {
            Set<String> anchors = new LinkedHashSet<>();
            for (RawTags.Piece piece : writer.raw().pieces()) {
                Matcher matcher = ANCHOR.matcher(piece.html());
                while (matcher.find()) {
                    anchors.add(matcher.group(1));
                }
            }
            return anchors;
        }

        @Override
        public List<Diagnostic> diagnostics() {
            return List.of();
        }
    }
}
