package org.practiceplaybook.check;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.report.TextReport;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/**
 * The mistakes that people make, each with all that is said of it: {@code src/test/resources/mistakes}. A case is a name
 * ({@code === }), files that are put into a playbook without faults ({@code --- }), and what is then found: rule and weight
 * ({@code >>> }) and the very words on the terminal.
 */
class MistakesTest {
    private static final Path TABLE = Path.of("src/test/resources/mistakes");
    private static final Pattern FILE = Pattern.compile("--- (\\S.*?)(?: \\[([\\w-]+)])?");
    private static final Pattern PARSERS_WORDS = Pattern.compile(
            "mapping|scalar|sequence|token|flow|block (?:end|mapping)|while (?:scanning|parsing)|expected <|exception|null",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    private Path folder;

    record Mistake(String group, String name, Map<String, byte[]> files, String rules, String words) {
        @Override
        public String toString() {
            return group + ": " + name;
        }
    }

    static List<Mistake> mistakes() throws IOException {
        List<Mistake> all = new ArrayList<>();
        try (Stream<Path> groups = Files.list(TABLE)) {
            for (Path group : groups.sorted().toList()) {
                for (String text : Files.readString(group).split("(?m)^=== ")) {
                    if (!text.isBlank()) {
                        all.add(mistake(group.getFileName().toString().replace(".txt", ""), text));
                    }
                }
            }
        }
        return all;
    }

    private static Mistake mistake(String group, String text) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> rules = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        String path = null;
        Charset charset = StandardCharsets.UTF_8;
        StringBuilder content = new StringBuilder();
        List<String> lines = List.of(text.split("\n", -1));
        for (String line : lines.subList(1, lines.size())) {
            Matcher file = FILE.matcher(line);
            boolean told = line.startsWith(">>> ");
            if (rules.isEmpty() && (file.matches() || told)) {
                if (path != null) {
                    files.put(path, bytes(content.toString(), charset));
                }
                content.setLength(0);
                path = told ? null : file.group(1);
                charset = told || file.group(2) == null ? StandardCharsets.UTF_8 : Charset.forName(file.group(2));
            } else if (rules.isEmpty()) {
                content.append(line).append('\n');
            } else if (!told) {
                words.append(line).append('\n');
            }
            if (told) {
                rules.add(line.substring(4));
            }
        }
        return new Mistake(
                group,
                lines.get(0),
                files,
                String.join("\n", rules),
                words.toString().strip());
    }

    /** What cannot be seen in a table stands in it by a sign. */
    private static byte[] bytes(String text, Charset charset) {
        return text.replace("⟨END⟩\n", "")
                .replace("␉", "\t")
                .replace("␍", "\r")
                .replace("⟨ROWS⟩", "| b |\n".repeat(3_001).strip())
                .replace("⟨BOOK⟩", "# walk on and on and on\n".repeat(1_000).strip())
                .replace("⟨LINES⟩", "walk\n".repeat(10_001).strip())
                .replace("⟨NOTES⟩", "[^a]: walk\n\n".repeat(1_001).strip())
                .replace("⟨BELL⟩", "\u0007")
                .replace("⟨BOM⟩", "\uFEFF")
                .replace("⟨MILLION⟩", "Walk on. ".repeat(120_000))
                .replace("⟨WORK⟩", "<b>".repeat(50_000))
                .replace(
                        "⟨COPY⟩",
                        SmallPlaybook.ROLE
                                .replace("Know your role", "What is ours")
                                .replace("[Who does what]", "[]"))
                .getBytes(charset);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldInWordsOfItsOwn(Mistake mistake) {
        if (!mistake.files.isEmpty()) {
            SmallPlaybook.write(folder);
        }
        mistake.files.forEach((path, bytes) -> SmallPlaybook.write(folder, path, bytes));

        List<Diagnostic> found = SmallPlaybook.check(folder);

        assertThat(rules(found)).isEqualTo(mistake.rules);
        assertThat(words(found)).isEqualTo(mistake.words);
    }

    private static String rules(List<Diagnostic> found) {
        return String.join(
                "\n",
                found.stream()
                        .map(diagnostic -> (diagnostic.isError() ? "error " : "advice ") + diagnostic.code())
                        .toList());
    }

    private static String words(List<Diagnostic> found) {
        return new TextReport("", false)
                .of(found)
                .lines()
                .map(String::stripTrailing)
                .reduce("", (a, b) -> a + "\n" + b)
                .strip();
    }

    @Test
    void theTableHasACaseForEachRuleOfTheContent() throws IOException {
        Set<String> shown =
                mistakes().stream().flatMap(mistake -> mistake.rules.lines()).collect(toCollection(TreeSet::new));
        Set<String> rules = Stream.of(RuleCode.values())
                // then come those of changes and of other libraries
                .filter(rule -> rule.compareTo(RuleCode.REMOVED_LINKED) < 0)
                .map(rule -> rule.severity().name().toLowerCase(Locale.ROOT) + " " + rule.id())
                .collect(toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(rules);
    }

    @Test
    void noMistakeIsToldInTheWordsOfAParser() throws IOException {
        for (Mistake mistake : mistakes()) {
            String ours = mistake.words.replaceAll("(?m)^ *\\d+ \\|.*$|write:.*$|\"[^\"]*\"", "");
            assertThat(PARSERS_WORDS
                            .matcher(ours)
                            .results()
                            .map(java.util.regex.MatchResult::group)
                            .toList())
                    .as(mistake.toString())
                    .isEmpty();
        }
    }

    @Test
    void eachOfThemSaysWhatAReaderSeesOrHowToMendIt() throws IOException {
        for (Mistake mistake : mistakes()) {
            for (String told : mistake.words.split("(?m)^(?=error: |advice: )")) {
                assertThat(told).as(mistake.toString()).contains("a reader would see ");
            }
        }
    }

    @Test
    void thePlaybookItselfHasNoFaults() {
        SmallPlaybook.write(folder);
        assertThat(SmallPlaybook.check(folder)).isEmpty();
    }

    @Test
    void theStarterContentHasNoFaultsEither() {
        assertThat(SmallPlaybook.check(Path.of("content"))).isEmpty();
    }
}
