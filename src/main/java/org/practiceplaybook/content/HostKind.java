package org.practiceplaybook.content;

import java.util.Locale;

/** What runs the host of a repository: each has addresses of its own for changing and adding files. */
public enum HostKind {
    GITHUB("GitHub"),
    GITLAB("GitLab"),
    /** Also Forgejo, which Codeberg runs. */
    GITEA("Gitea");

    private final String title;

    HostKind(String title) {
        this.title = title;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name to readers. */
    public String title() {
        return title;
    }
}
