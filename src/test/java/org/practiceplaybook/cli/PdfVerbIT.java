package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.DebianProgram;
import org.practiceplaybook.fixture.PlaybookFolder;

/** The playbook on paper, by the Chromium of the machine. */
class PdfVerbIT {
    @TempDir
    Path folder;

    private Run run(String... arguments) {
        return Run.in(folder, arguments);
    }

    private void playbook() {
        new PlaybookFolder(folder.resolve("content"))
                .with("playbook.yml", "name: Ways to meet")
                .practice("listen", "reviewed: 2026-02")
                .practice("tell")
                .with(
                        "pathways/first.md",
                        "---",
                        "title: First",
                        "summary: To begin.",
                        "steps:",
                        "  - practice: listen",
                        "  - practice: tell",
                        "---",
                        "",
                        "Go.");
    }

    @Test
    void theWholePlaybookHasTheNumbersOfItsPages() throws IOException {
        playbook();
        DebianProgram.find("chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        Run printed = run("pdf", "--output", "book.pdf");
        assertThat(printed.status()).as(printed.err()).isEqualTo(Exit.DONE);
        String pdf = Files.readString(folder.resolve("book.pdf"), StandardCharsets.ISO_8859_1);
        assertThat(pdf).contains("/Outlines", "/Marked true", "/Lang (en)", "/practices#2Flisten");
        assertThat(run("pdf", "listen").status()).isEqualTo(Exit.DONE);
        String one = Files.readString(folder.resolve("listen.pdf"), StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type /Page\\b").matcher(one).results().count())
                .isBetween(1L, 2L);
        assertThat(List.of(pdf, one)).allSatisfy(text -> assertThat(boxes(text)).containsExactly("594 841"));
        assertThat(run("pdf", "listen", "--paper", "letter").status()).isEqualTo(Exit.DONE);
        assertThat(boxes(Files.readString(folder.resolve("listen.pdf"), StandardCharsets.ISO_8859_1)))
                .containsExactly("612 792");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("content", "book.pdf", "listen.pdf");
        }
    }

    /** How large its pages are, in points. */
    private static Set<String> boxes(String pdf) {
        return Pattern.compile("/MediaBox \\[0 0 (\\d+)[.\\d]* (\\d+)")
                .matcher(pdf)
                .results()
                .map(box -> box.group(1) + " " + box.group(2))
                .collect(Collectors.toSet());
    }
}
