package org.practiceplaybook.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two changes of one text in one, as git would do it. */
class ThreeWayMergeTest {
    private static final String BASE = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";

    private static ThreeWayMerge merge(String base, String own, String other) {
        return ThreeWayMerge.of(base, own, other, "ours", "theirs");
    }

    @Test
    void changesOfOtherLinesAreBothTaken() {
        ThreeWayMerge merge = merge(BASE, BASE.replace("two", "TWO"), BASE.replace("six\n", "") + "eight\n");
        assertThat(merge).isEqualTo(new ThreeWayMerge("one\nTWO\nthree\nfour\nfive\nseven\neight\n", 0));
    }

    @Test
    void theSameChangeIsMadeOnce() {
        String changed = BASE.replace("two", "TWO");
        assertThat(merge(BASE, changed, changed.replace("six", "SIX")))
                .isEqualTo(new ThreeWayMerge(changed.replace("six", "SIX"), 0));
        assertThat(merge(BASE, changed, changed)).isEqualTo(new ThreeWayMerge(changed, 0));
    }

    @Test
    void theSameLinesChangedInTwoWaysStandBetweenMarks() {
        assertThat(merge(BASE, BASE.replace("two", "zwei"), BASE.replace("two", "deux")))
                .isEqualTo(new ThreeWayMerge(
                        "one\n<<<<<<< ours\nzwei\n||||||| before\ntwo\n=======\ndeux\n>>>>>>> theirs\n"
                                + "three\nfour\nfive\nsix\nseven\n",
                        1));
    }

    @Test
    void linesThatTouchAreNotGuessed() {
        assertThat(merge(BASE, BASE.replace("two", "zwei"), BASE.replace("three", "trois"))
                        .conflicts())
                .isOne();
        assertThat(merge(BASE, "a\n" + BASE, "b\n" + BASE).conflicts()).isOne();
    }

    @Test
    void anEmptyTextAndAMissingLastEndAreKept() {
        assertThat(merge("", "a", "").text()).isEqualTo("a");
        assertThat(merge("a\n", "a", "a\n").text()).isEqualTo("a");
        assertThat(merge("a\nb\nc", "a\nb\nc", "A\nb\nc").text()).isEqualTo("A\nb\nc");
    }

    @Test
    void lineEndsAreThoseOfTheOwnText() {
        assertThat(merge(BASE, BASE.replace("\n", "\r\n"), BASE.replace("two", "TWO")))
                .isEqualTo(new ThreeWayMerge(BASE.replace("two", "TWO").replace("\n", "\r\n"), 0));
    }

    /** Merged again with the same versions, nothing changes: so an upgrade may be begun again. */
    @Test
    void whatIsMergedStaysMergedAndGitAgrees(@TempDir Path folder) throws Exception {
        Random random = new Random(14);
        int clean = 0;
        for (int round = 0; round < 60; round++) {
            List<String> base = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                base.add("line " + i);
            }
            String from = String.join("\n", base) + "\n";
            String own = changed(base, random, "own");
            String other = changed(base, random, "other");
            ThreeWayMerge merge = merge(from, own, other);
            if (merge.conflicts() == 0) {
                clean++;
                assertThat(git(folder, from, own, other)).isEqualTo(merge.text());
                assertThat(merge(from, merge.text(), other)).isEqualTo(merge);
            }
        }
        assertThat(clean).as("some of each kind").isBetween(10, 58);
    }

    private static String changed(List<String> base, Random random, String who) {
        List<String> lines = new ArrayList<>(base);
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, who + " " + random.nextInt(1000));
                default -> lines.set(at, who + " " + random.nextInt(1000));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String git(Path folder, String base, String own, String other) throws IOException {
        Files.writeString(folder.resolve("base"), base);
        Files.writeString(folder.resolve("own"), own);
        Files.writeString(folder.resolve("other"), other);
        Process git = new ProcessBuilder("git", "merge-file", "-p", "own", "base", "other")
                .directory(folder.toFile())
                .start();
        return new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
