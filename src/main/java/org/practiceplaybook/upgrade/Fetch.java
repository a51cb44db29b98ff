package org.practiceplaybook.upgrade;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.practiceplaybook.work.MachineRefused;

/**
 * Gets a file from the web, or from a folder that stands in for it. Nothing else of the program asks anything of a network,
 * and this does it only when a command was told to.
 */
public final class Fetch {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ALL = Duration.ofMinutes(10);

    private Fetch() {}

    /**
     * Gets a file.
     *
     * @param address http, https or file, or a path
     * @param to where it is put
     * @throws MachineRefused where it does not come; the message says why
     */
    public static void file(String address, Path to) {
        try {
            if (address.matches("https?://.*")) {
                HttpClient client = HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(address)).timeout(ALL).build();
                int status = client.send(request, HttpResponse.BodyHandlers.ofFile(to))
                        .statusCode();
                if (status != 200) {
                    throw refused(address, "the server answered " + status);
                }
            } else {
                Path from = address.startsWith("file:") ? Path.of(URI.create(address)) : Path.of(address);
                Files.write(to, Files.readAllBytes(from));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(address, "it was interrupted");
        } catch (IOException e) {
            throw MachineRefused.because("fetch " + address, why(e));
        } catch (IllegalArgumentException e) {
            throw refused(address, "this is no address");
        }
    }

    /** Gets a short text. */
    public static String text(String address, Path scratch) {
        file(address, scratch);
        try {
            return new String(Files.readAllBytes(scratch), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw MachineRefused.because("read " + scratch, e);
        }
    }

    private static MachineRefused refused(String address, String why) {
        return new MachineRefused("could not fetch " + address + ": " + why);
    }

    private static IOException why(IOException e) {
        boolean silent = e.getMessage() == null || e instanceof java.net.ConnectException;
        return silent ? new IOException("nobody answers there; is there a network?", e) : e;
    }
}
