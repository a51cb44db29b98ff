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
 * @param data what machines should know of it
 * @param markdown the address of the file beside the page that holds its text as Markdown, or empty
 * @param image the complete address of the picture that stands for it where it is linked to; empty where that is the site's own
 * @param indexed may search engines list it?
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
        Optional<Json> data,
        String markdown,
        String image,
        boolean indexed,
        Speech speech,
        Html top,
        Html foot) {
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
        return new Frame(
                title,
                description,
                root,
                address,
                kind,
                area,
                List.of(above),
                data,
                markdown,
                image,
                indexed,
                speech,
                top,
                foot);
    }

    public Frame withData(Json json) {
        return new Frame(
                title,
                description,
                root,
                address,
                kind,
                area,
                crumbs,
                Optional.of(json),
                markdown,
                image,
                indexed,
                speech,
                top,
                foot);
    }

    public Frame notIndexed() {
        return new Frame(
                title, description, root, address, kind, area, crumbs, data, markdown, image, false, speech, top, foot);
    }

    /** Beside the page lies its text as Markdown. */
    public Frame withMarkdown(String path) {
        String name = Addresses.url(path.substring(path.lastIndexOf('/') + 1));
        return new Frame(
                title, description, root, address, kind, area, crumbs, data, name, image, indexed, speech, top, foot);
    }

    /** A picture stands for it where it is linked to. */
    Frame withImage(String address) {
        return new Frame(
                title,
                description,
                root,
                this.address,
                kind,
                area,
                crumbs,
                data,
                markdown,
                address,
                indexed,
                speech,
                top,
                foot);
    }

    Frame speaking(Speech other) {
        return new Frame(
                title,
                description,
                root,
                address,
                kind,
                area,
                crumbs,
                data,
                markdown,
                image,
                indexed,
                other,
                top,
                foot);
    }
}
