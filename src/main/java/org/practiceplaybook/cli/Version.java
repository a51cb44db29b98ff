package org.practiceplaybook.cli;

import java.util.Optional;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.upgrade.Program;

/** What the build wrote into the jar of itself. */
final class Version {
    private Version() {}

    static String current() {
        return Bundled.properties().getProperty("version");
    }

    /**
     * Where this version can be fetched, without an end: {@code https://…/releases/download}. Empty for one that was built
     * from its sources and never released.
     */
    static Optional<String> releases() {
        return Program.releases(Bundled.properties());
    }
}
