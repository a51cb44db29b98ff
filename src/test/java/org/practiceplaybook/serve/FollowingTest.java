package org.practiceplaybook.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** The writer's desk follows whatever editors and people do to the files, and never falls over. */
class FollowingTest {
    private static final String DESK =
            "(?s)<link rel=\"stylesheet\" href=\"/-/serve.css\">\\n<script src=\"/-/reload.js\".*?</script>\\n";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private Path content;
    private SiteServer server;

    @BeforeEach
    void serve() throws IOException {
        content = folder.resolve("content");
        for (var file : Bundled.content().entrySet()) {
            write(content.resolve(file.getKey()), new String(file.getValue(), StandardCharsets.UTF_8));
        }
        server = SiteServer.start(
                new SiteServer.Settings(
                        content,
                        Optional.empty(),
                        UnaryOperator.identity(),
                        "content",
                        "test",
                        0,
                        EditorLink.of("vscode").orElseThrow()),
                new SiteServer.Listener() {
                    @Override
                    public void found(List<Diagnostic> diagnostics) {
                        // the tests ask for them by the page's script
                    }

                    @Override
                    public void trouble(String message) {
                        troubles.add(message);
                    }
                });
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void whatIsServedIsWhatABuildWritesAndTheDesksLines() throws Exception {
        Content built = ContentFolder.open(content).read(Workers.ofThisMachine());
        Library library = Linker.link(built, GitHistory.of(content), true);
        Theme theme = Theme.of(Theme.files(Optional.empty()), "en");
        SiteFiles site = SiteFiles.of(
                library,
                theme,
                new SiteOptions("content", "test", library.settings().downloads(), java.util.Map.of()),
                Workers.ofThisMachine());
        assertThat(Checks.run(built, library, English.SECTIONS)).noneMatch(Diagnostic::isError);
        for (SiteFile sheet : site.listed().values()) {
            if (sheet.path().endsWith(".html")) {
                String served = get(sheet.path()).replaceAll(DESK, "").replaceAll(" data-line=\\\\?\"\\d+\\\\?\"", "");
                assertThat(served)
                        .as(sheet.path())
                        .isEqualTo(new String(sheet.bytes().get(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void theSearchWorks() throws Exception {
        assertThat(get("search/index.js")).contains("pages");
        write(content.resolve("practices/new-one.md"), "---\ntitle: Xylophone\nsummary: Play it.\n---\n");
        await("search/index.js", text -> !text.isEmpty());
        await("practices/new-one.html", page -> page.contains("Xylophone"));
    }

    @Test
    void aSaveInPlaceAndOneByAnotherFileAreBothSeen() throws Exception {
        Path file = content.resolve("practices/know-your-role.md");
        append(file, "Written in place.");
        await("practices/know-your-role.html", page -> page.contains("Written in place."));
        Path other = content.resolve("practices/.know-your-role.md.swp");
        Files.writeString(other, Files.readString(file) + "\n\nPut in its place.\n");
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        await("practices/know-your-role.html", page -> page.contains("Put in its place."));
        // the way of editors that keep a copy: the old file gets another name first
        Files.move(file, content.resolve("practices/know-your-role.md~"));
        Files.writeString(
                file, Files.readString(content.resolve("practices/know-your-role.md~")) + "\n\nKept a copy.\n");
        await("practices/know-your-role.html", page -> page.contains("Kept a copy."));
    }

    @Test
    void ofManyRapidSavesTheLastIsShown() throws Exception {
        Path file = content.resolve("practices/know-your-role.md");
        String text = Files.readString(file);
        for (int i = 100; i < 300; i++) {
            // each as long as the last, and many within one tick of the disk's clock
            Files.writeString(file, text + "\n\nSave number " + i + ".\n");
        }
        await("practices/know-your-role.html", page -> page.contains("Save number 299."));
        String version = version(get("index.html"));
        Thread.sleep(400);
        assertThat(version(get("index.html")))
                .as("a page is not loaded again for nothing")
                .isEqualTo(version);
    }

    @Test
    void aBrokenFileIsShownWithWhatIsWrongAndComesBackMended() throws Exception {
        Path file = content.resolve("practices/know-your-role.md");
        String whole = Files.readString(file);
        for (String broken : List.of(
                "",
                "---",
                "---\ntitle: [\n",
                whole.replace("title:", "title"),
                "\0\u0001\uFFFF",
                "---\n" + "a: ".repeat(5_000) + "\n---\n",
                "> ".repeat(20_000) + "deep")) {
            write(file, broken);
            String notes = awaitNotes("practices/know-your-role.html", json -> json.contains("\"error\":true"));
            assertThat(notes).contains("\"edit\":\"vscode://file/");
            assertThat(get("index.html")).contains("</html>");
        }
        write(file, whole);
        awaitNotes("practices/know-your-role.html", json -> json.contains("\"here\":[]"));
        assertThat(get("practices/know-your-role.html")).contains("<h1>Know your role</h1>");
    }

    @Test
    void everyKindOfFileMayBreak() throws Exception {
        for (String path : List.of("playbook.yml", "glossary.yml", "taxonomy/roles.yml", "attempts/members-tool.md")) {
            Path file = content.resolve(path);
            String whole = Files.readString(file);
            write(file, "{{{ : [\n\t- \"");
            await("index.html", page -> page.contains("</html>"));
            awaitNotes("index.html", json -> json.contains(path));
            write(file, whole);
            awaitNotes("index.html", json -> json.contains("\"elsewhere\":[]"));
        }
    }

    @Test
    void notesSayWhereTheyBelong() throws Exception {
        Path file = content.resolve("practices/know-your-role.md");
        write(
                file,
                Files.readString(file)
                        .replace("## When to use", "See [that](nowhere.md).\n\n## When to use")
                        .replaceFirst("time: .*", "time: long"));
        String notes = awaitNotes("practices/know-your-role.html", json -> json.contains("nowhere.md"));
        assertThat(notes)
                .contains("\"key\":\"time\"")
                .contains("\"key\":\"\"")
                .contains("\"headings\":{\"when-to-use\":");
        int line = 1
                + (int) Files.readString(file)
                        .substring(0, Files.readString(file).indexOf("See [that]"))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        assertThat(notes).contains("\"line\":" + line);
        assertThat(get("practices/know-your-role.html")).contains("<p data-line=\"" + line + "\">See");
        assertThat(awaitNotes("index.html", json -> json.contains("\"elsewhere\":[{")))
                .contains("\"page\":\"/practices/know-your-role.html\"");
    }

    @Test
    void aDraftIsShownAndSaysSo() throws Exception {
        write(
                content.resolve("practices/later.md"),
                "---\ntitle: Later\nsummary: Not yet.\nstate: draft\n---\nText.\n");
        await("practices/later.html", page -> page.contains("This is a draft"));
        append(content.resolve("practices/know-your-role.md"), "[later](later.md)");
        // the site of readers will not have it
        awaitNotes("practices/know-your-role.html", json -> json.contains("is a draft"));
    }

    @Test
    void aMovedFolderIsFollowedAndItsNameMayComeAgain() throws Exception {
        write(content.resolve("pages/one/first.md"), "# First\n");
        await("pages/one/first.html", page -> page.contains(">First</h1>"));
        Files.move(content.resolve("pages/one"), content.resolve("pages/two"));
        await("pages/two/first.html", page -> page.contains(">First</h1>"));
        await("pages/one/first.html", page -> !page.contains(">First</h1>"));
        write(content.resolve("pages/one/second.md"), "# Second\n");
        await("pages/one/second.html", page -> page.contains(">Second</h1>"));
        append(content.resolve("pages/one/second.md"), "More of the second.");
        await("pages/one/second.html", page -> page.contains("More of the second."));
        append(content.resolve("pages/two/first.md"), "More of the first.");
        await("pages/two/first.html", page -> page.contains("More of the first."));
    }

    @Test
    void filesMayGoAndComeBack() throws Exception {
        Path file = content.resolve("practices/know-your-role.md");
        String text = Files.readString(file);
        Files.delete(file);
        await("practices/index.html", page -> !page.contains("Know your role"));
        write(file, text);
        await("practices/index.html", page -> page.contains("Know your role"));
    }

    @Test
    void theWholeFolderMayGoForAWhile() throws Exception {
        Path away = folder.resolve("away");
        Files.move(content, away);
        Thread.sleep(300);
        assertThat(get("index.html")).contains("</html>");
        Files.move(away, content);
        append(content.resolve("practices/know-your-role.md"), "Back again.");
        await("practices/know-your-role.html", page -> page.contains("Back again."));
        delete(content);
        Thread.sleep(300);
        for (var one : Bundled.content().entrySet()) {
            write(content.resolve(one.getKey()), new String(one.getValue(), StandardCharsets.UTF_8));
        }
        append(content.resolve("practices/know-your-role.md"), "Back once more.");
        await("practices/know-your-role.html", page -> page.contains("Back once more."));
        troubles.clear(); // it was told that the folder was not there
    }

    @Test
    void anotherSiteIsNotAnswered() throws Exception {
        HttpRequest evil = HttpRequest.newBuilder(URI.create(server.address().replace("localhost", "127.0.0.1")))
                .build();
        assertThat(HTTP.send(evil, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        HttpRequest post = HttpRequest.newBuilder(URI.create(server.address()))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HTTP.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Sec-Fetch-Site", "same-origin")
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String version(String page) {
        return page.replaceAll("(?s).*data-version=\"(\\d+)\".*", "$1");
    }

    private void await(String path, Predicate<String> ready) throws Exception {
        String page = "";
        for (long end = System.nanoTime() + 15_000_000_000L; System.nanoTime() < end; Thread.sleep(10)) {
            page = get(path);
            if (ready.test(page)) {
                return;
            }
        }
        throw new AssertionError(path + " did not become what it should:\n" + page);
    }

    private String awaitNotes(String page, Predicate<String> ready) throws Exception {
        String notes = "";
        for (long end = System.nanoTime() + 15_000_000_000L; System.nanoTime() < end; Thread.sleep(10)) {
            String now = get(page);
            notes = get("-/notes.js?since=" + version(now) + "&token=" + RunningServer.token(now) + "&page=" + page);
            if (ready.test(notes)) {
                return notes;
            }
        }
        throw new AssertionError("the notes on " + page + " did not become what they should:\n" + notes);
    }

    private static void append(Path file, String paragraph) throws IOException {
        Files.writeString(file, Files.readString(file) + "\n\n" + paragraph + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, IOException e) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
