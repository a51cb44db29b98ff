package org.practiceplaybook.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** The site while it is written: pages on request, a notice of every change, and nobody else is answered. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SiteServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path temp;

    private PlaybookFolder content;
    private SiteServer server;
    private final List<List<Diagnostic>> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(temp.resolve("theme/templates"));
        content = new PlaybookFolder(temp.resolve("content"))
                .with("playbook.yml", "address: https://example.org/")
                .practice("p")
                .with("images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>")
                .with("pages/two words.md", "# Two", "![x](../images/a.svg)");
        server = SiteServer.start(
                new SiteServer.Settings(
                        content.root(), Optional.of(temp.resolve("theme")), "content", "0.0.0", 0, new EditorLink("")),
                new SiteServer.Listener() {
                    @Override
                    public void found(List<Diagnostic> diagnostics) {
                        told.add(diagnostics);
                    }

                    @Override
                    public void trouble(String message) {
                        throw new AssertionError(message);
                    }
                });
    }

    @AfterEach
    void end() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                        text/html; charset=utf-8",
        "practices/p.html,          text/html; charset=utf-8",
        "practices/,                text/html; charset=utf-8",
        "pages/two%20words.html,    text/html; charset=utf-8",
        "practices/p.html?q=1,      text/html; charset=utf-8",
        "files/images/a.svg,        image/svg+xml",
        "sitemap.xml,               application/xml; charset=utf-8",
        "robots.txt,                text/plain; charset=utf-8",
        "manifest.webmanifest,      application/manifest+json; charset=utf-8"
    })
    void everyFileOfTheSiteIsServedAsWhatItIs(String path, String type) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains(type);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void aPageIsByteForByteWhatABuildWritesButForTheScriptThatReloadsIt() {
        Content read = ContentFolder.open(content.root()).read(new Workers(1));
        SiteFiles site = SiteFiles.of(
                Linker.link(read, History.NONE, false),
                Theme.of(Bundled.theme(), "en"),
                new SiteOptions("content", "0.0.0", Map.of()),
                new Workers(1));
        for (Sheet sheet : site.listed().values()) {
            String served = get(url(sheet.path()))
                    .body()
                    .replaceFirst(
                            "<link rel=\"stylesheet\" href=\"/-/serve.css\">\n<script src=\"/-/reload.js\"[^>]*></script>\n",
                            "")
                    .replaceAll(" data-line=\"\\d+\"", "");
            assertThat(served)
                    .as(sheet.path())
                    .isEqualTo(new String(sheet.bytes().get(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aChangeIsToldToOpenPagesAndShown() {
        String page = get("practices/p.html").body();
        CompletableFuture<HttpResponse<String>> waiting = ask("-/changed.js?since=" + version(page));
        content.practice("p", "time: 5 min");
        long now = changed(waiting);
        assertThat(now).isGreaterThan(version(page));
        assertThat(get("practices/p.html").body())
                .contains("5 min")
                .contains("data-version=\"" + version(get("practices/p.html").body()) + "\"");
    }

    @Test
    void whoComesLateIsToldAtOnce() {
        assertThat(get("-/changed.js?since=0").body()).matches("playbookServe\\.is\\(\\d+\\);\\n");
        assertThat(get("-/changed.js").body()).startsWith("playbookServe.is(");
        assertThat(get("-/changed.js?since=%22);alert(7)//").body()).matches("playbookServe\\.is\\(\\d+\\);\\n");
    }

    @Test
    void aBrokenFileIsShownOverThePageAndMendedThePageComesBack() {
        long before = version(get("practices/p.html").body());
        content.with("practices/p.md", "---", "title: <b>", "related:", "  q: why", "---", "Text.");
        await(before);
        String notes = notes("index.html");
        assertThat(notes)
                .contains("2 errors", "the summary is missing", "no practice is called \\\"q\\\"", "practices/p.md:4")
                .doesNotContain("<b>");
        assertThat(told.get(told.size() - 1)).filteredOn(Diagnostic::isError).hasSize(2);
        long broken = version(get("index.html").body());
        content.practice("p");
        await(broken);
        assertThat(notes("index.html")).contains("\"errors\":false");
    }

    @Test
    void ofManyErrorsTheFirstAreShown() {
        long before = version(get("").body());
        content.with("pages/many.md", "[x](none.md)\n".repeat(63));
        await(before);
        assertThat(notes("index.html")).contains("63 errors", "… and 13 more, in the terminal.");
    }

    /** What is written on a page when everything has been checked. */
    private String notes(String page) {
        String notes = "";
        while (!notes.contains("\"title\"")) {
            notes = get("-/notes.js?since=" + version(get(page).body()) + "&page=" + page)
                    .body();
        }
        return notes;
    }

    @Test
    void aBrokenTemplateIsToldInsteadOfThePage() throws IOException {
        long before = version(get("practices/p.html").body());
        Path template = temp.resolve("theme/templates/practice.peb");
        Files.writeString(template, "one\n{{ page.nothing }}");
        await(before);
        HttpResponse<String> answer = get("practices/p.html");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("This page cannot be shown", "theme/templates/practice.peb:2: ", "/-/reload.js");
        assertThat(get("index.html").statusCode()).isEqualTo(200);
        long broken = version(answer.body());
        Files.delete(template);
        await(broken);
        assertThat(get("practices/p.html").statusCode()).isEqualTo(200);
    }

    @Test
    void brokenWordsAreToldOnEveryPageUntilTheyAreMended() throws IOException {
        long before = version(get("").body());
        Path words = temp.resolve("theme/words/en.yml");
        Files.createDirectories(words.getParent());
        Files.writeString(words, "nav: [");
        await(before);
        HttpResponse<String> answer = get("index.html");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("theme/words/en.yml:");
        Files.delete(words);
        await(version(answer.body()));
        assertThat(get("index.html").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatIsNotThereSaysSoAndReloadsWhenItComes() {
        HttpResponse<String> answer = get("practices/new.html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("This page is not here", "/-/reload.js")
                .containsPattern("Content-Security-Policy\" content=\"[^\"]*script-src 'self'");
        content.practice("new");
        await(version(answer.body()));
        assertThat(get("practices/new.html").statusCode()).isEqualTo(200);
    }

    @Test
    void aDraftIsShownToItsWriter() {
        long before = version(get("").body());
        content.practice("draft", "state: draft");
        await(before);
        assertThat(get("practices/draft.html").body()).contains("This is a draft");
    }

    @Test
    void aFolderWithoutItsSlashLeadsToItsPage() {
        HttpResponse<String> answer = get("practices");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("location")).contains("/practices/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../content/playbook.yml",
                "/%2e%2e/content/playbook.yml",
                "/..%2fcontent/playbook.yml",
                "/files/../../content/playbook.yml",
                "/files/..%5c..%5ccontent%5cplaybook.yml",
                "/files/playbook.yml",
                "//etc/passwd",
                "/content/playbook.yml",
                "/-/../reload.js",
                "/-/nothing.js"
            })
    void nothingButTheSiteIsServed(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 404 ").doesNotContain("address:", "root:");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,          200",
        "localhost:4000,     200",
        "LOCALHOST:4000,     200",
        "127.0.0.1:4000,     200",
        "[::1]:4000,         200",
        "evil.example,       403",
        "localhost.evil.org, 403",
        "127.0.0.1.nip.io,   403",
        "evil.org:4000,      403"
    })
    void onlyThisMachinesOwnNamesAreAnswered(String host, String status) throws IOException {
        for (String path : List.of("/", "/-/changed.js")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void withoutAHostNobodyIsAnswered() throws IOException {
        assertThat(raw("GET / HTTP/1.0\r\n\r\n")).contains(" 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void nothingCanBeWritten(String method) throws IOException {
        String answer = raw(method + " /index.html HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405 ");
    }

    private HttpResponse<String> get(String path) {
        return ask(path).join();
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until the site is another than a version. */
    private void await(long version) {
        changed(ask("-/changed.js?since=" + version));
    }

    private static long changed(CompletableFuture<HttpResponse<String>> waiting) {
        return Long.parseLong(waiting.join().body().replaceAll("\\D", ""));
    }

    private static long version(String page) {
        return Long.parseLong(page.replaceAll("(?s).*data-version=\"(\\d+)\".*", "$1"));
    }

    private static String url(String path) {
        return path.replace(" ", "%20");
    }

    /** A request that no well-behaved client would send. */
    private String raw(String request) throws IOException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
