package org.practiceplaybook.check;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/**
 * The mistakes that people make, each with all that is said of it: {@code src/test/resources/mistakes}. A case is a name
 * ({@code === }), files that are put into a playbook without faults ({@code --- }), and what is then found: rule and weight
 * ({@code >>> }) and the very words on the terminal.
 */
class MistakesTest {
    private static final Pattern PARSERS_WORDS = Pattern.compile(
            "mapping|scalar|sequence|token|flow|block (?:end|mapping)|while (?:scanning|parsing)|expected <|exception|null",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    private Path folder;

    static List<Mistake> mistakes() throws IOException {
        return Mistake.all();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldInWordsOfItsOwn(Mistake mistake) {
        if (!mistake.files().isEmpty()) {
            SmallPlaybook.write(folder);
        }
        mistake.write(folder);

        List<Diagnostic> found = SmallPlaybook.check(folder);

        assertThat(Mistake.rules(found)).isEqualTo(mistake.rules());
        assertThat(Mistake.words(found)).isEqualTo(mistake.words());
    }

    @Test
    void theTableHasACaseForEachRuleOfTheContent() throws IOException {
        Set<String> shown =
                mistakes().stream().flatMap(mistake -> mistake.rules().lines()).collect(toCollection(TreeSet::new));
        Set<String> rules = Stream.of(RuleCode.values())
                // then come those of changes and of other libraries
                .filter(rule -> rule.compareTo(RuleCode.REMOVED_LINKED) < 0)
                // only a race can make a file go away
                .filter(rule -> rule != RuleCode.FILE_GONE)
                .map(rule -> rule.severity().name().toLowerCase(Locale.ROOT) + " " + rule.id())
                .collect(toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(rules);
    }

    @Test
    void noMistakeIsToldInTheWordsOfAParser() throws IOException {
        for (Mistake mistake : mistakes()) {
            String ours = mistake.words().replaceAll("(?m)^ *\\d+ \\|.*$|write:.*$|\"[^\"]*\"", "");
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
            for (String told : mistake.words().split("(?m)^(?=error: |advice: )")) {
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
