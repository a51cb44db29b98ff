package org.practiceplaybook.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A host that keeps the site where the built one says that it lies, under {@code /playbook/}, as hosts of repositories do. */
final class SubPathServer implements AutoCloseable {
    static final String BASE = "/playbook/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css",
            "js", "text/javascript",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "xml", "application/xml",
            "webmanifest", "application/manifest+json");

    private final HttpServer http;
    private final Path folder;

    SubPathServer(Path folder) {
        this.folder = folder;
        try {
            this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        http.createContext("/", this::answer);
        http.start();
    }

    /** Where the site begins. */
    String address() {
        return "http://localhost:" + http.getAddress().getPort() + BASE;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String raw = exchange.getRequestURI().getRawPath();
            String path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean within = path.startsWith(BASE);
            Path file = within ? folder.resolve(path.substring(BASE.length())) : folder;
            if (within && Files.isDirectory(file)) {
                file = file.resolve("index.html");
            }
            boolean found = within && Files.isRegularFile(file);
            Path sent = found ? file : folder.resolve("404.html");
            byte[] bytes = Files.readAllBytes(sent);
            String name = sent.getFileName().toString();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(found ? 200 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
