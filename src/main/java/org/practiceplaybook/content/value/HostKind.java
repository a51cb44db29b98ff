package org.practiceplaybook.content.value;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs the host of a repository: each has addresses of its own for changing and adding files. */
public enum HostKind implements Keyed {
    GITHUB("GitHub"),
    GITLAB("GitLab"),
    /** Also Forgejo, which Codeberg runs. */
    GITEA("Gitea");

    private final String title;

    HostKind(String title) {
        this.title = title;
    }

    /** What a host runs, where its name says so. */
    public static Optional<HostKind> of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.contains("github")) {
            return Optional.of(GITHUB);
        }
        if (name.contains("gitlab")) {
            return Optional.of(GITLAB);
        }
        return Stream.of("codeberg", "gitea", "forgejo").anyMatch(name::contains)
                ? Optional.of(GITEA)
                : Optional.empty();
    }

    /** Its name to readers. */
    public String title() {
        return title;
    }
}
