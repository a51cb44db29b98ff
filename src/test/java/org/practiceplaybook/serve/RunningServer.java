package org.practiceplaybook.serve;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;

/** A server for the folder of each test. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class RunningServer {
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path temp;

    PlaybookFolder content;
    SiteServer server;
    final List<List<Diagnostic>> told = new CopyOnWriteArrayList<>();

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
                        content.root(),
                        Optional.of(temp.resolve("theme")),
                        UnaryOperator.identity(),
                        "content",
                        "0.0.0",
                        0,
                        new EditorLink("")),
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

    /** What is written on a page when everything has been checked. */
    String notes(String page) {
        String notes = "";
        while (!notes.contains("\"title\"")) {
            notes = get(desk("notes.js?since=" + version(get(page).body()) + "&page=" + page))
                    .body();
        }
        return notes;
    }

    void film() throws IOException {
        long before = version(get("").body());
        content.with("films/a.mp4", "0123456789");
        Path film = content.root().resolve("films/a.mp4");
        Files.writeString(film, "0123456789");
        content.with("pages/film.md", "# Film", "[Film](../films/a.mp4)");
        await(
                before,
                "files/films/a.mp4",
                answer -> answer.statusCode() == 200 && answer.body().equals("0123456789"));
    }

    /** The address of something of the desk, with the word of this start. */
    String desk(String asked) {
        return "-/" + asked + "&token=" + token(get("").body());
    }

    static String token(String page) {
        return page.replaceAll("(?s).*data-token=\"(\\w+)\".*", "$1");
    }

    HttpResponse<String> get(String path) {
        return ask(path).join();
    }

    CompletableFuture<HttpResponse<String>> ask(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Sec-Fetch-Site", "same-origin");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until the site is another than a version. */
    void await(long version) {
        changed(ask(desk("changed.js?since=" + version)));
    }

    /** The answer to a path once it is as wanted: what is being written may be seen half written first. */
    HttpResponse<String> await(long version, String path, Predicate<HttpResponse<String>> wanted) {
        long seen = version;
        HttpResponse<String> answer = get(path);
        while (!wanted.test(answer)) {
            seen = changed(ask(desk("changed.js?since=" + seen)));
            answer = get(path);
        }
        return answer;
    }

    static long changed(CompletableFuture<HttpResponse<String>> waiting) {
        return Long.parseLong(waiting.join().body().replaceAll("\\D", ""));
    }

    static long version(String page) {
        return Long.parseLong(page.replaceAll("(?s).*data-version=\"(\\d+)\".*", "$1"));
    }

    static String url(String path) {
        return path.replace(" ", "%20");
    }

    /** A request that no well-behaved client would send. */
    String raw(String request) throws IOException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
