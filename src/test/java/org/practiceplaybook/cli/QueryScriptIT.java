package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.search.Script;

/** {@code query.mjs} asks a built site: the form of its answers is a contract. */
class QueryScriptIT {
    @TempDir
    static Path folder;

    private String out;
    private String err;

    @BeforeAll
    static void build() {
        Terminal terminal = new Terminal(folder);
        PlaybookFolder content = new PlaybookFolder(folder.resolve("content"))
                .with("playbook.yml", "name: Ours", "address: https://walks.net/", "email: editors@walks.net")
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

    private int run(String... arguments) {
        Path script = Path.of("src/bench/search/query.mjs").toAbsolutePath();
        try {
            Path said = folder.resolve("out.txt");
            Path warned = folder.resolve("err.txt");
            int status = Script.node(script.toString(), arguments)
                    .directory(folder.toFile())
                    .redirectOutput(said.toFile())
                    .redirectError(warned.toFile())
                    .start()
                    .waitFor();
            out = Files.readString(said);
            err = Files.readString(warned);
            return status;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Asks the site one query, and gives the line that answers it. */
    private String answer(String query) throws IOException {
        file("q.jsonl", "{\"id\": \"1\", \"text\": \"" + query + "\"}\n");
        assertThat(run("--site", "site", "--queries", "q.jsonl")).as(err).isZero();
        assertThat(out.lines()).hasSize(1);
        return out;
    }

    @Test
    void anAnswerIsALineOfPagesPlacesAndScores() throws IOException {
        String number = "\\d+\\.\\d+";
        assertThat(answer("listening circle"))
                .matches(
                        "(?s)\\{\"id\":\"1\",\"hits\":\\[\\{\"page\":\"practices/circle\\.html\",\"anchor\":\"\",\"score\":"
                                + number + "}(,\\{\"page\":\"[^\"]+\",\"anchor\":\"[^\"]*\",\"score\":" + number
                                + "})*]}\n");
        assertThat(answer("before you begin"))
                .contains("{\"page\":\"practices/circle.html\",\"anchor\":\"before-you-begin\",\"score\":");
        assertThat(err).isEmpty();
    }

    @Test
    void wordsThatNobodyWroteFindNothing() throws IOException {
        assertThat(answer("zzzzqqqq")).isEqualTo("{\"id\":\"1\",\"hits\":[]}\n");
        assertThat(answer("")).isEqualTo("{\"id\":\"1\",\"hits\":[]}\n");
    }

    @Test
    void otherNamesFindPractices() throws IOException {
        assertThat(answer("talking stick")).contains("practices/circle.html");
        assertThat(answer("lever"))
                .contains("\"page\":\"glossary.html\",\"anchor\":\"")
                .contains("practices/circle.html");
    }

    @Test
    void constraintsFilter() throws IOException {
        assertThat(answer("minutes:30 type:practice"))
                .contains("practices/circle.html\",\"anchor\":\"\",\"score\":0.0}");
        assertThat(answer("minutes:10")).doesNotContain("practices/circle.html");
        assertThat(answer("people:12 people:99")).contains("practices/circle.html");
    }

    @Test
    void aPageWithAStrangeNameIsFound() throws IOException {
        String page = answer("rowing").replaceAll("(?s).*?\"page\":\"([^\"]*)\".*", "$1");
        assertThat(folder.resolve("site").resolve(page)).isRegularFile();
        assertThat(page).startsWith("pages/");
    }

    @Test
    void everyQueryHasALine() throws IOException {
        file(
                "q.jsonl",
                "\ufeff{\"id\": \"a\", \"text\": \"listening circle\", \"more\": [1, null]}\n\n  \n"
                        + "{\"text\": \"other\", \"id\": 2}\r\n{\"id\":\"</c>\\u2028\",\"text\":\"\\u00fc \\\" \\ud83d\"}");
        assertThat(run("--site", "site", "--queries", "q.jsonl")).as(err).isZero();
        List<String> lines = out.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("{\"id\":\"a\",\"hits\":[{\"page\":\"practices/circle.html\"");
        assertThat(lines.get(1)).startsWith("{\"id\":\"2\",\"hits\":[{");
        assertThat(lines.get(1).split("\"page\"")).hasSize(11);
        assertThat(lines.get(2)).startsWith("{\"id\":\"\\u003c/c\\u003e\\u2028\",\"hits\":[");
        assertThat(err).isEmpty();
    }

    @Test
    void aLineThatIsNoQueryIsNamed() throws IOException {
        for (String line : List.of(
                "circle",
                "{",
                "{}",
                "[]",
                "null",
                "1",
                "\"a\"",
                "{\"id\": \"a\"}",
                "{\"text\": \"a\"}",
                "{\"id\": \"a\", \"text\": 1}",
                "{\"id\": null, \"text\": \"a\"}",
                "{\"id\": {}, \"text\": \"a\"}",
                "{\"id\": \"a\", \"text\": \"b\"} x",
                "{\"id\": \"a\", \"text\": \"b}",
                "{\"id\": \"a\", \"text\": \"\\uzzzz\"}",
                "{id: \"a\"}",
                "[".repeat(100_000),
                "{\"id\":".repeat(100_000))) {
            file("q.jsonl", "{\"id\": \"a\", \"text\": \"circle\"}\n\n" + line + "\n");
            wrong("q.jsonl:3: each line is a query, {\"id\": \"1\", \"text\": \"words\"}", "--queries", "q.jsonl");
        }
    }

    @Test
    void theLimitHolds() throws IOException {
        assertThat(answer("other").split("\"page\"")).hasSize(11);
        run("--site", "site", "--queries", "q.jsonl", "--limit", "3");
        assertThat(out.split("\"page\"")).hasSize(4);
        run("--site", "site", "--queries", "q.jsonl", "--limit", "15");
        assertThat(out.split("\"page\"")).hasSizeGreaterThanOrEqualTo(16);
        for (String bad : List.of("0", "-1", "x", "1.5", "99999999999999")) {
            wrong("--limit is a number from 1, not \"" + bad + "\"", "--queries", "q.jsonl", "--limit=" + bad);
        }
    }

    @Test
    void wrongUseIsToldInWords() throws IOException {
        wrong("usage: query.mjs --site DIR --queries FILE.jsonl [--limit N]");
        wrong("usage: ", "circle");
        wrong("usage: ", "--sight", "x");
        wrong("there is no file nowhere.jsonl", "--queries", "nowhere.jsonl");
        wrong("there is no file .", "--queries", ".");
        Files.write(
                folder.resolve("latin.jsonl"), "{\"id\": 1, \"text\": \"für\"}".getBytes(StandardCharsets.ISO_8859_1));
        wrong("latin.jsonl is not UTF-8", "--queries", "latin.jsonl");
        file("q.jsonl", "");
        assertThat(run("--queries", "q.jsonl")).isEqualTo(2);
    }

    @Test
    void withoutAnIndexItSaysHowToMakeOne() throws IOException {
        file("q.jsonl", "{\"id\": \"a\", \"text\": \"circle\"}\n");
        for (String site : List.of("nowhere", "content", "q.jsonl")) {
            assertThat(run("--site", site, "--queries", "q.jsonl")).isEqualTo(2);
            assertThat(err).contains("there is no search index of this version in " + site, "playbook build", "--site");
        }
        Path root = folder.resolve("site/search/index.js");
        String text = Files.readString(root);
        Files.writeString(root, text.substring(0, text.length() / 2));
        wrong("there is no search index", "--queries", "q.jsonl");
        Files.writeString(root, text);
    }

    private void wrong(String told, String... arguments) {
        assertThat(run(Stream.concat(Stream.of("--site", "site"), Stream.of(arguments))
                        .toArray(String[]::new)))
                .isEqualTo(2);
        assertThat(err).contains(told).doesNotContain("    at ");
        assertThat(out).isEmpty();
    }

    @Test
    void anotherSiteIsAsked() throws IOException {
        Files.move(folder.resolve("site"), folder.resolve("mein Büro #2"));
        file("q.jsonl", "{\"id\": \"a\", \"text\": \"circle\"}\n");
        assertThat(run("--site", "mein Büro #2", "--queries", "q.jsonl")).isZero();
        assertThat(out).contains("practices/circle.html");
        Files.move(folder.resolve("mein Büro #2"), folder.resolve("site"));
    }

    /** What every query needs stands in the root of a small index; texts, which only a phrase asks for, do not. */
    @Test
    void ofADamagedIndexTheRestIsGiven() throws IOException {
        String phrase = "\\\"listening circle\\\"";
        String note = "note: the index is not complete, build the site again; missing or damaged: ";
        Path index = folder.resolve("site/search");
        Path kept = folder.resolve("kept");
        Files.move(index, kept);
        Files.createDirectory(index);
        Files.copy(kept.resolve("index.js"), index.resolve("index.js"));
        assertThat(answer("circle")).contains("\"page\":\"practices/circle.html\"");
        assertThat(err).isEmpty();
        assertThat(answer(phrase)).contains("\"page\":\"practices/circle.html\"");
        String shard = "search/[0-9a-z]/[0-9a-z]{6}\\.js";
        assertThat(err).matches(note + shard + "(, " + shard + ")*\n");
        List<String> told = List.of(err.strip().substring(note.length()).split(", "));
        assertThat(told).isSorted().doesNotHaveDuplicates();
        Files.delete(index.resolve("index.js"));
        Files.delete(index);
        Files.move(kept, index);
        assertThat(answer(phrase)).contains("practices/circle.html");
        assertThat(err).isEmpty();
        // what is damaged is told like what is missing, and once for all queries
        Map<Path, String> texts = new TreeMap<>();
        for (String path : told) {
            Path file = folder.resolve("site").resolve(path);
            texts.put(file, Files.readString(file));
            Files.writeString(file, "<!doctype html><title>Not found</title>");
        }
        file("q.jsonl", "{\"id\": 1, \"text\": \"" + phrase + "\"}\n{\"id\": 2, \"text\": \"" + phrase + "\"}\n");
        assertThat(run("--site", "site", "--queries", "q.jsonl")).isZero();
        assertThat(err).isEqualTo(note + String.join(", ", told) + "\n");
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            Files.writeString(text.getKey(), text.getValue());
        }
    }
}
