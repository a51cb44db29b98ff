package org.practiceplaybook.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Agenda;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.asset.ImageSize;
import org.practiceplaybook.content.asset.MediaTypes;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.BodyContext;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.markdown.PlaceholderFiller;
import org.practiceplaybook.theme.Words;

/**
 * Puts the text of an entry into a page: where links lead from there, and which words the glossary explains, each where it
 * is used first. One object for one entry on one page.
 */
public class BodyRenderer implements BodyContext {
    private static final Pattern ESCAPE = Pattern.compile("[&<>\"]");

    private final Words words;
    private final GlossaryIndex glossary;
    private final String from;
    private final UnaryOperator<String> way;
    private final Addresses addresses;
    private final List<LinkEnd> ends;
    private final PlaceholderFiller filler;
    private final Set<String> marked = new HashSet<>();

    /**
     * A renderer.
     *
     * @param ends where the body's links lead
     * @param from the page's path from the site's root
     * @param way from the page to a path of the site; empty where there is none
     * @param glossary whose words are explained; an empty one explains none
     */
    public BodyRenderer(
            Body body,
            List<LinkEnd> ends,
            Words words,
            GlossaryIndex glossary,
            Addresses addresses,
            String from,
            UnaryOperator<String> way) {
        this.words = words;
        this.glossary = glossary;
        this.addresses = addresses;
        this.from = from;
        this.way = way;
        this.ends = ends;
        this.filler = new PlaceholderFiller(body, this);
    }

    /** HTML of HTML with marks. */
    public Html html(String withMarks) {
        return filler.fill(withMarks);
    }

    /** The same of what to do, with the times of its steps set apart. */
    public Html agenda(String withMarks) {
        return filler.fill(Agenda.of(withMarks).content());
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
            return Optional.of(new Target(way(file(link, file.asset())), width, height));
        }
        if (end instanceof LinkEnd.Outside outside) {
            return Optional.of(new Target(outside.url()));
        }
        return Optional.empty();
    }

    /** The path of a file from the edition's root. */
    protected String file(int link, ContentAsset asset) {
        return addresses.asset(asset.path());
    }

    /** From the page to a path from the edition's root, as it stands in a link. */
    protected final String way(String path) {
        return Addresses.url(way.apply(path));
    }

    @Override
    public boolean isLinked(int link) {
        return !(ends.get(link) instanceof LinkEnd.Later);
    }

    @Override
    public boolean isShown(int image) {
        return !(ends.get(image) instanceof LinkEnd.File file)
                || MediaTypes.isImage(file.asset().path());
    }

    /** Nobody can follow a link that cannot be seen, so its address is shown. */
    @Override
    public String withoutWords(Link link) {
        return link.url().value();
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
        return words.get("text." + key);
    }

    @Override
    public void prose(CharSequence run, StringBuilder out) {
        terms(run.toString(), out);
    }

    private void terms(String html, StringBuilder out) {
        if (glossary.isEmpty()) {
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
            GlossaryIndex.Name name = glossary.at(html, i, end);
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
                .append(Addresses.url(way.apply(addresses.glossary())))
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
