package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The book of rules and the code say the same. */
class RuleBookTest {
    /** A rule's name where a finding is made; names put together from a field's are in the table of mistakes. */
    private static final Pattern NAME = Pattern.compile(
            "(?:Diagnostic\\s*\\.\\s*(?:error|advice)\\(|error\\(\\s*file,|new (?:Hint|Slip)\\()\\s*\"([a-z][a-z0-9-]*[a-z0-9])\"");

    private static Stream<Path> sources() throws IOException {
        return Files.walk(Path.of("src/main/java"))
                .filter(path -> path.toString().endsWith(".java"))
                // what is said of another library while it is brought over is no finding in the playbook
                .filter(path -> !path.toString().contains("importer"));
    }

    @Test
    void everyNameInTheCodeIsInTheBook() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = sources()) {
            for (Path file : files.toList()) {
                NAME.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        assertThat(names).hasSizeGreaterThan(100);
        assertThat(names)
                .allSatisfy(name -> assertThat(RuleBook.of(name)).as(name).isPresent());
    }

    @Test
    void everyNameIsThereOnceAndSaysWhatItAsks() {
        assertThat(RuleBook.all()).extracting(RuleBook.Entry::id).doesNotHaveDuplicates();
        assertThat(RuleBook.all()).allSatisfy(rule -> assertThat(rule.asks()).endsWith("."));
    }

    @Test
    void theWordsOfTheTemplatesAreKnownAsSuch() throws IOException {
        Set<String> waiting = new TreeSet<>(Placeholders.PHRASES);
        String templates = "";
        for (String name : Set.of("practice", "attempt", "pathway")) {
            try (var in = RuleBookTest.class.getResourceAsStream("/bundled/templates/" + name + ".md")) {
                templates += new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        String all = templates;
        assertThat(waiting).allMatch(all::contains);
        Set<String> said = Pattern.compile("(?m)^(?:summary|lesson| *why): (Say .*)$")
                .matcher(all)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(waiting).containsAll(said);
    }
}
