package org.practiceplaybook.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Agenda;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.ImageSize;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.markdown.Filler;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.markdown.Surroundings;

/**
 * Puts the text of an entry into a page: where links lead from there, and which words the glossary explains, each where it
 * is used first. One object for one entry on one page.
 */
public final class TextRenderer implements Surroundings {
    private static final Pattern ESCAPE = Pattern.compile("[&<>\"]");

    private final Site site;
    private final String from;
    private final String root;
    private final UnaryOperator<String> way;
    private final List<LinkEnd> ends;
    private final Filler filler;
    private final Set<String> marked = new HashSet<>();
    private final boolean explained;
    private boolean minutes;

    /**
     * A renderer.
     *
     * @param from the page's path from the site's root
     */
    TextRenderer(Site site, Entry entry, String from) {
        this(
                site,
                entry,
                from,
                Addresses.up(from),
                to -> Addresses.relative(from, to),
                !site.glossary().isEmpty());
    }

    private TextRenderer(
            Site site, Entry entry, String from, String root, UnaryOperator<String> way, boolean explained) {
        this.explained = explained;
        this.site = site;
        this.from = from;
        this.root = root;
        this.way = way;
        this.ends = site.library().linksOf(entry);
        this.filler = new Filler(entry.body(), this);
    }

    /** A renderer that leaves the words of the glossary as they are, for lines that stand for themselves. */
    static TextRenderer plain(Site site, Entry entry, String from) {
        return new TextRenderer(site, entry, from, Addresses.up(from), to -> Addresses.relative(from, to), false);
    }

    /**
     * A renderer for a page that is not in the site.
     *
     * @param way from there to a path of the site; empty where there is none
     */
    public static TextRenderer outside(Site site, Entry entry, UnaryOperator<String> way) {
        return new TextRenderer(site, entry, "", "", way, false);
    }

    /** HTML of HTML with marks. */
    public Html html(String withMarks) {
        return filler.fill(withMarks);
    }

    /** The same, with {@code (10 min)} at a line's end set apart. */
    Html agenda(String withMarks) {
        minutes = true;
        try {
            return filler.fill(withMarks);
        } finally {
            minutes = false;
        }
    }

    @Override
    public Optional<Target> target(int link) {
        LinkEnd end = ends.get(link);
        if (end instanceof LinkEnd.Inside inside) {
            return Optional.of(new Target(href(inside)));
        }
        if (end instanceof LinkEnd.File file) {
            int width = file.asset().size().map(ImageSize::width).orElse(0);
            int height = file.asset().size().map(ImageSize::height).orElse(0);
            return Optional.of(new Target(
                    Addresses.url(way.apply(site.addresses().asset(file.asset().path()))), width, height));
        }
        if (end instanceof LinkEnd.Outside outside) {
            return Optional.of(new Target(outside.url()));
        }
        return Optional.empty();
    }

    private String href(LinkEnd.Inside inside) {
        String anchor = inside.anchor().isEmpty() ? "" : "#" + Addresses.url(inside.anchor());
        if (inside.path().equals(from)) {
            return anchor.isEmpty() ? "#page.content" : anchor;
        }
        String to = Addresses.url(way.apply(inside.path()));
        return to.isEmpty() ? "#page.content" : to + anchor;
    }

    @Override
    public String word(String key) {
        return site.words().get("text." + key);
    }

    @Override
    public void prose(CharSequence run, StringBuilder out) {
        String html = run.toString();
        if (minutes && html.indexOf('(') >= 0) {
            Matcher matcher = Agenda.MINUTES.matcher(html);
            if (matcher.find()) {
                terms(html.substring(0, matcher.start()), out);
                String time = matcher.group(2) == null ? matcher.group(1) : matcher.group(1) + "–" + matcher.group(2);
                out.append("<span class=\"minutes\">")
                        .append(time)
                        .append(' ')
                        .append(matcher.group(3))
                        .append("</span>");
                return;
            }
        }
        terms(html, out);
    }

    private void terms(String html, StringBuilder out) {
        if (!explained) {
            out.append(html);
            return;
        }
        int i = 0;
        int done = 0;
        while (i < html.length()) {
            if (html.charAt(i) == '&') {
                // the name of an entity is no word
                int semicolon = html.indexOf(';', i);
                i = semicolon < 0 ? html.length() : semicolon + 1;
                continue;
            }
            int end = GlossaryIndex.wordEnd(html, i);
            if (end == i) {
                i++;
                continue;
            }
            GlossaryIndex.Name name = site.glossary().at(html, i, end);
            if (name != null && marked.add(name.anchor())) {
                int nameEnd = i + name.words().length();
                out.append(html, done, i);
                link(name, html.substring(i, nameEnd), out);
                i = nameEnd;
                done = i;
            } else {
                i = end;
            }
        }
        out.append(html, done, html.length());
    }

    private void link(GlossaryIndex.Name name, String text, StringBuilder out) {
        GlossaryEntry entry = name.entry();
        out.append("<a class=\"term\" href=\"")
                .append(root)
                .append(site.addresses().glossary())
                .append('#')
                .append(Addresses.url(name.anchor()))
                .append("\" title=\"")
                .append(escaped(entry.means()))
                .append("\">")
                .append(text)
                .append("</a>");
    }

    private static String escaped(String text) {
        return ESCAPE.matcher(text).find() ? Html.text(text).toString() : text;
    }
}
