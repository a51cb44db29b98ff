package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong: an incomplete copy, a deploy, two playbooks on one host, no network for a moment. */
class SearchDamageIT extends SearchReader {
    @TempDir
    private static Path largeFolder;

    @TempDir
    Path folder;

    /** A copy of the site. */
    private Path copy(String name) {
        Path copy = folder.resolve(name);
        try (Stream<Path> walk = Files.walk(site.folder())) {
            for (Path path : walk.toList()) {
                Path to = copy.resolve(site.folder().relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static List<Path> shards(Path site) {
        try (Stream<Path> walk = Files.walk(site.resolve("search"))) {
            return walk.filter(path -> path.toString().matches(".*[/\\\\].[/\\\\][0-9a-z]{6}\\.js"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A site of so much that briefs are files of their own; made once. */
    private static Path large() throws IOException {
        Path built = largeFolder.resolve("site");
        if (!Files.exists(built)) {
            Path content = largeFolder.resolve("content");
            copyFolder(Path.of("content"), content);
            for (int i = 0; i < 250; i++) {
                String boats = "Boats on river " + i + ". ";
                write(
                        content.resolve("pages/more-" + i + ".md"),
                        "---\ntitle: More " + i + "\nsummary: " + boats.repeat(12) + "\n---\n\n" + boats.repeat(20)
                                + "\n");
            }
            assertThat(BuiltSite.build(content, built, "--downloads", "none")).isZero();
        }
        return built;
    }

    @ParameterizedTest
    @CsvSource({"http, missing", "http, cut", "file, missing", "file, cut"})
    void ofAnIncompleteCopyTheRestIsFound(String scheme, String damage) throws IOException {
        Path copy = folder.resolve("mein Büro #2");
        copyFolder(large(), copy);
        // groups of briefs, and postings with the briefs of what comes first for a word
        int harmed = 0;
        for (Path shard : shards(copy)) {
            String text = Files.readString(shard);
            if (text.matches("(?s)PlaybookSearch\\.part\\(\"\\w+\",\\[\\[\".*\\.html\".*")
                    || text.contains("\"glossary.html\"") && !text.contains("know-your-role.html")) {
                harmed++;
                if (damage.equals("cut")) {
                    Files.writeString(shard, text.substring(0, text.length() / 2));
                } else {
                    Files.delete(shard);
                }
            }
        }
        assertThat(harmed).isPositive();
        try (SubPathServer other = new SubPathServer(copy)) {
            String home = scheme.equals("http") ? other.address() : copy.toUri().toString();
            visit(home, (page, visit) -> {
                List<String> errors = new ArrayList<>();
                page.onPageError(error -> errors.add(error));
                visit.go(home + "search.html?q=know+your+role");
                page.locator(HITS).first().waitFor();
                assertThat(page.locator(".search-hints").textContent())
                        .contains("If this is a copy, copy the whole folder again.");
                page.keyboard().press("/");
                visit.go(home + "index.html");
                page.keyboard().press("/");
                page.locator("dialog[open] input").waitFor();
                page.keyboard().type("know your role glossary");
                page.locator("dialog " + HITS).first().waitFor();
                waitFor(
                        page,
                        "() => document.querySelector('dialog .search-status').textContent.includes('copy the whole folder')");
                // a cut script is a slip of grammar to the browser, which nobody can catch
                assertThat(errors).allMatch(error -> error.contains("SyntaxError") && damage.equals("cut"));
            });
        }
    }

    @Test
    void everyShardMayBeMissing() throws IOException {
        Path copy = copy("all");
        for (Path shard : shards(copy)) {
            Files.delete(shard);
        }
        String home = copy.toUri().toString();
        visit(home, (page, visit) -> {
            List<String> errors = new ArrayList<>();
            page.onPageError(error -> errors.add(error));
            visit.go(home + "search.html?q=team&role=facilitator");
            waitFor(
                    page,
                    "() => document.querySelector('.search-hints').textContent.includes('copy the whole folder')");
            assertThat(page.locator(HITS).first().isVisible()).isTrue();
            assertThat(errors).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"search/index.js", "assets/search-"})
    void withoutIndexOrScriptTheReaderIsTold(String what) throws IOException {
        Path copy = copy("rootless");
        try (Stream<Path> walk = Files.walk(copy)) {
            for (Path path : walk.filter(Files::isRegularFile)
                    .filter(path -> copy.relativize(path).toString().startsWith(what))
                    .toList()) {
                Files.delete(path);
            }
        }
        String home = copy.toUri().toString();
        visit(home, (page, visit) -> {
            visit.go(home + "search.html?q=team");
            page.locator("[data-search-failed]").waitFor();
            assertThat(page.locator(".search-lists a").first().isVisible()).isTrue();
            visit.go(home + "index.html");
            page.keyboard().press("/");
            if (what.equals("search/index.js")) {
                waitFor(
                        page,
                        "() => document.querySelector('dialog .search-status')?.textContent.includes('could not be loaded')");
            } else {
                page.waitForURL(Pattern.compile(".*search\\.html$"));
            }
        });
    }

    @Test
    void afterADeployAnOpenPageSearchesTheNewSite() throws IOException {
        Path content = folder.resolve("content");
        copyFolder(Path.of("content"), content);
        Path out = folder.resolve("deployed");
        assertThat(BuiltSite.build(content, out, "--downloads", "none")).isZero();
        try (SubPathServer other = new SubPathServer(out)) {
            visit(other.address(), (page, visit) -> {
                visit.go(other.address() + "search.html?q=team");
                page.locator(HITS).first().waitFor();
                write(content.resolve("pages/about.md"), "# About\n\nThe purple heron stands in the team river.\n");
                try (Stream<Path> walk = Files.walk(content.resolve("practices"))) {
                    for (Path file : walk.filter(Files::isRegularFile).toList()) {
                        write(file, Files.readString(file) + "\n\nHerons everywhere, wading and waiting.\n");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                assertThat(BuiltSite.build(content, out, "--downloads", "none", "--keep-going"))
                        .isBetween(0, 1);
                // each letter is a query, and all of them wait for the new index
                page.locator("[name=q]").first().fill("");
                page.locator("[name=q]").first().pressSequentially("wading herons everywhere");
                waitFor(
                        page,
                        "() => document.querySelectorAll('a.hit').length > 5"
                                + " && document.querySelector('a.hit').textContent.includes('wading')"
                                + " && !document.querySelector('.search-hints').textContent.includes('copy the whole')");
            });
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    @Test
    void twoPlaybooksOnOneHostKeepApart() throws IOException {
        Path both = folder.resolve("both");
        copyFolder(site.folder(), both.resolve("one"));
        Path content = folder.resolve("small");
        Files.createDirectories(content.resolve("pages"));
        write(content.resolve("playbook.yml"), "name: Small\naddress: https://example.org/\n");
        write(content.resolve("pages/heron.md"), "# The purple heron\n\nIt stands in the team river.\n");
        assertThat(BuiltSite.build(content, both.resolve("two"), "--downloads", "none"))
                .isZero();
        Files.copy(both.resolve("one/404.html"), both.resolve("404.html"));
        try (SubPathServer other = new SubPathServer(both)) {
            visit(other.address(), (page, visit) -> {
                for (int round = 0; round < 2; round++) {
                    visit.go(other.address() + "one/search.html?q=team");
                    page.locator(HITS).first().waitFor();
                    assertThat(page.locator(HITS).count()).isGreaterThan(5);
                    visit.go(other.address() + "two/search.html?q=team");
                    page.locator(HITS).first().waitFor();
                    assertThat(page.locator(HITS).count()).isEqualTo(1);
                    assertThat(page.locator(HITS).first().textContent()).contains("heron");
                }
                assertThat(visit.complaints()).isEmpty();
            });
        }
    }

    @Test
    void whatWasMissingForAMomentIsFoundTheNextTime() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "search.html");
            waitFor(page, "() => /\\d/.test(document.querySelector('[data-count]').textContent)");
            page.context().setOffline(true);
            page.locator("[name=q]").first().fill("gathering");
            waitFor(page, "() => document.querySelector('.search-hints').textContent.includes('could not be read')");
            page.context().setOffline(false);
            page.locator("[name=q]").first().fill("gatherings");
            waitFor(page, "() => !document.querySelector('.search-hints').textContent.includes('could not be read')");
            page.locator(HITS).first().waitFor();
        });
    }
}
