package org.practiceplaybook.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Where the user's system keeps what programs can make or fetch again; beside no playbook, so that it is never published. */
public final class UserCache {
    private static final String NAME = "practice-playbook";

    private UserCache() {}

    /**
     * The folder, which need not be there. The launchers of a playbook ({@code fetch.sh}, {@code playbook.cmd}) find the same.
     *
     * @param environment the variables of this run; null for one that is not set
     * @param home the user's folder
     */
    public static Path folder(UnaryOperator<String> environment, Path home) {
        String own = environment.apply("PLAYBOOK_CACHE");
        if (isSet(own)) {
            return Path.of(own);
        }
        String system = environment.apply("XDG_CACHE_HOME");
        if (isSet(system) && Path.of(system).isAbsolute()) {
            return Path.of(system, NAME);
        }
        String windows = environment.apply("LOCALAPPDATA");
        if (isSet(windows)) {
            return Path.of(windows, NAME);
        }
        Path mac = home.resolve("Library/Caches");
        return (Files.isDirectory(mac) ? mac : home.resolve(".cache")).resolve(NAME);
    }

    private static boolean isSet(String value) {
        return value != null && !value.isEmpty();
    }
}
