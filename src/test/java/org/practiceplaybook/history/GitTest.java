package org.practiceplaybook.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What git is told, and what it is never asked. */
class GitTest {
    private static final Map<String, String> GIVEN = Map.ofEntries(
            Map.entry("PATH", "/usr/bin"),
            Map.entry("HOME", "/home/ann"),
            Map.entry("GIT_DIR", "/elsewhere/.git"),
            Map.entry("GIT_WORK_TREE", "/elsewhere"),
            Map.entry("GIT_INDEX_FILE", "/elsewhere/.git/index"),
            Map.entry("GIT_EXTERNAL_DIFF", "program"),
            Map.entry("GIT_SSH_COMMAND", "program"),
            Map.entry("GIT_ASKPASS", "program"),
            Map.entry("GIT_PAGER", "program"),
            Map.entry("GIT_EDITOR", "program"),
            Map.entry("GIT_PROXY_COMMAND", "program"),
            Map.entry("GIT_CONFIG_PARAMETERS", "'core.fsmonitor=program'"),
            Map.entry("GIT_TRACE2_EVENT", "/tmp/x"),
            Map.entry("GIT_ALLOW_PROTOCOL", "ext"),
            Map.entry("GIT_SHALLOW_FILE", "x"),
            Map.entry("GIT_ATTR_SOURCE", "x"),
            Map.entry("GIT_NEW_IN_A_LATER_GIT", "program"),
            Map.entry("GIT_CONFIG_GLOBAL", "/home/ann/config"),
            Map.entry("GIT_CONFIG_COUNT", "1"),
            Map.entry("GIT_CONFIG_KEY_0", "safe.directory"),
            Map.entry("GIT_CONFIG_VALUE_0", "*"));

    @Test
    void theRepositoryItselfIsAskedWithTheUsersConfigurationAndNothingElseOfTheEnvironment() {
        Map<String, String> environment = new HashMap<>(GIVEN);
        Git.clean(environment, Map.of());
        assertThat(environment)
                .containsOnlyKeys(
                        "PATH",
                        "HOME",
                        "LC_ALL",
                        "GIT_CONFIG_GLOBAL",
                        "GIT_CONFIG_COUNT",
                        "GIT_CONFIG_KEY_0",
                        "GIT_CONFIG_VALUE_0",
                        "GIT_OPTIONAL_LOCKS",
                        "GIT_TERMINAL_PROMPT",
                        "GIT_NO_LAZY_FETCH",
                        "GIT_ALLOW_PROTOCOL")
                .containsEntry("GIT_ALLOW_PROTOCOL", "none");
    }

    @Test
    void theStandInIsAskedWithNothingOfTheEnvironment() {
        Map<String, String> environment = new HashMap<>(GIVEN);
        Git.clean(environment, Map.of("GIT_DIR", "/stand-in", "GIT_CONFIG_GLOBAL", "/dev/null"));
        assertThat(environment)
                .containsOnlyKeys(
                        "PATH",
                        "HOME",
                        "LC_ALL",
                        "GIT_DIR",
                        "GIT_CONFIG_GLOBAL",
                        "GIT_OPTIONAL_LOCKS",
                        "GIT_TERMINAL_PROMPT",
                        "GIT_NO_LAZY_FETCH",
                        "GIT_ALLOW_PROTOCOL")
                .containsEntry("GIT_DIR", "/stand-in")
                .containsEntry("GIT_CONFIG_GLOBAL", "/dev/null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "status", "diff", "fetch", "checkout", "show", "archive", "submodule", "cat-file"})
    void theRepositoryItselfIsAskedForNamesOnly(String question) {
        assertThatThrownBy(() -> Git.names(Path.of("."), question)).isInstanceOf(IllegalArgumentException.class);
    }
}
