package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private static final SourceFile A = new SourceFile("a.md", "one\ntwo\n");
    private static final SourceFile B = new SourceFile("b.md", "one\ntwo\n");

    @Test
    void areListedByFileThenPlaceThenWeightThenRule() {
        List<Diagnostic> inOrder = List.of(
                Diagnostic.of(RuleCode.UTF_16, A.whole(), "about the file"),
                Diagnostic.of(RuleCode.BROKEN_LINK, A.at(new Span(2, 3)), "first"),
                Diagnostic.of(RuleCode.TAB, A.at(new Span(2, 3)), "first"),
                Diagnostic.of(RuleCode.TAB, A.at(new Span(2, 3)), "second"),
                Diagnostic.of(RuleCode.AKA_TAKEN, A.at(new Span(2, 3)), "lighter"),
                Diagnostic.of(RuleCode.BROKEN_LINK, A.at(new Span(5, 6)), "later"),
                Diagnostic.of(RuleCode.AKA_TAKEN, B.whole(), "another file"));
        for (int seed = 0; seed < 20; seed++) {
            List<Diagnostic> mixed = new ArrayList<>(inOrder);
            Collections.shuffle(mixed, new Random(seed));
            mixed.sort(Diagnostic.ORDER);

            assertThat(mixed).isEqualTo(inOrder);
        }
    }

    @Test
    void gainWordsWithoutLosingAny() {
        Diagnostic plain = Diagnostic.of(RuleCode.AKA_TAKEN, A.at(new Span(4, 7)), "message");

        Diagnostic full = plain.label("label").effect("effect").remedy("remedy").replaceBy("2");

        assertThat(full.message()).isEqualTo("message");
        assertThat(full.label()).isEqualTo("label");
        assertThat(full.effect()).isEqualTo("effect");
        assertThat(full.remedy()).isEqualTo("remedy");
        assertThat(full.edit()).contains(new Edit(new Span(4, 7), "2"));
        assertThat(full.place()).isEqualTo(plain.place());
        assertThat(Findings.corrected(full)).isEqualTo("2");
        assertThat(plain.label()).isEmpty();
    }

    @Test
    void onlyErrorsStopTheBuild() {
        assertThat(Diagnostic.of(RuleCode.BROKEN_LINK, A.whole(), "m").isError())
                .isTrue();
        assertThat(Diagnostic.of(RuleCode.AKA_TAKEN, A.whole(), "m").isError()).isFalse();
    }
}
