package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/**
 * Every kind of page of a small playbook, as it should be, letter by letter. The playbook is in
 * {@code src/test/resources/golden/content}, its pages in {@code src/test/resources/golden/site}.
 *
 * <p>Who changes a template, a word or the Markdown room renews the pages and reads what changed in them before
 * committing: {@code mvn test -Dtest=GoldenPagesTest -Dgolden.write=true}, then {@code git diff src/test/resources/golden}.
 *
 * <p>Only the hash in an asset's name and that of the content are taken out of the pages, so that a change of style or of one
 * entry does not change all pages here.
 */
class GoldenPagesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final Path PAGES = GOLDEN.resolve("site");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    /** A history as git would tell it, so that the pages do not change with this repository's. */
    private static final History HISTORY = new History(
            Map.of(
                    "practices/know-your-role.md",
                    new History.FileHistory(
                            LocalDate.of(2024, 2, 3), LocalDate.of(2026, 2, 1), List.of("Ada Example"), ""),
                    "pages/about.md",
                    new History.FileHistory(
                            LocalDate.of(2024, 2, 3), LocalDate.of(2025, 1, 2), List.of("Ada Example"), "")),
            Optional.empty(),
            Optional.empty());

    @BeforeAll
    static void renew() throws IOException {
        if (WRITE) {
            write(pages());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsAsItShouldBe() {
        return pages().entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> {
                    Path golden = PAGES.resolve(page.getKey());
                    assertThat(golden)
                            .as("a new page: see the Javadoc of this test")
                            .exists();
                    assertThat(page.getValue()).isEqualTo(Files.readString(golden));
                }));
    }

    @Test
    void noPageIsMissing() throws IOException {
        try (Stream<Path> walk = Files.walk(PAGES)) {
            assertThat(walk.filter(Files::isRegularFile)
                            .map(path -> PAGES.relativize(path).toString().replace('\\', '/')))
                    .isSubsetOf(pages().keySet());
        }
    }

    private static SortedMap<String, String> pages() {
        Content content = ContentFolder.open(GOLDEN.resolve("content")).read(new Workers(2));
        Library library = Linker.link(content, HISTORY, false);
        Map<String, List<Diagnostic>> errors = Checks.run(content, library, English.SECTIONS).stream()
                .filter(Diagnostic::isError)
                .collect(Collectors.groupingBy(error -> error.place().file().path()));
        SiteFiles site = SiteFiles.of(
                library, Theme.of(Bundled.theme(), "en"), new SiteOptions("content", "0.0.0", errors), new Workers(2));
        SortedMap<String, String> pages = new TreeMap<>();
        // the rules hold every message of the checks, which have tests of their own
        site.listed().values().stream()
                .filter(sheet -> !sheet.path().equals(Addresses.FIRST.rules()))
                .filter(sheet ->
                        !sheet.path().startsWith("assets/") && !sheet.path().startsWith("files/"))
                .filter(sheet -> !sheet.path().endsWith(".png"))
                .forEach(sheet -> pages.put(
                        sheet.path(),
                        new String(sheet.bytes().get(), StandardCharsets.UTF_8)
                                .replaceAll("(assets/[\\w-]+)-[0-9a-f]{10}\\.", "$1.")
                                .replaceAll("(<span class=\"mark\"[^>]*>)[0-9a-f]{6}<", "$1<")));
        return pages;
    }

    private static void write(Map<String, String> pages) throws IOException {
        if (Files.isDirectory(PAGES)) {
            try (Stream<Path> walk = Files.walk(PAGES)) {
                for (Path old : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(old);
                }
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = PAGES.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
    }
}
