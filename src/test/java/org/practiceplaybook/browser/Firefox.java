package org.practiceplaybook.browser;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.practiceplaybook.fixture.DebianProgram;

/** Debian's Firefox, driven by the W3C's WebDriver BiDi: Playwright drives only a Firefox of its own. */
final class Firefox implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static final String LISTENS = "WebDriver BiDi listening on ";
    private static final long MOST_SECONDS = 30;

    private final Process process;
    private final WebSocket socket;
    private final String tab;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> awaited = new ConcurrentHashMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private Firefox(Process process, URI address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Answers())
                .join();
        send("session.new", Map.of("capabilities", Map.of()));
        send(
                "session.subscribe",
                Map.of("events", List.of("log.entryAdded", "network.beforeRequestSent", "network.fetchError")));
        this.tab = send("browsingContext.getTree", Map.of())
                .getAsJsonArray("contexts")
                .get(0)
                .getAsJsonObject()
                .get("context")
                .getAsString();
    }

    /** @param profile a folder for what it keeps */
    static Firefox start(Path profile) {
        Path program = DebianProgram.find("firefox-esr", "firefox-esr", "firefox");
        try {
            Files.createDirectories(profile); // else it waits for ever
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--headless",
                            "--no-remote",
                            "--profile",
                            profile.toString(),
                            "--remote-debugging-port=0")
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = process.inputReader();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.contains(LISTENS)) {
                    Thread rest = new Thread(() -> said.lines().forEach(unused -> {}));
                    rest.setDaemon(true);
                    rest.start();
                    return new Firefox(
                            process, URI.create(line.substring(line.indexOf(LISTENS) + LISTENS.length()) + "/session"));
                }
            }
            throw new IllegalStateException("Firefox ended before it listened");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts together what arrives in pieces, and hands it to whoever waits for it. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder piece = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            piece.append(data);
            if (last) {
                JsonObject message = JsonParser.parseString(piece.toString()).getAsJsonObject();
                piece.setLength(0);
                if (message.has("id") && !message.get("id").isJsonNull()) {
                    awaited.remove(message.get("id").getAsInt()).complete(message);
                } else if (message.has("method")) {
                    event(message.get("method").getAsString(), message.getAsJsonObject("params"));
                }
            }
            from.request(1);
            return null;
        }
    }

    private void event(String name, JsonObject what) {
        switch (name) {
            case "log.entryAdded" -> complain(what.get("text").getAsString());
            case "network.fetchError" -> complain(what.get("errorText").getAsString() + " " + url(what));
            default -> requests.add(url(what));
        }
    }

    /**
     * What was asked for and no longer wanted, because another page was gone to, is nobody's fault. A font says
     * so with the number of NS_BINDING_ABORTED.
     */
    private void complain(String what) {
        if (!what.startsWith("NS_BINDING_ABORTED")
                && !what.startsWith("Failed to load ‘’.")
                && !what.contains("status=2152398850")) {
            complaints.add(what);
        }
    }

    private static String url(JsonObject what) {
        return what.getAsJsonObject("request").get("url").getAsString();
    }

    private JsonObject send(String method, Map<String, ?> params) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        awaited.put(id, answer);
        socket.sendText(GSON.toJson(Map.of("id", id, "method", method, "params", params)), true)
                .join();
        try {
            JsonObject message = answer.get(MOST_SECONDS, TimeUnit.SECONDS);
            if (!message.has("result")) {
                throw new AssertionError(method + ": " + message);
            }
            return message.getAsJsonObject("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(method + " " + params, e);
        }
    }

    void go(String url) {
        send("browsingContext.navigate", Map.of("context", tab, "url", url, "wait", "complete"));
    }

    void back() {
        send("browsingContext.traverseHistory", Map.of("context", tab, "delta", -1));
    }

    /** What an expression is worth in the page, as a text; a promise is waited for. */
    String value(String expression) {
        JsonObject result = send(
                "script.evaluate",
                Map.of(
                        "expression",
                        "Promise.resolve(" + expression + ").then(String)",
                        "target",
                        Map.of("context", tab),
                        "awaitPromise",
                        true));
        JsonElement value =
                result.has("result") ? result.getAsJsonObject("result").get("value") : null;
        if (value == null) {
            throw new AssertionError(expression + ": " + result);
        }
        return value.getAsString();
    }

    /** Waits until an expression is true in the page, which may become another one meanwhile. */
    void await(String expression) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        String last = "";
        while (System.nanoTime() < end) {
            try {
                last = value("!!(" + expression + ")");
            } catch (AssertionError e) {
                last = e.toString();
            }
            if (last.equals("true")) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("never true: " + expression + "; last: " + last + "; " + complaints);
    }

    /** Presses keys one after the other, a letter each or as WebDriver names them, such as {@code \uE007} for Enter. */
    void type(String keys) {
        List<Map<String, String>> actions = new ArrayList<>();
        keys.codePoints().mapToObj(Character::toString).forEach(key -> {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        });
        send(
                "input.performActions",
                Map.of("context", tab, "actions", List.of(Map.of("type", "key", "id", "keys", "actions", actions))));
    }

    /** What it would print of the page. */
    String pdf() {
        String data = send("browsingContext.print", Map.of("context", tab))
                .get("data")
                .getAsString();
        return new String(Base64.getDecoder().decode(data), StandardCharsets.ISO_8859_1);
    }

    /** What its console said and what failed. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
