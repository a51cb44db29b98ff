package org.practiceplaybook.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.asset.MediaTypes;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.work.MachineRefused;

/**
 * Serves the site to this machine alone and to its own pages alone ({@link Gate}), and tells open pages when it has changed.
 *
 * <p>A page learns of a change by asking for a script whose answer is held back until there is one: the site's own rules for
 * scripts allow that, and nothing else is needed.
 */
public final class SiteServer implements AutoCloseable {
    private static final String OWN = "/-/";
    private static final long HOLD_MILLIS = 20_000;
    private static final long STACK_BYTES = 64L << 20;

    static {
        // an answer goes out as head and body; without this the body waits 40 ms for the head to be acknowledged
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String PAGE = MediaTypes.of(".html");
    private static final String SCRIPT = MediaTypes.of(".js");
    private static final String SVG = MediaTypes.of(".svg");
    private static final String TEXT = MediaTypes.of(".txt");

    private final HttpServer http;
    private final Gate gate = new Gate();
    private final ExecutorService threads;
    private final LiveSite desk;
    private final Watcher watcher;
    private final Thread keeper;
    private final PageFindings notes;
    private final ExecutorService checker = Executors.newSingleThreadExecutor(SiteServer::deep);
    private volatile List<Diagnostic> lastFound = List.of();
    private final Listener told;
    private final Object changed = new Object();
    private volatile Snapshot now;
    private volatile boolean closed;

    /**
     * What is served and how.
     *
     * @param theme a folder whose files go before the theme in the jar
     * @param hosting settings with what the host says where they are silent
     * @param contentPath where the content folder is in its repository
     * @param version of the generator
     * @param port 0 for any that is free
     * @param editor how a link opens a file
     */
    public record Settings(
            Path content,
            Optional<Path> theme,
            UnaryOperator<PlaybookSettings> hosting,
            String contentPath,
            String version,
            int port,
            EditorLink editor) {}

    /** Who hears what happens. */
    public interface Listener {
        /** Everything that was found, at the start and after every change. */
        void found(List<Diagnostic> diagnostics);

        /** Why the site could not follow a change. */
        void trouble(String message);
    }

    private SiteServer(Settings settings, Listener told) throws IOException {
        this.told = told;
        // the port first: where it is taken nothing has to be read
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        try {
            this.desk = new LiveSite(
                    settings.content(),
                    settings.theme(),
                    settings.hosting(),
                    settings.contentPath(),
                    settings.version());
            this.now = desk.refresh(List.of()).orElseThrow();
        } catch (RuntimeException e) {
            http.stop(0);
            throw e;
        }
        this.notes = new PageFindings(settings.content(), settings.editor());
        List<Path> roots = settings.theme()
                .map(theme -> List.of(settings.content(), theme))
                .orElse(List.of(settings.content()));
        this.watcher = new Watcher(roots);
        this.threads = Executors.newCachedThreadPool(SiteServer::deep);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
        this.keeper = new Thread(this::keepUp, "playbook-watch");
        keeper.setDaemon(true);
        keeper.start();
        checker.execute(() -> check(now));
    }

    /** A page may hold deeply nested text. */
    private static Thread deep(Runnable work) {
        Thread thread = new Thread(null, work, "playbook-serve", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts serving.
     *
     * @param told hears what was found
     * @throws MachineRefused where the port is taken
     */
    public static SiteServer start(Settings settings, Listener told) {
        try {
            return new SiteServer(settings, told);
        } catch (BindException e) {
            throw new MachineRefused(
                    "port " + settings.port() + " is taken by another program; choose another with --port");
        } catch (IOException e) {
            throw MachineRefused.because("serve the site", e);
        }
    }

    /** The address of the first page. */
    public String address() {
        return "http://localhost:" + http.getAddress().getPort() + "/";
    }

    private void keepUp() {
        String lastTrouble = "";
        while (!closed) {
            try {
                watcher.await(desk.isUnsettled() || !lastTrouble.isEmpty());
                Optional<Snapshot> fresh = desk.refresh(lastFound);
                fresh.ifPresent(this::show);
                lastTrouble = "";
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | StackOverflowError e) {
                // a file may have been moved while it was read: the next look tells
                String trouble = troubleOf(e);
                if (!closed
                        && !trouble.equals(lastTrouble)
                        && !(e instanceof MachineRefused && lastTrouble.isEmpty())) {
                    told.trouble(trouble);
                }
                lastTrouble = trouble;
            }
        }
    }

    private static String troubleOf(Throwable problem) {
        return problem instanceof MachineRefused ? problem.getMessage() : problem.toString();
    }

    /** The pages first: what is wrong with them is told as soon as it is known. */
    private void show(Snapshot fresh) {
        publish(fresh);
        checker.execute(() -> check(fresh));
    }

    private void publish(Snapshot site) {
        synchronized (changed) {
            now = site;
            changed.notifyAll();
        }
    }

    private void check(Snapshot site) {
        if (now.version() != site.version() || closed) {
            return;
        }
        Snapshot checked;
        try {
            checked = desk.check(site);
        } catch (RuntimeException | StackOverflowError e) {
            told.trouble(troubleOf(e));
            return;
        }
        synchronized (changed) {
            if (now.version() != site.version()) {
                return; // there is a newer one already
            }
            lastFound = checked.found().orElseThrow();
            publish(checked);
        }
        told.found(lastFound);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = Objects.requireNonNullElse(exchange.getRequestURI().getPath(), "");
            boolean own = path.startsWith(OWN);
            if (!gate.admits(exchange.getRequestHeaders(), MediaTypes.of(path).equals(SCRIPT), own)) {
                refuse(exchange);
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                say(exchange, 405, "Only reading is possible here.");
            } else if (own) {
                own(exchange, path.substring(OWN.length()));
            } else {
                page(exchange);
            }
        }
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        say(exchange, 403, "This server answers only this machine, and its scripts are for its own pages only.");
    }

    private static void say(HttpExchange exchange, int status, String words) throws IOException {
        send(exchange, status, TEXT, (words + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void page(HttpExchange exchange) throws IOException {
        Snapshot site = now;
        if (site.problem().isPresent()) {
            send(exchange, 500, PAGE, Overlay.problemPage(site.problem().get(), site.version(), gate.token()));
            return;
        }
        String path =
                decoded(Objects.requireNonNullElse(exchange.getRequestURI().getRawPath(), ""));
        SiteFile sheet = site.sheet(path).orElse(null);
        if (sheet == null && site.sheet(path + "/index.html").isPresent()) {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getRawPath() + "/");
            send(exchange, 301, TEXT, new byte[0]);
            return;
        }
        int status = sheet == null ? 404 : 200;
        SiteFile shown = sheet == null ? site.sheet(Addresses.FIRST.notFound()).orElseThrow() : sheet;
        String type = MediaTypes.of(shown.path());
        try {
            byte[] bytes = shown.bytes().get();
            send(
                    exchange,
                    status,
                    type,
                    type.equals(PAGE)
                            ? Overlay.over(
                                    bytes,
                                    new Overlay.View(site.version(), path, gate.token()),
                                    site.theme().orElseThrow())
                            : bytes);
        } catch (ThemeProblem problem) {
            send(exchange, 500, PAGE, Overlay.problemPage(problem.getMessage(), site.version(), gate.token()));
        } catch (MachineRefused problem) {
            send(exchange, 404, PAGE, Overlay.problemPage(problem.getMessage(), site.version(), gate.token()));
        }
    }

    private static String decoded(String rawPath) {
        String path;
        try {
            path = URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replaceFirst("^/", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
        return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    }

    private void own(HttpExchange exchange, String name) throws IOException {
        switch (name) {
            case "reload.js" -> send(exchange, 200, SCRIPT, Overlay.script());
            case "serve.css" -> send(exchange, 200, MediaTypes.of(name), Overlay.style());
            case "changed.js", "notes.js" -> {
                if (gate.knows(query(exchange, "token"))) {
                    tell(exchange, name);
                } else {
                    refuse(exchange);
                }
            }
            default -> send(exchange, 404, TEXT, new byte[0]);
        }
    }

    private void tell(HttpExchange exchange, String name) throws IOException {
        long since = number(query(exchange, "since"));
        if (name.equals("changed.js")) {
            call(exchange, "playbookServe.is(" + awaitChange(since) + ");\n");
        } else {
            Snapshot site = awaitNotes(since);
            call(exchange, "playbookServe.notes(" + notes.of(site, query(exchange, "page")) + ");\n");
        }
    }

    private static void call(HttpExchange exchange, String script) throws IOException {
        send(exchange, 200, SCRIPT, script.getBytes(StandardCharsets.UTF_8));
    }

    /** A value of the query, or empty. */
    private static String query(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    return "";
                }
            }
        }
        return "";
    }

    private static long number(String written) {
        return written.matches("\\d{1,15}") ? Long.parseLong(written) : 0;
    }

    private long awaitChange(long since) {
        return await(site -> site.version() != since).version();
    }

    /** The site when it has been checked, or when there is another one than the page was made of. */
    private Snapshot awaitNotes(long version) {
        return await(site -> site.version() != version || site.found().isPresent());
    }

    private Snapshot await(Predicate<Snapshot> ready) {
        long end = System.nanoTime() + HOLD_MILLIS * 1_000_000;
        synchronized (changed) {
            while (!ready.test(now) && !closed) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    changed.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            return now;
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("X-Frame-Options", "DENY");
        headers.set(
                "Content-Security-Policy",
                type.equals(SVG)
                        ? "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'"
                        : "frame-ancestors 'none'");
        int first = 0;
        int length = bytes.length;
        if (status == 200 && exchange.getRequestMethod().equals("GET")) {
            headers.set("Accept-Ranges", "bytes");
            Optional<ByteRange> asked = range(exchange.getRequestHeaders(), length);
            if (asked.isPresent() && asked.get().isEmpty()) {
                headers.set("Content-Range", "bytes */" + length);
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (asked.isPresent()) {
                first = (int) asked.get().first();
                headers.set(
                        "Content-Range", "bytes " + first + "-" + asked.get().last() + "/" + length);
                length = asked.get().length();
                status = 206;
            }
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        if (length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes, first, length);
            }
        }
    }

    /** Nothing is the same from one moment to the next here, so a stretch "if it is still the same" is the whole. */
    private static Optional<ByteRange> range(Headers asked, int length) {
        return asked.containsKey("If-Range")
                ? Optional.empty()
                : ByteRange.of(asked.getOrDefault("Range", List.of()), length);
    }

    @Override
    public void close() {
        closed = true;
        synchronized (changed) {
            changed.notifyAll();
        }
        keeper.interrupt();
        http.stop(0);
        threads.shutdownNow();
        checker.shutdownNow();
        try {
            watcher.close();
        } catch (IOException e) {
            // there is nothing left to watch
        }
    }
}
