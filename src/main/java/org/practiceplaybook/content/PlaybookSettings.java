package org.practiceplaybook.content;

import java.net.URI;
import java.util.Optional;

/**
 * What {@code playbook.yml} says.
 *
 * @param address where the site will be, ending in a slash
 * @param repository the address of the repository's page, without a slash at the end
 * @param host what runs the repository's host, where its name does not say so
 * @param branch the branch that readers' corrections go to
 * @param language BCP 47
 * @param edition or empty
 * @param reviewAfterMonths after how long a practice should be looked at again
 * @param licence of the content, or empty
 * @param email where contributions can be sent to, or empty
 * @param look colours, fonts, menu and the like
 */
public record PlaybookSettings(
        String name,
        String tagline,
        Optional<URI> address,
        Optional<URI> repository,
        Optional<HostKind> host,
        String branch,
        String language,
        String edition,
        int reviewAfterMonths,
        String licence,
        String email,
        Look look) {
    public static final PlaybookSettings DEFAULT = new PlaybookSettings(
            "Playbook",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "main",
            "en",
            "",
            12,
            "",
            "",
            Look.DEFAULT);
}
