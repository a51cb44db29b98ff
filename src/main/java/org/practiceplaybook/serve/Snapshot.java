package org.practiceplaybook.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.source.Diagnostic;

/**
 * The site as the files on disk make it at one moment.
 *
 * @param version grows with every change
 * @param sheets every file of the site by path
 * @param found errors and advice
 * @param problem why there is no site at all: a broken theme
 */
record Snapshot(long version, Map<String, Sheet> sheets, List<Diagnostic> found, Optional<String> problem) {}
