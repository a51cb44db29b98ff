package org.practiceplaybook.content;

/**
 * A file of the content folder and what it is by its place.
 *
 * @param path relative to the content folder, its parts joined by {@code /}
 * @param slug of an entry, unique among its kind, else empty
 * @param wanted the slug that it would have if another file did not have it already, else the slug itself
 * @param rival the path of that other file, or empty where it is a page of the site that has the slug
 */
record ContentPath(String path, Kind kind, String slug, String wanted, String rival) {
    ContentPath(String path, Kind kind, String slug) {
        this(path, kind, slug, slug, "");
    }

    ContentPath withSlug(String other, String rival) {
        return new ContentPath(path, kind, other, wanted, rival);
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
