package org.practiceplaybook.serve;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.work.MachineRefused;

/**
 * Serves the site to this machine alone, and tells open pages when it has changed.
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

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
            Map.entry("xml", "application/xml; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("woff2", "font/woff2"));

    private final HttpServer http;
    private final ExecutorService threads;
    private final Desk desk;
    private final Watcher watcher;
    private final Thread keeper;
    private final Notes notes;
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
     * @param contentPath where the content folder is in its repository
     * @param version of the generator
     * @param port 0 for any that is free
     * @param editor how a link opens a file
     */
    public record Settings(
            Path content, Optional<Path> theme, String contentPath, String version, int port, EditorLink editor) {}

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
            this.desk = new Desk(settings.content(), settings.theme(), settings.contentPath(), settings.version());
            this.now = desk.refresh(List.of()).orElseThrow();
        } catch (RuntimeException e) {
            http.stop(0);
            throw e;
        }
        this.notes = new Notes(settings.content(), settings.editor());
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
                String trouble = e instanceof MachineRefused ? e.getMessage() : e.toString();
                if (!closed
                        && !trouble.equals(lastTrouble)
                        && !(e instanceof MachineRefused && lastTrouble.isEmpty())) {
                    told.trouble(trouble);
                }
                lastTrouble = trouble;
            }
        }
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
        Snapshot checked = desk.check(site);
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
            if (!isLocal(exchange)) {
                send(
                        exchange,
                        403,
                        "text/plain; charset=utf-8",
                        "This server answers only this machine.\n".getBytes(StandardCharsets.UTF_8));
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                send(
                        exchange,
                        405,
                        "text/plain; charset=utf-8",
                        "Only reading is possible here.\n".getBytes(StandardCharsets.UTF_8));
            } else if (exchange.getRequestURI().getPath().startsWith(OWN)) {
                own(exchange);
            } else {
                page(exchange);
            }
        }
    }

    /** A page of another site could have its own name lead to this machine; the browser still says which name it asked. */
    private static boolean isLocal(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null) {
            return false;
        }
        String name = host.replaceAll(":\\d+$", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    }

    private void page(HttpExchange exchange) throws IOException {
        Snapshot site = now;
        if (site.problem().isPresent()) {
            send(
                    exchange,
                    500,
                    TYPES.get("html"),
                    Overlay.problemPage(site.problem().get(), site.version()));
            return;
        }
        String path = decoded(exchange.getRequestURI().getRawPath());
        Sheet sheet = site.sheet(path).orElse(null);
        if (sheet == null && site.sheet(path + "/index.html").isPresent()) {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getRawPath() + "/");
            send(exchange, 301, "text/plain; charset=utf-8", new byte[0]);
            return;
        }
        int status = sheet == null ? 404 : 200;
        Sheet shown = sheet == null ? site.sheet(Addresses.FIRST.notFound()).orElseThrow() : sheet;
        String end = shown.path().substring(shown.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            byte[] bytes = shown.bytes().get();
            send(
                    exchange,
                    status,
                    TYPES.getOrDefault(end, "application/octet-stream"),
                    end.equals("html")
                            ? Overlay.over(
                                    bytes,
                                    new Overlay.View(site.version(), path),
                                    site.theme().orElseThrow())
                            : bytes);
        } catch (ThemeProblem problem) {
            send(exchange, 500, TYPES.get("html"), Overlay.problemPage(problem.getMessage(), site.version()));
        } catch (MachineRefused problem) {
            send(exchange, 404, TYPES.get("html"), Overlay.problemPage(problem.getMessage(), site.version()));
        }
    }

    private static String decoded(String rawPath) {
        String path;
        try {
            path = URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .substring(1);
        } catch (IllegalArgumentException e) {
            return "";
        }
        return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    }

    private void own(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(OWN.length());
        switch (path) {
            case "reload.js" -> send(exchange, 200, TYPES.get("js"), Overlay.script());
            case "serve.css" -> send(exchange, 200, TYPES.get("css"), Overlay.style());
            case "changed.js" -> {
                long since = number(query(exchange, "since"));
                long version = awaitChange(since);
                call(exchange, "playbookServe.is(" + version + ");\n");
            }
            case "notes.js" -> {
                Snapshot site = awaitNotes(number(query(exchange, "since")));
                String page = query(exchange, "page");
                call(exchange, "playbookServe.notes(" + notes.of(site, page) + ");\n");
            }
            default -> send(exchange, 404, "text/plain; charset=utf-8", new byte[0]);
        }
    }

    private static void call(HttpExchange exchange, String script) throws IOException {
        send(exchange, 200, TYPES.get("js"), script.getBytes(StandardCharsets.UTF_8));
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
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head && bytes.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
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
