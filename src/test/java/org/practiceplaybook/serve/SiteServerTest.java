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
import org.practiceplaybook.page.SiteFile;
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
        for (SiteFile sheet : site.listed().values()) {
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
        CompletableFuture<HttpResponse<String>> waiting = ask(desk("changed.js?since=" + version(page)));
        content.practice("p", "time: 5 min");
        long now = changed(waiting);
        assertThat(now).isGreaterThan(version(page));
        assertThat(get("practices/p.html").body())
                .contains("5 min")
                .contains("data-version=\"" + version(get("practices/p.html").body()) + "\"");
    }

    @Test
    void whoComesLateIsToldAtOnce() {
        assertThat(get(desk("changed.js?since=0")).body()).matches("playbookServe\\.is\\(\\d+\\);\\n");
        assertThat(get(desk("changed.js?")).body()).startsWith("playbookServe.is(");
        assertThat(get(desk("changed.js?since=%22);alert(7)//")).body()).matches("playbookServe\\.is\\(\\d+\\);\\n");
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
            notes = get(desk("notes.js?since=" + version(get(page).body()) + "&page=" + page))
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
        String answer = raw(
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: none\r\nConnection: close\r\n\r\n");
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
        for (String path : List.of("/", "/-/serve.css")) {
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
        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("\r\nAllow: GET, HEAD\r\n");
    }

    /** The browser's headers, and what a page, a script of the site, one of the desk and an image then answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sec-Fetch-Site: same-origin                                                       | 200 200 200 200",
                "Sec-Fetch-Site: none; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document          | 200 200 200 200",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: no-cors; Sec-Fetch-Dest: script       | 403 403 403 403",
                "Sec-Fetch-Site: same-site; Sec-Fetch-Mode: no-cors; Sec-Fetch-Dest: script        | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: no-cors; Sec-Fetch-Dest: image        | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: cors; Sec-Fetch-Dest: empty           | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: iframe      | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: object      | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document    | 200 200 403 200",
                "Sec-Fetch-Site: same-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document     | 200 200 403 200",
                "Sec-Fetch-Site: cross-site                                                        | 403 403 403 403",
                "Sec-Fetch-Site: same-origin; Sec-Fetch-Site: cross-site                           | 403 403 403 403",
                "Sec-Fetch-Site: SAME-ORIGIN, none                                                 | 403 403 403 403",
                "Sec-Fetch-Site:                                                                   | 403 403 403 403",
                "Origin: https://evil.example                                                      | 403 403 403 403",
                "Origin: http://localhost:5000                                                     | 403 403 403 403",
                "Origin: null                                                                      | 403 403 403 403",
                "Origin: null; Sec-Fetch-Site: same-origin                                         | 403 403 403 403",
                "Origin: http://localhost:4000; Referer: http://localhost:4000/                    | 200 200 200 200",
                "Origin: https://localhost:4000; Referer: http://localhost:4000/                   | 403 403 403 403",
                "Accept: */*                                                                       | 200 403 403 200",
                "Referer: http://localhost:4000/practices/p.html                                   | 200 200 200 200",
                "Referer: http://localhost:40001/                                                  | 200 403 403 200",
                "Referer: http://localhost:5000/                                                   | 200 403 403 200",
                "Referer: https://evil.example/http://localhost:4000/                              | 200 403 403 200",
                "Referer: http://localhost:4000/; Referer: http://evil.example/                    | 200 403 403 200"
            })
    void onlyItsOwnPagesAreAnswered(String headers, String statuses) throws IOException {
        List<String> paths =
                List.of("practices/p.html", "search/index.js", desk("changed.js?since=0"), "files/images/a.svg");
        String sent =
                "Host: localhost:4000\r\n" + headers.replaceAll(" *; ", "\r\n").strip() + "\r\n";
        StringBuilder got = new StringBuilder();
        for (String path : paths) {
            String answer = raw("GET /" + path + " HTTP/1.1\r\n" + sent + "Connection: close\r\n\r\n");
            got.append(answer, 9, 12).append(' ');
            assertThat(answer).doesNotContainIgnoringCase("Access-Control-");
        }
        assertThat(got.toString().strip()).isEqualTo(statuses);
    }

    @Test
    void noScriptWithDraftsOrNotesIsGivenToAPageThatIsNotOurs() throws IOException {
        long before = version(get("").body());
        content.practice("draft", "state: draft");
        await(before);
        List<String> scripts = new java.util.ArrayList<>(List.of("-/notes.js?since=0&page=index.html", "-/reload.js"));
        Content read = ContentFolder.open(content.root()).read(new Workers(1));
        SiteFiles site = SiteFiles.of(
                Linker.link(read, History.NONE, true),
                Theme.of(Bundled.theme(), "en"),
                new SiteOptions("content", "0.0.0", Map.of()),
                new Workers(1));
        site.listed().keySet().stream().filter(path -> path.endsWith(".js")).forEach(scripts::add);
        assertThat(scripts).anyMatch(path -> path.contains("contribute/rules.js"));
        for (String path : scripts) {
            String answer = raw("GET /" + path + " HTTP/1.1\r\nHost: localhost:4000\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .startsWith("HTTP/1.1 403 ")
                    .containsIgnoringCase("\r\nContent-Type: text/plain; charset=utf-8\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&token=", "&token=0123456789abcdef0123456789abcdef", "&token=%00"})
    void whoDoesNotKnowTheWordOfThisStartIsNotTold(String token) {
        for (String name : List.of("notes.js", "changed.js")) {
            HttpResponse<String> answer = get("-/" + name + "?since=0&page=index.html" + token);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .doesNotContain("playbookServe", content.root().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "search/index.js",
                "files/images/a.svg",
                "none.html",
                "-/reload.js",
                "-/none",
                "practices",
                "-/notes.js"
            })
    void everyAnswerKeepsOtherSitesOut(String path) {
        Map<String, List<String>> headers = get(path).headers().map();
        assertThat(headers)
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("referrer-policy", List.of("same-origin"))
                .containsEntry("cache-control", List.of("no-store"));
        assertThat(headers.get("content-security-policy").get(0)).contains("frame-ancestors 'none'");
    }

    @Test
    void anImageOpenedAsAPageRunsNothing() {
        assertThat(get("files/images/a.svg").headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'; ").contains("sandbox"));
    }

    /** What a player asks for, of a file of ten bytes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-3        | 206 | bytes 0-3/10 | 0123",
                "bytes=4-         | 206 | bytes 4-9/10 | 456789",
                "bytes=-3         | 206 | bytes 7-9/10 | 789",
                "bytes=-30        | 206 | bytes 0-9/10 | 0123456789",
                "bytes=8-100      | 206 | bytes 8-9/10 | 89",
                "BYTES=0-0        | 206 | bytes 0-0/10 | 0",
                "bytes=9-9        | 206 | bytes 9-9/10 | 9",
                "bytes=10-        | 416 | bytes */10   | ''",
                "bytes=10-12      | 416 | bytes */10   | ''",
                "bytes=-0         | 416 | bytes */10   | ''",
                "bytes=0-1,3-4    | 200 | ''           | 0123456789",
                "bytes=3-1        | 200 | ''           | 0123456789",
                "bytes=a-b        | 200 | ''           | 0123456789",
                "bytes=-          | 200 | ''           | 0123456789",
                "bytes=99999999999999999999- | 200 | '' | 0123456789",
                "lines=0-3        | 200 | ''           | 0123456789"
            })
    void partsOfAFileCanBeAskedFor(String range, int status, String told, String body) throws IOException {
        film();
        HttpResponse<String> answer = ask("files/films/a.mp4", "Range", range).join();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-range").orElse("")).isEqualTo(told);
        assertThat(answer.headers().firstValue("accept-ranges")).contains("bytes");
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void aPartOfWhatWasThereBeforeIsTheWholeOfWhatIsThereNow() throws IOException {
        film();
        assertThat(ask("files/films/a.mp4", "Range", "bytes=0-3", "If-Range", "\"x\"")
                        .join()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeadTellsTheLengthAndSendsNothing() throws IOException {
        film();
        String answer = raw("HEAD /files/films/a.mp4 HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-3\r\n"
                + "Connection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("\r\nContent-Length: 10\r\n")
                .containsIgnoringCase("\r\nContent-Type: video/mp4\r\n")
                .endsWith("\r\n\r\n");
    }

    private void film() throws IOException {
        long before = version(get("").body());
        content.with("films/a.mp4", "0123456789");
        Path film = content.root().resolve("films/a.mp4");
        Files.writeString(film, "0123456789");
        content.with("pages/film.md", "# Film", "[Film](../films/a.mp4)");
        await(before);
        for (long version = before;
                get("files/films/a.mp4").statusCode() != 200
                        || !get("files/films/a.mp4").body().equals("0123456789"); ) {
            version = changed(ask(desk("changed.js?since=" + version)));
        }
    }

    /** The address of something of the desk, with the word of this start. */
    private String desk(String asked) {
        return "-/" + asked + "&token=" + token(get("").body());
    }

    static String token(String page) {
        return page.replaceAll("(?s).*data-token=\"(\\w+)\".*", "$1");
    }

    private HttpResponse<String> get(String path) {
        return ask(path).join();
    }

    private CompletableFuture<HttpResponse<String>> ask(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Sec-Fetch-Site", "same-origin");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until the site is another than a version. */
    private void await(long version) {
        changed(ask(desk("changed.js?since=" + version)));
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
