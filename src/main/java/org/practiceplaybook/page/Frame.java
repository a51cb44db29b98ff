package org.practiceplaybook.page;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.theme.Json;

/**
 * What the base template needs of every page.
 *
 * @param title of the document, without the playbook's name
 * @param description for search engines and previews, or empty
 * @param root the way from the page to the site's root: empty, {@code ../}, {@code ../../}
 * @param address where the page will be on the web, or empty
 * @param kind of page, for styles: {@code practice}
 * @param area of the navigation that it belongs to
 * @param crumbs the pages above it, the outermost first
 * @param machines what other programs should know of it
 * @param speech what other languages the page is in
 * @param top what stands above the page's own part
 * @param foot what stands below it
 */
public record Frame(
        String title,
        String description,
        String root,
        String address,
        String kind,
        String area,
        List<LinkView> crumbs,
        Machines machines,
        Speech speech,
        Html top,
        Html foot) {
    /**
     * What other programs than a browser should know of a page.
     *
     * @param data what it is about, in the terms of schema.org
     * @param markdown the address of the file beside the page that holds its text as Markdown, or empty
     * @param image the complete address of the picture that stands for it where it is linked to; empty where that is the site's own
     * @param indexed may search engines list it?
     */
    public record Machines(Optional<Json> data, String markdown, String image, boolean indexed) {
        static final Machines INDEXED = new Machines(Optional.empty(), "", "", true);
    }

    /**
     * A page among its like in other languages.
     *
     * @param tongue of the entry that the page shows
     * @param canonical the address that search engines should list in place of this one, or empty
     * @param newer the page that this one translates, where that has changed since
     * @param editions every one of the playbook, where there are several
     */
    public record Speech(
            LinkView.Tongue tongue, String canonical, Optional<LinkView> newer, List<EditionView> editions) {
        static final Speech NONE = new Speech(LinkView.Tongue.OF_EDITION, "", Optional.empty(), List.of());

        public Speech {
            editions = List.copyOf(editions);
        }
    }

    /**
     * The page in an edition.
     *
     * @param name of the language in the language itself
     * @param path to the page there, or to the first one where there is no such page
     * @param address of the page on the web where it is in this language, or empty
     */
    public record EditionView(
            String language, String direction, String name, String path, String address, boolean here) {}

    public Frame {
        crumbs = List.copyOf(crumbs);
    }

    public Frame withCrumbs(LinkView... above) {
        return new Frame(title, description, root, address, kind, area, List.of(above), machines, speech, top, foot);
    }

    public Frame withData(Json data) {
        return with(new Machines(Optional.of(data), machines.markdown(), machines.image(), machines.indexed()));
    }

    public Frame notIndexed() {
        return with(new Machines(machines.data(), machines.markdown(), machines.image(), false));
    }

    /** Beside the page lies its text as Markdown. */
    public Frame withMarkdown(String path) {
        String name = Addresses.url(path.substring(path.lastIndexOf('/') + 1));
        return with(new Machines(machines.data(), name, machines.image(), machines.indexed()));
    }

    /** A picture stands for it where it is linked to. */
    Frame withImage(String picture) {
        return with(new Machines(machines.data(), machines.markdown(), picture, machines.indexed()));
    }

    private Frame with(Machines other) {
        return new Frame(title, description, root, address, kind, area, crumbs, other, speech, top, foot);
    }
}
