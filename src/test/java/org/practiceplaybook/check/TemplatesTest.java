package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The templates of {@code new} and what waits in them for words. */
class TemplatesTest {
    @Test
    void theWordsOfTheTemplatesAreKnownAsSuch() throws IOException {
        Set<String> waiting = new TreeSet<>(Placeholders.PHRASES);
        String templates = "";
        for (String name : Set.of("practice", "attempt", "pathway")) {
            try (var in = TemplatesTest.class.getResourceAsStream("/bundled/templates/" + name + ".md")) {
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
