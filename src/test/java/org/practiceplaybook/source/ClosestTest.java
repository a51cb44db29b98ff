package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Did you mean" is said only where a person would say it. */
class ClosestTest {
    private static final List<String> NAMES = List.of(
            "title", "summary", "roles", "know-your-role", "fail-first-attempt", "find-the-leverage-point", "go");

    @ParameterizedTest(name = "\"{0}\" means {1}")
    @CsvSource({
        "titel, title",
        "Title, title",
        "' TITLE ', title",
        "sumary, summary",
        "role, roles",
        "know-you-role, know-your-role",
        "know_your_role, know-your-role",
        "leverage-point, find-the-leverage-point",
        "leverage, find-the-leverage-point",
        "attempt, fail-first-attempt",
        "og, go",
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Closest.to(written, NAMES)).contains(meant);
    }

    @ParameterizedTest(name = "\"{0}\" means nothing known")
    @CsvSource({"something-else", "xy", "''", "zzz", "'   '", "int"})
    void saysNothingWhereNothingIsNear(String written) {
        assertThat(Closest.to(written, NAMES)).isEmpty();
    }

    @Test
    void takesTheNearestAndOfEqualsTheFirstByName() {
        assertThat(Closest.to("card", List.of("cord", "cards", "care", "cart"))).contains("cards");
        assertThat(Closest.to("bake", List.of("lake", "cake", "make"))).contains("cake");
        assertThat(Closest.to("bakery", List.of("bakers", "bakeries"))).contains("bakers");
    }

    @Test
    void doesNotDependOnTheOrderOfTheNames() {
        assertThat(Closest.to("bake", List.of("make", "cake", "lake"))).contains("cake");
        assertThat(Closest.to("practice", List.of("best-practice", "my-practice", "a-practice")))
                .contains("a-practice");
    }

    @Test
    void hasNothingToSayOfNothing() {
        assertThat(Closest.to("title", List.of())).isEmpty();
    }
}
