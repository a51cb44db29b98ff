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
 * @param indexed may search engines list it?
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
        boolean indexed,
        Html top,
        Html foot) {
    public Frame {
        crumbs = List.copyOf(crumbs);
    }

    public Frame withCrumbs(LinkView... above) {
        return new Frame(
                title, description, root, address, kind, area, List.of(above), data, markdown, indexed, top, foot);
    }

    public Frame withData(Json json) {
        return new Frame(
                title, description, root, address, kind, area, crumbs, Optional.of(json), markdown, indexed, top, foot);
    }

    public Frame notIndexed() {
        return new Frame(title, description, root, address, kind, area, crumbs, data, markdown, false, top, foot);
    }

    /** Beside the page lies its text as Markdown. */
    public Frame withMarkdown(String path) {
        String name = Addresses.url(path.substring(path.lastIndexOf('/') + 1));
        return new Frame(title, description, root, address, kind, area, crumbs, data, name, indexed, top, foot);
    }
}
