package org.practiceplaybook.page;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.picture.Pictures;
import org.practiceplaybook.text.BodyRenderer;
import org.practiceplaybook.text.GlossaryIndex;

/** Puts the text of an entry into a page of the site. One object for one entry on one page. */
public final class TextRenderer extends BodyRenderer {
    private static final GlossaryIndex NO_GLOSSARY = new GlossaryIndex(List.of());
    private static final Pattern ID = Pattern.compile(" id=\"[^\"]*\"");
    private static final Pattern PLACE = Pattern.compile(" href=\"(?=#)");

    /** A picture this near the beginning of a file may be seen at once, so it is loaded at once. */
    private static final int NEAR_TOP = 2_000;

    private final Edition edition;
    private final Entry entry;
    /** Where the whole text is; empty on its own page. */
    private final String whole;

    private final boolean inSite;

    /**
     * A renderer.
     *
     * @param from the page's path from the site's root
     */
    TextRenderer(Edition edition, Entry entry, String from) {
        this(edition, entry, from, to -> Addresses.relative(from, to), edition.glossary(), "", true);
    }

    private TextRenderer(
            Edition edition,
            Entry entry,
            String from,
            UnaryOperator<String> way,
            GlossaryIndex glossary,
            String whole,
            boolean inSite) {
        super(
                entry.body(),
                edition.library().linksOf(entry),
                edition.words(),
                glossary,
                edition.addresses(),
                from,
                way);
        this.edition = edition;
        this.entry = entry;
        this.whole = whole;
        this.inSite = inSite;
    }

    /**
     * A renderer for parts of a text that stand on another page: words of the glossary stay as they are, places in the text
     * are those of its own page.
     */
    static TextRenderer plain(Edition edition, Entry entry, String from) {
        String whole =
                Addresses.url(Addresses.relative(from, edition.addresses().of(entry)));
        return new TextRenderer(edition, entry, from, to -> Addresses.relative(from, to), NO_GLOSSARY, whole, true);
    }

    private List<Pictures.Scaled> scaled(int link) {
        return inSite
                        && entry.body().links().get(link).image()
                        && edition.library().linksOf(entry).get(link) instanceof LinkEnd.File file
                ? edition.options().pictures().of(file.asset())
                : List.of();
    }

    private static boolean areEnough(List<Pictures.Scaled> scaled) {
        return !scaled.isEmpty()
                && Pictures.isEnough(scaled.get(scaled.size() - 1).width());
    }

    @Override
    protected String file(int link, ContentAsset asset) {
        List<Pictures.Scaled> scaled = scaled(link);
        return areEnough(scaled)
                ? edition.addresses().shared(scaled.get(scaled.size() - 1).path())
                : super.file(link, asset);
    }

    @Override
    public void imageAttributes(int image, StringBuilder out) {
        List<Pictures.Scaled> scaled = scaled(image);
        if (!scaled.isEmpty()) {
            out.append(" srcset=\"");
            scaled.forEach(one -> out.append(way(edition.addresses().shared(one.path())))
                    .append(' ')
                    .append(one.width())
                    .append("w, "));
            if (!areEnough(scaled) && edition.library().linksOf(entry).get(image) instanceof LinkEnd.File file) {
                out.append(way(edition.addresses().asset(file.asset().path())))
                        .append(' ')
                        .append(file.asset().size().orElseThrow().width())
                        .append("w, ");
            }
            out.setLength(out.length() - 2);
            out.append("\" sizes=\"")
                    .append(sizes(entry.body().links().get(image)))
                    .append('"');
        }
        List<Link> links = entry.body().links();
        boolean first = links.subList(0, image).stream().noneMatch(Link::image);
        boolean seen = first && whole.isEmpty() && links.get(image).span().start() < NEAR_TOP;
        out.append(seen ? " decoding=\"async\"" : " loading=\"lazy\" decoding=\"async\"");
    }

    /** How wide it is shown: as its writer says, or as wide as a text on a screen and on a phone (styles/tokens.css). */
    private static String sizes(Link image) {
        String width = image.attributes().get("width");
        if (width != null) {
            return "min(" + width + "px, 92vw)";
        }
        boolean small = "small".equals(image.attributes().get("class"));
        return small ? "12rem" : "(min-width: 41rem) 37rem, 92vw";
    }

    @Override
    public Html html(String withMarks) {
        if (whole.isEmpty()) {
            return super.html(withMarks);
        }
        // no quotation mark of a text is bare, so these are attributes
        String nameless = ID.matcher(withMarks).replaceAll("");
        return super.html(PLACE.matcher(nameless).replaceAll(Matcher.quoteReplacement(" href=\"" + whole)));
    }

    /**
     * A renderer for a page that is not in the site.
     *
     * @param way from there to a path of the site; empty where there is none
     */
    public static TextRenderer outside(Edition edition, Entry entry, UnaryOperator<String> way) {
        return new TextRenderer(edition, entry, "", way, NO_GLOSSARY, "", false);
    }
}
