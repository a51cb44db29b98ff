package org.practiceplaybook.page;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.text.BodyRenderer;
import org.practiceplaybook.text.GlossaryIndex;

/** Puts the text of an entry into a page of the site. One object for one entry on one page. */
public final class TextRenderer extends BodyRenderer {
    private static final GlossaryIndex NO_GLOSSARY = new GlossaryIndex(List.of());
    private static final Pattern ID = Pattern.compile(" id=\"[^\"]*\"");
    private static final Pattern PLACE = Pattern.compile(" href=\"(?=#)");

    /** Where the whole text is; empty on its own page. */
    private final String whole;

    /**
     * A renderer.
     *
     * @param from the page's path from the site's root
     */
    TextRenderer(Edition site, Entry entry, String from) {
        this(site, entry, from, to -> Addresses.relative(from, to), site.glossary(), "");
    }

    private TextRenderer(
            Edition site, Entry entry, String from, UnaryOperator<String> way, GlossaryIndex glossary, String whole) {
        super(entry.body(), site.library().linksOf(entry), site.words(), glossary, site.addresses(), from, way);
        this.whole = whole;
    }

    /**
     * A renderer for parts of a text that stand on another page: words of the glossary stay as they are, places in the text
     * are those of its own page.
     */
    static TextRenderer plain(Edition site, Entry entry, String from) {
        String whole = Addresses.url(Addresses.relative(from, site.addresses().of(entry)));
        return new TextRenderer(site, entry, from, to -> Addresses.relative(from, to), NO_GLOSSARY, whole);
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
    public static TextRenderer outside(Edition site, Entry entry, UnaryOperator<String> way) {
        return new TextRenderer(site, entry, "", way, NO_GLOSSARY, "");
    }
}
