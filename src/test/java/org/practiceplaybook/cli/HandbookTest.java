package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handbook is a playbook of pages without a fault, made by the program that it describes. */
class HandbookTest {
    private static final Path HANDBOOK = Path.of("docs", "handbook");

    @TempDir
    Path folder;

    @Test
    void itIsWithoutErrorsAndAdvice() throws IOException {
        try (Stream<Path> files = Files.walk(HANDBOOK)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve("content").resolve(HANDBOOK.relativize(file));
                Files.createDirectories(to.getParent());
                // the host says where it is; a template's address is none
                Files.writeString(
                        to,
                        Files.readString(file)
                                .replaceFirst("(?m)^address: \\S+", "address: https://playbook.internal/handbook/")
                                .replaceFirst(
                                        "(?m)^repository: \\S+", "repository: https://gitlab.internal/ours/playbook"));
            }
        }
        Run check = Run.in(folder, "check", "--strict");
        assertThat(check.err() + check.out()).doesNotContain("error:");
        assertThat(check.out() + check.err()).doesNotContain("advice:");
        assertThat(check.status()).isZero();
        Run build = Run.in(folder, "build", "--quiet");
        assertThat(build.status()).as(build.err()).isZero();
        Document home = Jsoup.parse(Run.read(folder, "site/index.html"));
        assertThat(home.select(".areas a").eachText())
                .isEqualTo(List.of("Handbook", "Tutorial", "How-to", "Reference", "Explanations", "Take part"));
        assertThat(Jsoup.parse(Run.read(folder, "site/pages/how-to/index.html"))
                        .select(".children a")
                        .eachText())
                .startsWith("Begin a playbook", "Put it on the web");
        try (Stream<Path> taken = Files.list(folder.resolve("site/downloads"))) {
            assertThat(taken.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".html") && !name.equals("index.html"));
        }
    }
}
