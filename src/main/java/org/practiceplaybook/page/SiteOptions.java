package org.practiceplaybook.page;

import java.util.List;
import java.util.Map;
import org.practiceplaybook.source.Diagnostic;

/**
 * What a site needs to know besides the library.
 *
 * @param contentPath where the content folder is in its repository, {@code content}
 * @param version of the generator
 * @param errors what is wrong with entries that are shown all the same, by file path
 */
public record SiteOptions(String contentPath, String version, Map<String, List<Diagnostic>> errors) {
    public SiteOptions {
        errors = Map.copyOf(errors);
    }
}
