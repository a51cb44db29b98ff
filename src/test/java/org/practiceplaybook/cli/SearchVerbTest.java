package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** {@code playbook search}: the form of its answers is a contract. */
class SearchVerbTest {
    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void build() {
        terminal = new Terminal(folder);
        PlaybookFolder content = new PlaybookFolder(folder.resolve("content"))
                .with("playbook.yml", "name: Ours", "address: https://example.org/")
                .with("glossary.yml", "Leverage point:", "  means: A place to push.", "  aka: [lever]")
                .with(
                        "practices/circle.md",
                        "---",
                        "title: Listening circle",
                        "summary: Everybody is heard.",
                        "aka: [Talking stick]",
                        "time: 30 min",
                        "group: 4-12",
                        "---",
                        "",
                        "## Before you begin",
                        "",
                        "Ask who comes, and find the leverage point. </script>",
                        "",
                        "## Afterwards",
                        "",
                        "Tell what was learnt.")
                .with("pages/Über uns #1.md", "# About us", "", "We are rowing together.");
        for (int i = 0; i < 15; i++) {
            content.practice("other-" + i);
        }
        assertThat(terminal.run("build")).as(terminal.err()).isZero();
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void anAnswerIsScoreAndPlace() {
        assertThat(terminal.run("search", "listening circle")).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out().lines().findFirst().orElseThrow())
                .matches(" +\\d+\\.\\d\\d  practices/circle\\.html");
        terminal.run("search", "before", "you", "begin");
        assertThat(terminal.out()).contains("  practices/circle.html#before-you-begin");
    }

    @Test
    void wordsThatNobodyWroteFindNothing() {
        assertThat(terminal.run("search", "zzzzqqqq")).isZero();
        assertThat(terminal.out()).isEqualTo("Nothing was found.\n");
        assertThat(terminal.run("search", "--format", "json", "zzzzqqqq")).isZero();
        assertThat(terminal.out()).isEqualTo("{\"id\":\"1\",\"hits\":[]}\n");
    }

    @Test
    void otherNamesFindPractices() {
        terminal.run("search", "talking stick");
        assertThat(terminal.out()).contains("practices/circle.html");
        terminal.run("search", "lever");
        assertThat(terminal.out()).contains("glossary.html#").contains("practices/circle.html");
    }

    @Test
    void constraintsFilter() {
        terminal.run("search", "minutes:30 type:practice");
        assertThat(terminal.out()).contains("practices/circle.html");
        terminal.run("search", "minutes:10");
        assertThat(terminal.out()).doesNotContain("practices/circle.html");
        terminal.run("search", "people:12 people:99");
        assertThat(terminal.out()).contains("practices/circle.html");
    }

    @Test
    void aPageWithAStrangeNameIsFound() throws IOException {
        terminal.run("search", "--format", "json", "rowing");
        String page = terminal.out().replaceAll("(?s).*?\"page\":\"([^\"]*)\".*", "$1");
        assertThat(folder.resolve("site").resolve(page)).isRegularFile();
        assertThat(page).startsWith("pages/");
    }

