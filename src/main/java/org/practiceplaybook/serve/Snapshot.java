package org.practiceplaybook.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Theme;

/**
 * The site as the files on disk make it at one moment.
 *
 * @param version grows with every change
 * @param sheets every file of the site by path
 * @param found errors and advice
 * @param theme absent where there is no site at all
 * @param problem why there is none, or empty
 */
record Snapshot(
        long version, Map<String, Sheet> sheets, List<Diagnostic> found, Optional<Theme> theme, String problem) {
    /** No site. */
    static Snapshot without(long version, List<Diagnostic> found, String problem) {
        return new Snapshot(version, Map.of(), found, Optional.empty(), problem);
    }
}
