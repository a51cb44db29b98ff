package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.theme.Bundled;

/** What a new playbook is written with in another language says the same as in English. */
class RepositoryLanguageTest {
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`\\n]+`");
    private static final Pattern TARGET = Pattern.compile("\\]\\(([^)#]+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
    private static final Pattern KEY = Pattern.compile("(?m)^(?:# )?([a-z_]+):");

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.groupCount() > 0 ? found.group(1) : found.group())
                // the title of the example is translated
                .map(code -> code.replaceAll("practice \"[^\"]+\"", "practice \"…\""))
                .toList();
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "es", "ar"})
    void itHasTheSameCommandsLinksAndParts(String language) {
        Map<String, String> english = texts(Bundled.repository("en"));
        Map<String, String> own = texts(Bundled.repository(language));
        assertThat(own.keySet()).isEqualTo(english.keySet());
        for (String path : List.of("README.md", "CONTRIBUTING.md", ".github/pull_request_template.md")) {
            assertThat(own.get(path)).as(path).isNotEqualTo(english.get(path));
            for (Pattern same : List.of(CODE, TARGET)) {
                assertThat(all(same, own.get(path)))
                        .as(path)
                        .containsExactlyInAnyOrderElementsOf(all(same, english.get(path)));
            }
            assertThat(all(HEADING, own.get(path))).as(path).isEqualTo(all(HEADING, english.get(path)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "es", "ar"})
    void anEmptyPlaybookHasTheSameTermsAndSettings(String language) {
        Map<String, String> whole = texts(Bundled.content());
        Map<String, String> own = texts(Bundled.empty(language));
        assertThat(all(KEY, own.get("playbook.yml"))).isEqualTo(all(KEY, whole.get("playbook.yml")));
        for (String name : List.of("challenges", "roles", "phases", "leverage")) {
            Pattern key = Pattern.compile("(?m)^([a-z-]+):$");
            String path = "taxonomy/" + name + ".yml";
            assertThat(all(key, own.get(path))).as(path).isEqualTo(all(key, whole.get(path)));
        }
        assertThat(own.get("taxonomy/challenges.yml").lines().filter(line -> line.startsWith("    - ")))
                .hasSameSizeAs(whole.get("taxonomy/challenges.yml")
                        .lines()
                        .filter(line -> line.startsWith("    - "))
                        .toList());
        assertThat(own.keySet())
                .contains(
                        "pages/about.md",
                        "pages/contribute.md",
                        "pages/how-to-use.md",
                        "pages/log-an-attempt.md",
                        "glossary.yml");
    }
}