    @Test
    void jsonIsALineAQuery() throws IOException {
        file(
                "q.jsonl",
                "\ufeff{\"id\": \"a\", \"text\": \"listening circle\"}\n\n  \n{\"text\": \"other\", \"id\": 2}\r\n{\"id\":\"c\",\"text\":\"\"}");
        assertThat(terminal.run("search", "--queries", "q.jsonl", "--format", "json"))
                .isZero();
        List<String> lines = terminal.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("{\"id\":\"a\",\"hits\":[{\"page\":\"practices/circle.html\",\"anchor\":\"\",\"score\":");
        assertThat(lines.get(1)).startsWith("{\"id\":\"2\",\"hits\":[{");
        assertThat(lines.get(1).split("\"page\"")).hasSize(11);
        assertThat(lines.get(2)).isEqualTo("{\"id\":\"c\",\"hits\":[]}");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void manyQueriesInWordsAreNamed() throws IOException {
        file("q.jsonl", "{\"id\": \"a\", \"text\": \"circle\"}\n{\"id\": \"b\", \"text\": \"zzzzqqqq\"}\n");
        assertThat(terminal.run("search", "--queries", "q.jsonl")).isZero();
        assertThat(terminal.out()).startsWith("a: circle\n").contains("b: zzzzqqqq\nNothing was found.\n");
    }

    @Test
    void aLineThatIsNoQueryIsNamed() throws IOException {
        for (String line : List.of("circle", "{\"id\": \"a\"}", "[".repeat(100_000))) {
            file("q.jsonl", "{\"id\": \"a\", \"text\": \"circle\"}\n\n" + line + "\n");
            assertThat(terminal.run("search", "--queries", "q.jsonl")).isEqualTo(2);
            assertThat(terminal.err())
                    .contains("q.jsonl:3: ")
                    .contains("{\"id\": \"1\", \"text\": \"words\"}")
                    .doesNotContain("\tat ");
            assertThat(terminal.out()).isEmpty();
        }
    }

    @Test
    void theLimitHolds() {
        terminal.run("search", "--limit", "3", "other");
        assertThat(terminal.out().lines()).hasSize(3);
        terminal.run("search", "other");
        assertThat(terminal.out().lines()).hasSize(10);
        terminal.run("search", "--limit", "15", "other");
        assertThat(terminal.out().lines()).hasSizeGreaterThanOrEqualTo(15);
        for (String bad : List.of("0", "-1", "x", "1.5", "99999999999999")) {
            assertThat(terminal.run("search", "--limit=" + bad, "other")).isEqualTo(2);
            assertThat(terminal.err()).contains("--limit is a number from 1, not \"" + bad + "\"");
        }
    }

    @Test
    void wrongUseIsToldInWords() throws IOException {
        wrong("say what to look for", "search");
        wrong("--format is text or json, not \"xml\"", "search", "--format", "xml", "circle");
        wrong("not both", "search", "--queries", "q.jsonl", "circle");
        wrong("there is no file", "search", "--queries", "nowhere.jsonl");
        wrong("there is no file", "search", "--queries", ".");
        Files.write(folder.resolve("latin.jsonl"), new byte[] {'"', (byte) 0xfc, '"'});
        wrong("latin.jsonl is not UTF-8", "search", "--queries", "latin.jsonl");
    }

    @Test
    void withoutAnIndexItSaysHowToMakeOne() throws IOException {
        wrong("there is no search index", "search", "--site", "nowhere", "circle");
        assertThat(terminal.err())
                .contains("nowhere")
                .contains("playbook build")
                .contains("--site");
        wrong("there is no search index", "search", "--site", "content", "circle");
        Path root = folder.resolve("site/search/index.js");
        String text = Files.readString(root);
        Files.writeString(root, text.substring(0, text.length() / 2));
        wrong("there is no search index", "search", "circle");
    }

    private void wrong(String told, String... command) {
        assertThat(terminal.run(command)).isEqualTo(2);
        assertThat(terminal.err()).contains(told).doesNotContain("Exception");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void anotherSiteIsSearched() throws IOException {
        Files.move(folder.resolve("site"), folder.resolve("mein Büro #2"));
        assertThat(terminal.run("search", "--site", "mein Büro #2", "circle")).isZero();
        assertThat(terminal.out()).contains("practices/circle.html");
    }

    @Test
    void ofADamagedIndexTheRestIsGiven() throws IOException {
        List<Path> shards;
        try (Stream<Path> walk = Files.walk(folder.resolve("site/search"))) {
            shards = walk.filter(path -> path.toString().matches(".*[0-9a-z]{6}\\.js"))
                    .filter(path -> path.getParent().getFileName().toString().length() == 1)
                    .toList();
        }
        int told = 0;
        for (Path shard : shards) {
            byte[] bytes = Files.readAllBytes(shard);
            Files.delete(shard);
            assertThat(terminal.run("search", "listening circle")).isZero();
            told += terminal.err()
                            .contains(
                                    "note: the index is not complete, build the site again; missing or damaged: search/")
                    ? 1
                    : 0;
            Files.write(shard, bytes);
        }
        assertThat(told).isGreaterThan(2);
        terminal.run("search", "listening circle");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void anyTextIsAQuery() {
        for (String query : List.of(
                "",
                " ",
                "\"",
                "-",
                "--",
                "x".repeat(10_000),
                "👩\u200d👩",
                "\ud800",
                "__proto__",
                "constructor",
                "role:",
                "<b>",
                "!?",
                "\u202ex",
                "minutes:-1")) {
            assertThat(terminal.run("search", "--", query)).as(query).isZero();
            assertThat(terminal.err()).as(query).isEmpty();
        }
    }
}
