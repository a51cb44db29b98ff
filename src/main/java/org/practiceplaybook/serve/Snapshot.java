package org.practiceplaybook.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Theme;

/**
 * The site as the files on disk make it at one moment.
 *
 * @param version grows with every change
 * @param content what the files say
 * @param library the same, linked, with drafts
 * @param theme the last one that was whole
 * @param files of the site; absent where there is no theme
 * @param entries whose page is at a path
 * @param shown the errors that the pages show
 * @param found all errors and advice; empty until everything has been checked
 * @param problem why there is no site at all: a broken theme
 */
record Snapshot(
        long version,
        Content content,
        Library library,
        Optional<Theme> theme,
        Optional<SiteFiles> files,
        Map<String, Entry> entries,
        List<Diagnostic> shown,
        Optional<List<Diagnostic>> found,
        Optional<String> problem) {

    Snapshot checked(List<Diagnostic> diagnostics) {
        return new Snapshot(version, content, library, theme, files, entries, shown, Optional.of(diagnostics), problem);
    }

    /** The file of the site at a path. */
    Optional<SiteFile> sheet(String path) {
        return files.flatMap(all -> all.at(path));
    }
}
