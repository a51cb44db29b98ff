package org.practiceplaybook.page;

import java.util.List;
import java.util.function.UnaryOperator;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.text.BodyRenderer;
import org.practiceplaybook.text.GlossaryIndex;

/** Puts the text of an entry into a page of the site. One object for one entry on one page. */
public final class TextRenderer extends BodyRenderer {
    private static final GlossaryIndex NO_GLOSSARY = new GlossaryIndex(List.of());

    /**
     * A renderer.
     *
     * @param from the page's path from the site's root
     */
    TextRenderer(Edition site, Entry entry, String from) {
        this(site, entry, from, to -> Addresses.relative(from, to), site.glossary());
    }

    private TextRenderer(Edition site, Entry entry, String from, UnaryOperator<String> way, GlossaryIndex glossary) {
        super(entry.body(), site.library().linksOf(entry), site.words(), glossary, site.addresses(), from, way);
    }

    /** A renderer that leaves the words of the glossary as they are, for lines that stand for themselves. */
    static TextRenderer plain(Edition site, Entry entry, String from) {
        return new TextRenderer(site, entry, from, to -> Addresses.relative(from, to), NO_GLOSSARY);
    }

    /**
     * A renderer for a page that is not in the site.
     *
     * @param way from there to a path of the site; empty where there is none
     */
    public static TextRenderer outside(Edition site, Entry entry, UnaryOperator<String> way) {
        return new TextRenderer(site, entry, "", way, NO_GLOSSARY);
    }
}
