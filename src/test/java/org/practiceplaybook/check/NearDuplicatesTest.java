package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.source.Diagnostic;

/** Practices that are there already. */
class NearDuplicatesTest {
    @TempDir
    private Path folder;

    private List<String> duplicates() {
        return SmallPlaybook.check(folder).stream()
                .filter(diagnostic -> diagnostic.code().equals("near-duplicate"))
                .map(diagnostic -> diagnostic.place().file().path() + " " + diagnostic.label())
                .toList();
    }

    private static String practice(String title, String summary, String more, String body) {
        return "---\ntitle: " + title + "\nsummary: " + summary + "\n" + more + "---\n\n" + body + "\n";
    }

    private static String words(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(random.nextInt(2_000), 36) + "a")
                .collect(Collectors.joining(" "));
    }

    @Test
    void areFoundByNamesThatDifferInSmallWordsAndEndings() {
        SmallPlaybook.write(folder, "practices/a.md", practice("Find the leverage point", "One.", "", ""));
        SmallPlaybook.write(folder, "practices/b.md", practice("Finding your leverage points", "Two.", "", ""));
        SmallPlaybook.write(folder, "practices/c.md", practice("Find a quiet place", "Three.", "", ""));
        assertThat(duplicates()).containsExactly("practices/b.md the same name");
    }

    @Test
    void areFoundByTheNameThatOneHasAndTheOtherHad() {
        SmallPlaybook.write(folder, "practices/a.md", practice("Pause", "One.", "aka: [Stop and look]\n", ""));
        SmallPlaybook.write(folder, "practices/b.md", practice("Stop and look", "Two.", "", ""));
        assertThat(duplicates()).containsExactly("practices/b.md the same name");
    }

    @Test
    void areFoundByTheirWords() {
        String text = words(1, 300);
        SmallPlaybook.write(folder, "practices/a.md", practice("One", "Same.", "", text));
        SmallPlaybook.write(folder, "practices/b.md", practice("Two", "Same.", "", text + " " + words(2, 60)));
        SmallPlaybook.write(folder, "practices/c.md", practice("Three", "Same.", "", words(3, 300)));
        assertThat(duplicates()).hasSize(1).first().asString().matches("practices/b.md 8\\d % of the words in common");
    }

    @Test
    void areNoneWhereTheWriterHasLookedAtBoth() {
        String text = words(1, 300);
        SmallPlaybook.write(folder, "practices/a.md", practice("One", "Same.", "", text));
        SmallPlaybook.write(
                folder, "practices/b.md", practice("Two", "Same.", "related: {a: It is the short one.}\n", text));
        assertThat(duplicates()).isEmpty();
    }

    @Test
    void areNoneAmongShortTexts() {
        SmallPlaybook.write(folder, "practices/a.md", practice("One", "People are tired. Let them rest.", "", ""));
        SmallPlaybook.write(folder, "practices/b.md", practice("Two", "People are tired. Let them rest.", "", ""));
        assertThat(duplicates()).isEmpty();
    }

    @Test
    void ofScriptsWithoutBlanksAreFoundToo() {
        String text = "我们在一起工作之前先认识彼此然后决定一起做什么并且写下来谁做什么";
        SmallPlaybook.write(folder, "practices/a.md", practice("一", "一。", "", text));
        SmallPlaybook.write(folder, "practices/b.md", practice("二", "二。", "", text));
        assertThat(duplicates()).hasSize(1);
    }

    @Test
    void areToldOfWithTheOneToLookAt() {
        SmallPlaybook.write(folder, "practices/a.md", practice("Pause", "One.", "", ""));
        SmallPlaybook.write(folder, "practices/b.md", practice("The pause", "Two.", "", ""));
        Diagnostic found = SmallPlaybook.check(folder).stream()
                .filter(diagnostic -> diagnostic.code().equals("near-duplicate"))
                .findFirst()
                .orElseThrow();
        assertThat(found.isError()).isFalse();
        assertThat(found.message()).isEqualTo("this practice is much like \"Pause\" in practices/a.md");
    }
}
