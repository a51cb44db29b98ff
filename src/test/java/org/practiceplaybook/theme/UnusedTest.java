package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The program's own theme has no word that nobody asks for and no class that nothing bears or that does nothing. */
class UnusedTest {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*");
    /** The form of a plural. */
    private static final Pattern FORM = Pattern.compile("[.-](?:zero|one|two|few|many|other)$");

    private static final Pattern CLASS = Pattern.compile("\\.([a-z][\\w-]*)(?=[^{}]*\\{)");
    private static final Pattern WRITTEN = Pattern.compile("\\bclass=\\\\?\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}");
    /** What a number or a name is put behind. */
    private static final Pattern COMPOSED = Pattern.compile("(?:depth|hl|lines|on)-.*|(?:wide|narrow)-map");

    private static String templates;
    private static String scripts;
    private static String styles;
    private static String all;

    @BeforeAll
    static void read() throws IOException {
        templates = text("templates/.*|packaging/.*\\.peb");
        scripts = text("(?:scripts|packaging)/.*\\.js");
        styles = text("(?:styles|packaging)/.*\\.css").replaceAll("(?s)/\\*.*?\\*/", "");
        StringBuilder program = new StringBuilder(templates).append(scripts);
        for (String folder : Set.of("src/main/java", "src/main/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(?:java|js|css|yml|txt)"))
                        .toList()) {
                    program.append(Files.readString(file));
                }
            }
        }
        all = program.toString();
    }

    private static String text(String paths) {
        return Bundled.theme().entrySet().stream()
                .filter(file -> file.getKey().matches(paths))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** As a whole, or by its last name, which is put behind a beginning. */
    @Test
    void everyWordIsAskedFor() {
        Set<String> names = found(WORD, all);
        Set<String> idle = new TreeSet<>();
        for (String key : Words.of(Bundled.theme(), "en").keys()) {
            String word = FORM.matcher(key).replaceFirst("");
            String last = word.substring(word.lastIndexOf('.') + 1).replaceFirst("(?:Hint|Example)$", "");
            if (!names.contains(last)
                    && !names.contains(last.replaceFirst("-[a-z]+$", "") + "-")
                    && !last.matches("\\d+")
                    && !word.startsWith("alike.")
                    && !all.contains(word)) {
                idle.add(key);
            }
        }
        assertThat(idle).isEmpty();
    }

    @Test
    void everyClassOfAStyleIsBorne() {
        Set<String> names = found(WORD, all);
        assertThat(CLASS.matcher(styles.replaceAll("\"[^\"]*\"|url\\([^)]*\\)", ""))
                        .results()
                        .map(result -> result.group(1)))
                .filteredOn(
                        name -> !names.contains(name) && !COMPOSED.matcher(name).matches())
                .isEmpty();
    }

    @Test
    void everyClassOfATemplateIsAskedFor() {
        Set<String> names = found(WORD, styles + scripts + all.replace(templates, ""));
        assertThat(WRITTEN.matcher(TAG.matcher(templates).replaceAll("-"))
                        .results()
                        .flatMap(result -> Stream.of(result.group(1).split("\\s+"))))
                .filteredOn(name -> name.matches("[a-z][\\w-]*[a-z0-9]") && !names.contains(name))
                .isEmpty();
    }
}
