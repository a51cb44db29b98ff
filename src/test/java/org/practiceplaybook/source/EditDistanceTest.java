package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "'', '', 0",
        "a, a, 0",
        "'', abc, 3",
        "abc, '', 3",
        "title, titel, 1",
        "title, tilte, 1",
        "title, ttle, 1",
        "title, tittle, 1",
        "title, tutle, 1",
        "roles, role, 1",
        "kitten, sitting, 3",
        "ab, ba, 1",
        // a swapped pair may not be edited again (optimal string alignment)
        "ca, abc, 3",
    })
    void countsLettersPutInLeftOutChangedAndSwapped(String a, String b, int distance) {
        assertThat(EditDistance.between(a, b, 9)).isEqualTo(distance);
        assertThat(EditDistance.between(b, a, 9)).isEqualTo(distance);
    }

    @ParameterizedTest(name = "{0} and {1}, up to {2}: {3}")
    @CsvSource({
        "kitten, sitting, 3, 3",
        "kitten, sitting, 2, 3",
        "kitten, sitting, 0, 1",
        "a, abcdef, 2, 3",
        "same, same, 0, 0"
    })
    void stopsCountingBeyondTheLimit(String a, String b, int limit, int given) {
        assertThat(EditDistance.between(a, b, limit)).isEqualTo(given);
    }

    @Test
    void givesTheSameWithAnyLimitThatIsFarEnough() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String a = word(random);
            String b = word(random);
            int exact = EditDistance.between(a, b, 100);
            for (int limit = 0; limit < 8; limit++) {
                assertThat(EditDistance.between(a, b, limit))
                        .as("%s and %s up to %d", a, b, limit)
                        .isEqualTo(Math.min(exact, limit + 1));
            }
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(8), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
