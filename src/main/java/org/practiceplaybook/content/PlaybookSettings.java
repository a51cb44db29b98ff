package org.practiceplaybook.content;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.content.value.HostKind;
import org.practiceplaybook.source.SourceFile;

/**
 * What {@code playbook.yml} says.
 *
 * @param file that says it
 * @param address where the site will be, ending in a slash
 * @param repository the address of the repository's page, without a slash at the end
 * @param host what runs the repository's host, where its name does not say so
 * @param branch the branch that readers' corrections go to
 * @param languages of its editions, BCP 47; the first is the one that it is written in
 * @param edition or empty
 * @param reviewAfterMonths after how long a practice should be looked at again
 * @param licence of the content, or empty
 * @param email where contributions can be sent to, or empty
 * @param authorsHidden names that the page of contributors leaves out: of machines, of who would rather not be named
 * @param downloads the forms in which readers can take it with them
 * @param look colours, fonts, menu and the like
 * @param model vocabularies and fields of its own
 * @param written all of it by key, as {@link FieldValues} has it
 */
public record PlaybookSettings(
        SourceFile file,
        String name,
        String tagline,
        Optional<URI> address,
        Optional<URI> repository,
        Optional<HostKind> host,
        String branch,
        List<String> languages,
        String edition,
        int reviewAfterMonths,
        String licence,
        String email,
        List<String> authorsHidden,
        List<DownloadKind> downloads,
        Look look,
        Model.Said model,
        Map<String, Object> written) {
    public PlaybookSettings {
        languages = List.copyOf(languages);
        authorsHidden = List.copyOf(authorsHidden);
        downloads = List.copyOf(downloads);
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
    }

    /** The language that the playbook is written in, BCP 47. */
    public String language() {
        return languages.get(0);
    }

    /** The same at another place, and with others to turn to. */
    public PlaybookSettings at(
            Optional<URI> newAddress, Optional<URI> newRepository, Optional<HostKind> newHost, String newEmail) {
        return new PlaybookSettings(
                file,
                name,
                tagline,
                newAddress,
                newRepository,
                newHost,
                branch,
                languages,
                edition,
                reviewAfterMonths,
                licence,
                newEmail,
                authorsHidden,
                downloads,
                look,
                model,
                written);
    }

    /** Where the settings stand in the content folder. */
    public static final String FILE = "playbook.yml";

    public static final PlaybookSettings DEFAULT = new PlaybookSettings(
            SourceFile.unread(FILE),
            "Playbook",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "main",
            List.of("en"),
            "",
            12,
            "",
            "",
            List.of(),
            List.of(DownloadKind.values()),
            Look.DEFAULT,
            Model.Said.NOTHING,
            Map.of());
}
