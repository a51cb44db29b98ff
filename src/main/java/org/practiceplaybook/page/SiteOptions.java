package org.practiceplaybook.page;

import java.util.List;
import java.util.Map;
import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.picture.Pictures;
import org.practiceplaybook.search.Searches;
import org.practiceplaybook.source.Diagnostic;

/**
 * What a site needs to know besides the library.
 *
 * @param contentPath where the content folder is in its repository, {@code content}
 * @param version of the generator
 * @param downloads the forms in which readers can take the playbook with them
 * @param pictures in fewer pixels
 * @param searches what readers searched for, where somebody says it
 * @param changed what changed in an original since it was translated, by the path of the translation, where it is known
 * @param errors what is wrong with entries that are shown all the same, by file path
 */
public record SiteOptions(
        String contentPath,
        String version,
        List<DownloadKind> downloads,
        Pictures pictures,
        Searches searches,
        Map<String, FieldValues.Changed> changed,
        Map<String, List<Diagnostic>> errors) {
    public SiteOptions {
        downloads = List.copyOf(downloads);
        changed = Map.copyOf(changed);
        errors = Map.copyOf(errors);
    }

    /** Of a site that keeps nothing on the machine. */
    public SiteOptions(
            String contentPath, String version, List<DownloadKind> downloads, Map<String, List<Diagnostic>> errors) {
        this(contentPath, version, downloads, new Pictures(), Searches.NONE, Map.of(), errors);
    }

    /** Of a site that offers nothing to take with. */
    public SiteOptions(String contentPath, String version, Map<String, List<Diagnostic>> errors) {
        this(contentPath, version, List.of(), errors);
    }
}
