package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** What printing says where it cannot print; the file that was there before stays. */
class PdfVerbTest {
    @TempDir
    Path folder;

    private Run run(String... arguments) {
        new PlaybookFolder(folder.resolve("content"))
                .with("playbook.yml", "name: Ways to meet")
                .practice("listen", "reviewed: 2026-02");
        return Run.in(folder, arguments);
    }

    private void browser(String script) throws IOException {
        Path program = folder.resolve("browser");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aPageThatIsNotThereIsToldWithTheNearest() throws IOException {
        browser("exit 0");
        Run printed = run("pdf", "lisen", "--browser", "browser");
        assertThat(printed.status()).isEqualTo(Exit.USAGE);
        assertThat(printed.err()).contains("no practice and no pathway \"lisen\", did you mean \"listen\"?");
    }

    @Test
    void aPaperThatIsNotKnownIsToldWithThoseThatAre() throws IOException {
        browser("exit 0");
        Run printed = run("pdf", "--browser", "browser", "--paper", "A3");
        assertThat(printed.status()).isEqualTo(Exit.USAGE);
        assertThat(printed.err()).contains("there is no paper \"A3\"; say A4 or LETTER");
    }

    @Test
    void aBrowserThatIsNotThereIsTold() {
        Run printed = run("pdf", "--browser", "nowhere");
        assertThat(printed.status()).isEqualTo(Exit.USAGE);
        assertThat(printed.err()).contains("there is no program \"nowhere\" to print with");
    }

    @Test
    void aBrowserThatDoesNotPrintLeavesTheFormerFile() throws IOException {
        browser("echo 'ERROR: no display'; exit 7");
        Files.writeString(folder.resolve("book.pdf"), "former");
        Run printed = run("pdf", "--browser", "browser", "--output", "book.pdf");
        assertThat(printed.status()).isEqualTo(Exit.MACHINE);
        assertThat(printed.err())
                .contains("browser did not print: it ended with 7, ERROR: no display; name another browser with"
                        + " --browser");
        assertThat(folder.resolve("book.pdf")).hasContent("former");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("content", "browser", "book.pdf");
        }
    }

    @Test
    void aPageIsPrintedFromAFolderOfItsOwn() throws IOException {
        browser("for a in \"$@\"; do case \"$a\" in --print-to-pdf=*) out=${a#*=};; file:*) page=$a;; esac; done\n"
                + "echo \"$page\" > \"$out\"");
        Run printed = run("pdf", "content/practices/listen.md", "--browser", "browser", "--output", "one.pdf");
        assertThat(printed.status()).as(printed.err()).isEqualTo(Exit.DONE);
        assertThat(Files.readString(folder.resolve("one.pdf"))).endsWith("site/practices/listen.html\n");
    }

    /** Two drafts side by side and one print: every further print of a large playbook takes long. */
    @Test
    void theWholeIsDraftedOnceAndPrintedOnce() throws IOException {
        PlaybookFolder content = new PlaybookFolder(folder.resolve("content"));
        for (int i = 0; i < 80; i++) {
            content.practice("more-" + i);
        }
        browser(
                "for a in \"$@\"; do case \"$a\" in --print-to-pdf=*) out=${a#*=};; file://*) page=${a#file://};; esac; done\n"
                        + "echo \"$*\" >> \"" + folder.resolve("asked.txt") + "\"\n"
                        + "awk 'BEGIN { n = 1; print \"1 0 obj <</Type /Pages /Count 9 /Kids [11 0 R\" }"
                        + " /<section class=\"leaf/ { n++; p = $0; sub(/.*<section class=\"leaf[^>]* id=\"/, \"\", p); sub(/\".*/, \"\", p);"
                        + " print n + 10, \"0 R\"; gsub(\"/\", \"#2F\", p); d = d \"/\" p \" [\" n + 10 \" 0 R /XYZ 0 1 0]\\n\" }"
                        + " END { print \"]>>\\n<<\" d \">>\" }' \"$page\" > \"$out\"\n"
                        + "cat \"$page\" >> \"$out\"");
        Run printed = run("pdf", "--browser", "browser", "--output", "book.pdf");
        assertThat(printed.status()).as(printed.err()).isEqualTo(Exit.DONE);
        List<String> asked = Files.readAllLines(folder.resolve("asked.txt"));
        assertThat(asked.stream().filter(line -> line.contains("--disable-pdf-tagging")))
                .hasSize(Math.min(2, Runtime.getRuntime().availableProcessors()));
        assertThat(asked.stream().filter(line -> line.contains("--generate-pdf-document-outline")))
                .hasSize(1);
        String book = Files.readString(folder.resolve("book.pdf"));
        String text = book.substring(book.indexOf("<!doctype"));
        int page = 1;
        for (String id : Pattern.compile("<section class=\"leaf[^>]* id=\"([^\"]+)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList()) {
            page++;
            if (id.startsWith("practices/")) {
                assertThat(text).contains("<a href=\"#" + id + "\" data-page=\"" + page + "\"");
            }
        }
        assertThat(page).isGreaterThan(80);
        assertThat(text).contains("@media screen { body { display: none; } }").doesNotContain("class=\"draft\"");
    }
}
