package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text is like. */
class SketchTest {
    private static List<String> words(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(random.nextInt(2_000), 36) + "x")
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Sketch of(List<String> words) {
        return Sketch.of(String.join(" ", words));
    }

    private static boolean shareABand(Sketch one, Sketch other) {
        return IntStream.range(0, Sketch.BANDS).anyMatch(i -> one.bands()[i] == other.bands()[i]);
    }

    @Test
    void ofOneTextIsOneSketch() {
        Sketch one = of(words(5, 200));
        assertThat(one).isEqualTo(of(words(5, 200))).hasSameHashCodeAs(of(words(5, 200)));
        assertThat(one.likeness(of(words(5, 200)))).isEqualTo(1);
        assertThat(one.likeness(of(words(6, 200)))).isLessThan(0.1);
        assertThat(one).isNotEqualTo(of(words(6, 200)));
    }

    @Test
    void caseAndSmallWordsAndSignsDoNotCount() {
        assertThat(Sketch.of("The Ébène — table, of 12 (chairs)!")).isEqualTo(Sketch.of("ébène table 12 CHAIRS"));
        assertThat(Sketch.of("E\u0301bène table")).isEqualTo(Sketch.of("ébène table"));
    }

    @Test
    void scriptsWithoutBlanksAreCutSignBySign() {
        assertThat(Sketch.of("我们在一起").size()).isEqualTo(4);
    }

    @ParameterizedTest(name = "of {0} words")
    @ValueSource(ints = {14, 40, 150, 600})
    void textsWithHalfOfTheirPairsInCommonShareABandInNineCasesOfTen(int length) {
        int found = 0;
        int cases = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            List<String> text = words(seed, length);
            List<String> other = new ArrayList<>(text);
            // three words in ten are others, at the end: a little more than half of all pairs remain in common
            List<String> end = words(1_000_000 + seed, length * 3 / 10);
            for (int i = 0; i < end.size(); i++) {
                other.set(length - 1 - i, end.get(i));
            }
            if (of(text).likeness(of(other)) >= 0.5) {
                cases++;
                found += shareABand(of(text), of(other)) ? 1 : 0;
            }
        }
        assertThat(cases).isGreaterThan(900);
        assertThat((double) found / cases).isGreaterThan(0.85);
    }

    @Test
    void otherTextsHardlyEverShareABand() {
        long shared = IntStream.range(0, 1_000)
                .filter(seed -> shareABand(of(words(seed, 150)), of(words(50_000 + seed, 150))))
                .count();
        assertThat(shared).isLessThan(20);
    }

    @Test
    void aTextWithoutPairsHasNoBands() {
        assertThat(Arrays.stream(Sketch.of("word").bands()).sum()).isZero();
        assertThat(Sketch.of("").likeness(Sketch.of(""))).isZero();
    }

    @Test
    void isMadeInTimeThatGrowsWithTheText() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> IntStream.range(0, 10_000).forEach(i -> of(words(i, 150))));
    }
}
