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
import java.util.function.Consumer;
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
    private final Consumer<List<Diagnostic>> told;
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
     */
    public record Settings(Path content, Optional<Path> theme, String contentPath, String version, int port) {}

    private SiteServer(Settings settings, Consumer<List<Diagnostic>> told) throws IOException {
        this.told = told;
        // the port first: where it is taken nothing has to be read
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        try {
            this.desk = new Desk(settings.content(), settings.theme(), settings.contentPath(), settings.version());
            this.now = desk.refresh().orElseThrow();
        } catch (RuntimeException e) {
            http.stop(0);
            throw e;
        }
        told.accept(now.found());
        List<Path> roots = settings.theme()
                .map(theme -> List.of(settings.content(), theme))
                .orElse(List.of(settings.content()));
        this.watcher = new Watcher(roots);
        this.threads = Executors.newCachedThreadPool(work -> {
            // a page may hold deeply nested text
            Thread thread = new Thread(null, work, "playbook-serve", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
        this.keeper = new Thread(this::keepUp, "playbook-watch");
        keeper.setDaemon(true);
        keeper.start();
    }

    /**
     * Starts serving.
     *
     * @param told hears what was found, at the start and after every change
     * @throws MachineRefused where the port is taken
     */
    public static SiteServer start(Settings settings, Consumer<List<Diagnostic>> told) {
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
        while (!closed) {
            try {
                watcher.await();
                Optional<Snapshot> fresh = desk.refresh();
                if (fresh.isPresent()) {
                    show(fresh.get());
                    told.accept(now.found());
                }
            } catch (InterruptedException e) {
                return;
            } catch (MachineRefused e) {
                // a file was moved while it was read; the next look finds it
            } catch (RuntimeException | StackOverflowError e) {
                // a mistake of the generator's own, which must be seen and must not end the watching
                String words = "the generator made a mistake of its own: " + e;
                if (!closed && !now.problem().equals(words)) {
                    show(desk.without(words));
                }
            }
        }
    }

    private void show(Snapshot site) {
        now = site;
        synchronized (changed) {
            changed.notifyAll();
        }
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
        if (site.theme().isEmpty()) {
            send(exchange, 500, TYPES.get("html"), Overlay.problemPage(site.problem(), site.version()));
            return;
        }
        String path = decoded(exchange.getRequestURI().getRawPath());
        Sheet sheet = site.sheets().get(path);
        if (sheet == null && site.sheets().containsKey(path + "/index.html")) {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getRawPath() + "/");
            send(exchange, 301, "text/plain; charset=utf-8", new byte[0]);
            return;
        }
        int status = sheet == null ? 404 : 200;
        Sheet shown = sheet == null ? site.sheets().get(Addresses.NOT_FOUND) : sheet;
        String end = shown.path().substring(shown.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            byte[] bytes = shown.bytes().get();
            send(
                    exchange,
                    status,
                    TYPES.getOrDefault(end, "application/octet-stream"),
                    end.equals("html") ? Overlay.over(bytes, site, site.theme().get()) : bytes);
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
                long since = number(exchange.getRequestURI().getQuery());
                long version = awaitChange(since);
                byte[] call = ("playbookServe.is(" + version + ");\n").getBytes(StandardCharsets.UTF_8);
                send(exchange, 200, TYPES.get("js"), call);
            }
            default -> send(exchange, 404, "text/plain; charset=utf-8", new byte[0]);
        }
    }

    private static long number(String query) {
        String digits = query == null ? "" : query.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 15 ? 0 : Long.parseLong(digits);
    }

    private long awaitChange(long since) {
        long end = System.nanoTime() + HOLD_MILLIS * 1_000_000;
        synchronized (changed) {
            while (now.version() == since && !closed) {
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
        }
        return now.version();
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
        try {
            watcher.close();
        } catch (IOException e) {
            // there is nothing left to watch
        }
    }
}
