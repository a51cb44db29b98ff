package org.practiceplaybook.content;

import java.util.Optional;
import org.practiceplaybook.content.value.LanguageTag;

/**
 * A file of the content folder and what it is by its place.
 *
 * @param path relative to the content folder, its parts joined by {@code /}
 * @param slug of an entry, unique among its kind, else empty
 * @param wanted the slug that it would have if another file did not have it already, else the slug itself
 * @param rival the path of that other file, or empty where it is a page of the site that has the slug
 * @param translated what it translates, where it is a translation
 */
record ContentPath(
        String path, Kind kind, String slug, String wanted, String rival, Optional<LanguageTag.Translated> translated) {
    ContentPath(String path, Kind kind, String slug) {
        this(path, kind, slug, slug, "", Optional.empty());
    }

    ContentPath withSlug(String other, String rival) {
        return new ContentPath(path, kind, other, wanted, rival, translated);
    }

    /** A file that says in another language what a file with this path would say. */
    ContentPath in(String file, LanguageTag.Translated translation) {
        return new ContentPath(file, kind, slug, wanted, rival, Optional.of(translation));
    }

    /** What a file is. */
    enum Kind {
        SETTINGS,
        PRACTICE,
        ATTEMPT,
        PATHWAY,
        PAGE,
        TERMS,
        GLOSSARY,
        ASSET,
        /** A file that is read by people on the repository's host and by nobody else. */
        IGNORED,
        /** A text or data file in a place where nothing is read. */
        MISPLACED
    }
}
