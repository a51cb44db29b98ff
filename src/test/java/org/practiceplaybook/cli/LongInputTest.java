package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is as long as a file may be, in one value or in very many, is read or told; nothing hangs or overflows. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongInputTest {
    private static final int MUCH = 300_000;

    @TempDir
    private Path folder;

    private static String many(int count, String form) {
        return IntStream.range(0, count)
                .mapToObj(i -> form.replace("N", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    static Stream<Arguments> inputs() {
        String entry = "title: P\nsummary: One. Two.\n";
        return Stream.of(
                Arguments.of(
                        "front matter that nothing ends, one word",
                        "practices/p.md",
                        "---\n" + entry + "authors: " + "a".repeat(MUCH),
                        "front-matter-long"),
                Arguments.of(
                        "front matter that other signs end",
                        "practices/p.md",
                        "---\n" + entry + "authors: " + "a".repeat(MUCH) + "\n----\nText.\n",
                        "front-matter-long"),
                Arguments.of(
                        "an address whose host is long",
                        "playbook.yml",
                        "name: P\naddress: https://" + "a".repeat(100_000) + "\n",
                        ""),
                Arguments.of("a note behind a value", "playbook.yml", "name: A #x" + " ".repeat(MUCH) + "y\n", ""),
                Arguments.of(
                        "keys that nobody knows",
                        "playbook.yml",
                        "name: P\n" + many(30_000, "zqN: x\n"),
                        "unknown-key"),
                Arguments.of(
                        "a glossary with an emoji",
                        "glossary.yml",
                        "a: {means: \ud83d\ude00}\n" + many(30_000, "wordN: {means: A word.}\n"),
                        ""),
                Arguments.of("characters by their numbers", "pages/p.md", "&#1;\n\n".repeat(100_000), "control-sign"),
                Arguments.of(
                        "a link of a picture",
                        "pages/p.svg",
                        "<svg xmlns='http://www.w3.org/2000/svg'><a href='https://" + "a".repeat(MUCH)
                                + "'><circle r='4'/></a></svg>",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isReadOrTold(String name, String path, String text, String rule) {
        Run.write(folder, "content/playbook.yml", "name: Ours\naddress: https://walks.net/\n");
        Run.write(folder, "content/pages/about.md", "# About\n\n[A picture](p.svg)\n");
        Run.write(folder, "content/" + path, text);
        Run check = Run.in(folder, "check", "--format", "json");
        assertThat(check.status()).as(check.err()).isIn(Exit.DONE, Exit.CONTENT);
        assertThat(check.out().contains(rule)).as(rule).isTrue();
        assertThat(check.err()).doesNotContain("Exception", "Error", "\tat ");
    }
}
