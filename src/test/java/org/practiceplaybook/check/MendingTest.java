package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.Workers;

/** Mending, tried on every mistake of the table. */
class MendingTest {
    private static final Workers WORKERS = new Workers(1);

    @TempDir
    private Path folder;

    static List<Mistake> mistakes() throws IOException {
        return Mistake.all().stream()
                .filter(mistake -> !mistake.files().isEmpty())
                .filter(mistake -> !mistake.rules().contains("too-")) // large, and nothing in them is mended
                .toList();
    }

    /** A date that can be read in two ways is of a rule that is mended, and has no correction. */
    private static long certain(List<Diagnostic> found) {
        return found.stream()
                .filter(diagnostic -> diagnostic.rule().isMended())
                .filter(diagnostic ->
                        diagnostic.edit().isPresent() || diagnostic.place().isWhole())
                .count();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mendsAllThatIsCertainAndMakesNothingWorse(Mistake mistake) {
        SmallPlaybook.write(folder);
        mistake.write(folder);
        List<Diagnostic> before = SmallPlaybook.check(folder);
        ContentFolder content = ContentFolder.open(folder);

        List<Mending.Mended> mended = Mending.of(content, before, WORKERS);

        assertThat(mended.isEmpty()).isEqualTo(certain(before) == 0);
        mended.forEach(file -> assertThat(content.replace(file.path(), file.before(), file.after()))
                .isTrue());
        List<Diagnostic> after = SmallPlaybook.check(folder);
        assertThat(certain(after)).isZero();
        assertThat(after.stream().filter(Diagnostic::isError).count())
                .isLessThanOrEqualTo(before.stream().filter(Diagnostic::isError).count());
        assertThat(Mending.of(content, after, WORKERS)).isEmpty();
    }

    @Test
    void keepsEveryWordThatStandsBetweenTheLines() {
        SmallPlaybook.write(folder);
        String written =
                "---\nTitle: A: b: c \"d\" \\ e\nsummary: “One. Two: ‘three’.”\nroles:\n\t-facilitator\n  -member\ntime: 15min # about\n---\n\tAs it is: here\n";
        SmallPlaybook.write(folder, "practices/a-walk.md", written);
        ContentFolder content = ContentFolder.open(folder);
        String after =
                Mending.of(content, SmallPlaybook.check(folder), WORKERS).get(0).after();
        assertThat(after.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(written.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(java.util.Locale.ROOT));
        assertThat(after)
                .endsWith("time: 15 min # about\n---\n\tAs it is: here\n")
                .contains("title: \"A: b: c \\\"d\\\" \\\\ e\"\n");
    }

    @Test
    void leavesAFileAloneThatHasChangedMeanwhile() {
        SmallPlaybook.write(folder);
        SmallPlaybook.write(folder, "practices/a-walk.md", "---\ntitle: A walk\nsummary: One.\ntime: 15min\n---\n");
        ContentFolder content = ContentFolder.open(folder);
        Mending.Mended file =
                Mending.of(content, SmallPlaybook.check(folder), WORKERS).get(0);
        SmallPlaybook.write(folder, file.path(), "---\ntitle: Another\n---\n");
        assertThat(content.replace(file.path(), file.before(), file.after())).isFalse();
        assertThat(content.text(file.path())).contains("---\ntitle: Another\n---\n");
    }
}
