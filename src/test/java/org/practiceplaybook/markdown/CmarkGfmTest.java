package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.fixture.DebianProgram;

/** GitHub's own program, {@code cmark-gfm}, beside the build: both show a text alike. */
class CmarkGfmTest {
    private static final int TEXTS = Integer.getInteger("texts", 200);
    private static final long SEED = Long.getLong("seed", 20261127);

    /** Without signs that the playbook shows otherwise on purpose: definition lists, figures, raw HTML. */
    private static final String[] PIECES = {
        "word",
        "two words",
        "a",
        "*em*",
        "**bold**",
        "*",
        "**",
        "~~gone~~ ",
        "~gone~ ",
        "`code`",
        "`a | b`",
        "`a \\| b`",
        "`",
        "[link](b.md)",
        "[r]",
        "[words][r]",
        "[![alt][i]][r]",
        "![alt][i]",
        "![alt](i.png)",
        "[none]",
        "[none][none]",
        "[",
        "]",
        "[^n]",
        "[^N]",
        "[^none]",
        "\\|",
        "\\*",
        "\\\\",
        "&amp;",
        "|",
        "| a | b |",
        "|---|:-:|",
        "--|--",
        "a | b",
        "a | b | c",
        "- item",
        "- [x] done",
        "- [ ] open",
        "1. step",
        "2) step",
        "> quote",
        "## Head",
        "---",
        "***",
        "```",
        "~~~",
        "    indented",
        "  more",
        "   | a | b |",
        "   |---|---|",
        "1) | a |",
        "x\\",
        "!",
        "(b.md)",
        "_under_ ",
        "a_b_c",
    };

    private static final String[] ADDRESSES = {
        "word",
        "a ",
        " ",
        "\n",
        "*",
        "**",
        "_",
        "(",
        ")",
        "'",
        "a: ",
        ";",
        "-",
        ".",
        "?",
        "/",
        "&amp;",
        "&b;",
        "&",
        "www.a.org",
        "www.",
        "http://a.org",
        "https://",
        "http://a_b.org/",
        "HTTP://a.b.c/d",
        "http://a",
        "a@b.org",
        " mailto:",
        "c.d-e_f@g-h.i_j.kl",
        "/x_y_z/",
        "*em*",
        " ~~gone~~ ",
        " `code`",
        "，a",
        "1"
    };

    private static Path program;

    @BeforeAll
    static void find() {
        Optional<Path> found;
        try {
            found = Optional.of(DebianProgram.find("cmark-gfm", "cmark-gfm"));
        } catch (IllegalStateException notToBeHad) {
            found = Optional.empty();
        }
        assumeTrue(found.isPresent(), "cmark-gfm can be installed");
        program = found.get();
    }

    static Stream<String> shapes() throws IOException {
        return Stream.of(
                Files.readString(Path.of("src/test/resources/gfm/shapes.txt")).split("(?m)^====\n"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void showsTheTableOfShapesAlike(String markdown) throws IOException {
        assertThat(GithubHtml.ours(markdown)).as(markdown).isEqualTo(theirs(markdown));
    }

    @Test
    void showsRandomTextsAlike() throws IOException {
        showsAlike(CmarkGfmTest::text);
    }

    @Test
    void linksTheSameAddresses() throws IOException {
        showsAlike(random -> {
            StringBuilder text = new StringBuilder();
            for (int i = 2 + random.nextInt(12); i > 0; i--) {
                text.append(ADDRESSES[random.nextInt(ADDRESSES.length)]);
            }
            return text.toString();
        });
    }

    private static void showsAlike(Function<Random, String> texts) throws IOException {
        Random random = new Random(SEED);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String markdown = texts.apply(random);
            String ours = GithubHtml.ours(markdown);
            String theirs = theirs(markdown);
            if (!ours.equals(theirs)) {
                different.add(markdown + "\n--- cmark-gfm\n" + theirs + "\n--- ours\n" + ours);
            }
        }
        assertThat(different).isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 2 + random.nextInt(9); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)])
                    .append(new String[] {" ", "\n", "\n", "\n", "\n\n", ""}[random.nextInt(6)]);
        }
        return text.append("\n\n[r]: r.md\n[i]: i.png\n\nLast[^n].\n\n[^n]: A *note*.\n")
                .toString();
    }

    private static String theirs(String markdown) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-e",
                        "table",
                        "-e",
                        "strikethrough",
                        "-e",
                        "autolink",
                        "-e",
                        "tasklist",
                        "-e",
                        "footnotes",
                        "--unsafe")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var input = process.getOutputStream()) {
            input.write(GithubHtml.text(markdown).getBytes(StandardCharsets.UTF_8));
        }
        return GithubHtml.theirs(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
