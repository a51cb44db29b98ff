package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the script understands what is typed. */
class QueryIT {
    private static final Set<String> NAMES = Set.of("role", "minutes");

    private static final Script SCRIPT = new Documents()
            .with(Documents.page("a.html").facet("role", "host").range("minutes", 5, 30))
            .found()
            .script;

    private static Script.Answer query(String written) {
        return SCRIPT.search(written, 1);
    }

    private static List<String> words(Script.Answer query) {
        return query.keys();
    }

    @Test
    void wordsAreLookedForOnceInTheirOrder() {
        Script.Answer query = query("  Meet the team, meet THE Team  ");
        assertThat(words(query)).containsExactly("meet", "the", "team");
        assertThat(query.phrases()).isEmpty();
        assertThat(query.without()).isEmpty();
        assertThat(query.filters()).isEmpty();
    }

    @Test
    void theLastWordIsOpenUntilASpaceOrAQuote() {
        assertThat(query("gath").open()).isTrue();
        assertThat(query("gath ").open()).isFalse();
        assertThat(query("gath\u3000").open()).isFalse();
        assertThat(query("\"gath\"").open()).isFalse();
        assertThat(query("\"gath").open()).isTrue();
        assertThat(query("").open()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"know your role\"",
                "“know your role”",
                "„know your role“",
                "«know your role»",
                "»know your role«",
                "\"know your role”"
            })
    void quotesOfAllKindsMakeAPhrase(String written) {
        Script.Answer query = query(written);
        assertThat(query.phrases()).containsExactly(List.of("know", "your", "role"));
        assertThat(words(query)).containsExactly("know", "your", "role");
    }

    @Test
    void aQuoteThatIsLeftOpenQuotesNothing() {
        Script.Answer query = query("meet \"the team");
        assertThat(query.phrases()).isEmpty();
        assertThat(words(query)).containsExactly("meet", "the", "team");
        assertThat(words(query("\""))).isEmpty();
        assertThat(words(query("a \"b c\" \"d"))).containsExactly("a", "b", "c", "d");
        assertThat(query("a \"b c\" \"d").phrases()).containsExactly(List.of("b", "c"));
        assertThat(query("\"\"").phrases()).isEmpty();
    }

    @Test
    void aQuotedWordIsAWord() {
        assertThat(query("\"team\"").phrases()).isEmpty();
        assertThat(words(query("\"team\""))).containsExactly("team");
    }

    @Test
    void aMinusLeavesOut() {
        Script.Answer query = query("team -meeting -\"long talk\" -e-mail");
        assertThat(words(query)).containsExactly("team");
        assertThat(query.without()).containsExactly(List.of("meeting"), List.of("long", "talk"), List.of("e", "mail"));
        assertThat(query("-meeting").without()).containsExactly(List.of("meeting"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "- -", "a - b", "---", "-\"", "-\"\"", "-:", "a-"})
    void aMinusAloneLeavesNothingOut(String written) {
        assertThat(query(written).without()).isEmpty();
    }

    @Test
    void aCompoundIsAnotherWayToWriteItsParts() {
        assertThat(query("e-mail").words()).isEqualTo(Map.of("e", List.of("email"), "mail", List.of("email")));
        assertThat(query("co-op shop").words()).containsEntry("shop", List.of());
    }

    @Test
    void namesOfFiltersFilter() {
        Script.Answer query = query("Role:Facilitator team role:\"Network weaver\" minutes:30");
        assertThat(query.filters())
                .isEqualTo(Map.of("role", List.of("Facilitator", "Network weaver"), "minutes", List.of("30")));
        assertThat(words(query)).containsExactly("team");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__proto__:x",
                "constructor:x",
                "toString:x",
                "http://role",
                "role: facilitator",
                "role:",
                ":role",
                "roles:a",
                "-role:a",
                "role :a"
            })
    void whatIsNoNameOfAFilterFiltersNothing(String written) {
        assertThat(query(written).filters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n\u00a0\u3000\u2028",
                "!?.,;:",
                "\"\"\"\"",
                "…—–",
                "\ud83d",
                "\udc00\ud800",
                "-",
                "\"-\"",
                "\u202e"
            })
    void noWordsAreNoQuery(String written) {
        assertThat(query(written).words()).isEmpty();
    }

    @Test
    void tenThousandLettersAreCut() {
        assertThat(words(query("a".repeat(10_000)))).containsExactly("a".repeat(Tokens.LONGEST));
        assertThat(words(query("abc ".repeat(2500)))).containsExactly("abc");
        String many = IntStream.range(0, 10_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThat(query(many).words()).hasSizeLessThanOrEqualTo(64);
        assertThat(query("\"".repeat(10_000)).words()).isEmpty();
        assertThat(query("-".repeat(10_000)).words()).isEmpty();
        assertThat(words(query("😀".repeat(5000)))).containsExactly("😀");
    }

    @Test
    void aPastedQuestionIsFewerWordsThanTheMost() {
        String question = IntStream.range(0, 60)
                        .mapToObj(i -> "word" + (char) ('a' + i % 26) + i)
                        .collect(Collectors.joining(" "))
                + "?";
        assertThat(query(question).words()).hasSize(60);
    }

    @Test
    void anyTextIsAQuery() {
        Random random = new Random(21);
        List<String> texts =
                Stream.generate(() -> RandomText.of(random, 80)).limit(5000).toList();
        for (Script.Answer query : SCRIPT.search(texts, 1)) {
            assertThat(query.words()).hasSizeLessThanOrEqualTo(64);
            assertThat(NAMES).containsAll(query.filters().keySet());
        }
    }
}
