package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What must be true of any page, whatever a contributor wrote: nothing in it can act, ask elsewhere or break out. */
final class Harmless {
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "input",
            "button",
            "textarea",
            "select",
            "option",
            "link",
            "meta",
            "base",
            "svg",
            "math",
            "template",
            "noscript",
            "audio",
            "video",
            "source",
            "portal",
            "dialog",
            "title",
            "xmp",
            "plaintext",
            "noembed",
            "noframes");
    private static final Set<String> ADDRESSES = Set.of("href", "src");
    private static final Set<String> NEVER_ATTRIBUTES = Set.of(
            "style",
            "srcdoc",
            "srcset",
            "formaction",
            "action",
            "xlink:href",
            "background",
            "poster",
            "data",
            "ping",
            "http-equiv",
            "nonce",
            "is",
            "slot",
            "target",
            "name",
            "autofocus",
            "contenteditable",
            "popover");

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):");

    private Harmless() {}

    static void check(String html, String source) {
        Document page = Jsoup.parse("<!doctype html><html><body><main id=\"outer\"><div id=\"text\">" + html
                + "</div></main><footer id=\"after\"></footer></body></html>");
        for (Element element : page.body().select("#text *")) {
            String where = element.outerHtml() + " of " + shown(source);
            assertThat(element.normalName()).as(where).isNotIn(NEVER);
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(name).as(where).doesNotStartWith("on").isNotIn(NEVER_ATTRIBUTES);
                if (ADDRESSES.contains(name)) {
                    address(attribute.getValue(), where);
                }
            }
        }
        assertThat(page.select("main#outer > div#text")).as(shown(source)).hasSize(1);
        assertThat(page.select("body > footer#after"))
                .as("nothing ends the page's own elements: " + shown(source))
                .hasSize(1);
        assertThat(page.select("main#outer").first().siblingElements())
                .as(shown(source))
                .hasSize(1);
        assertThat(html.chars().noneMatch(c -> Mark.isMark((char) c)))
                .as("no mark is left: " + shown(source))
                .isTrue();
    }

    private static void address(String value, String where) {
        String seen = value.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
        Matcher scheme = SCHEME.matcher(seen);
        if (scheme.lookingAt()) {
            assertThat(scheme.group(1)).as(where).isIn("http", "https", "mailto", "tel");
        }
    }

    private static String shown(String source) {
        return source.length() > 2_000 ? source.substring(0, 2_000) + "…" : source;
    }
}
