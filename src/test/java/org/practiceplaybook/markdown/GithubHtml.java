package org.practiceplaybook.markdown;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** HTML of the playbook and of GitHub without what is written differently on purpose, so that the rest can be compared. */
final class GithubHtml {
    /** A first heading would be the page's title, and several of the first level move all down. */
    private static final String BEFORE = "Before\n\n# Top\n\n# Next\n\n";

    private static final String BLOCKS =
            "(?:p|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|h[1-6]|hr|pre|section|br)";

    private GithubHtml() {}

    /** A text as GitHub's program is to read it. */
    static String text(String markdown) {
        return BEFORE + markdown;
    }

    /** A text as the playbook shows it. */
    static String ours(String markdown) {
        Document page = Jsoup.parseBodyFragment(Rendered.html(text(markdown)));
        page.select("h1, h2, h3, h4, h5, h6").removeAttr("id");
        page.select("[data-line]").removeAttr("data-line");
        page.select("[dir]").removeAttr("dir");
        page.select("pre").removeAttr("tabindex");
        page.select("pre code span").unwrap();
        page.select("div.table").unwrap();
        page.select("thead td").tagName("th");
        page.select("th").removeAttr("scope");
        for (String side : List.of("center", "right")) {
            page.select("td." + side + ", th." + side).attr("align", side).removeAttr("class");
        }
        page.select("span.task.done").forEach(box -> box.replaceWith(new TextNode("☑")));
        page.select("span.task").forEach(box -> box.replaceWith(new TextNode("☐")));
        page.select("ul.tasks").removeAttr("class");
        page.select("img").removeAttr("loading").removeAttr("decoding");
        page.select("sup.footnote").forEach(note -> note.replaceWith(new TextNode("⟨" + note.text() + "⟩")));
        page.select("a.back").remove();
        page.select("section.footnotes").removeAttr("aria-label");
        page.select("section.footnotes li").removeAttr("id");
        return lines(page);
    }

    /** What GitHub's program made of a text. */
    static String theirs(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        for (int level = 5; level > 0; level--) {
            page.select("h" + level).tagName("h" + (level + 1));
        }
        page.select("[align=left]").removeAttr("align");
        page.select("input[checked]").forEach(box -> box.replaceWith(new TextNode("☑")));
        page.select("input").forEach(box -> box.replaceWith(new TextNode("☐")));
        page.select("sup.footnote-ref").forEach(note -> note.replaceWith(new TextNode("⟨" + note.text() + "⟩")));
        page.select("a.footnote-backref").remove();
        page.select("section.footnotes").removeAttr("data-footnotes");
        page.select("section.footnotes li").removeAttr("id");
        return lines(page);
    }

    private static String lines(Document page) {
        page.outputSettings().prettyPrint(false);
        for (Element element : page.select("[href]")) {
            element.attr("href", element.attr("href").replace("%22", "\""));
        }
        return page.body()
                .html()
                .replaceAll("[“”]", "&quot;")
                .replace("\"", "&quot;")
                .replaceAll("[‘’]", "'")
                .replace("–", "--")
                .replace("—", "---")
                .replace("…", "...")
                .replaceAll("[ \t]+(?=\n)", "")
                .replaceAll("\\s*(</?" + BLOCKS + "\\b[^>]*>)\\s*", "\n$1\n")
                .replaceAll("\n+", "\n")
                .strip();
    }
}
