package org.practiceplaybook.pack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.practiceplaybook.work.MachineRefused;

/**
 * A Chromium of this machine that prints pages of a disk. It is asked for nothing else, and asks for nothing from outside.
 *
 * @param program the browser's own
 */
public record PrintingBrowser(Path program) {
    /** Those without windows start in half the time. */
    private static final List<String> NAMES = List.of(
            "chrome-headless-shell",
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "microsoft-edge",
            "msedge",
            "brave-browser");

    /** Where it lies on systems that put no programs on the path. */
    private static final List<String> USUAL = List.of(
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    private static final long MOST_MINUTES = 5;

    /**
     * The browser of this machine.
     *
     * @param searched folders of programs, as the system's {@code PATH} names them
     */
    public static Optional<PrintingBrowser> find(String searched) {
        Stream<Path> onPath = Stream.of(searched.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream()
                        .flatMap(name -> Stream.of(name, name + ".exe"))
                        .map(name -> Path.of(folder, name)));
        return Stream.concat(
                        onPath,
                        USUAL.stream().filter(PrintingBrowser::isOfThisSystem).map(Path::of))
                .filter(path -> Files.isExecutable(path) && !Files.isDirectory(path))
                .findFirst()
                .map(PrintingBrowser::new);
    }

    private static boolean isOfThisSystem(String path) {
        return path.startsWith("/") == (File.separatorChar == '/');
    }

    /**
     * Prints a page: tagged, with an outline, on the paper that is asked for.
     *
     * @param page a file
     * @param folder an empty one for what the browser keeps, and for the print
     * @return the PDF
     * @throws MachineRefused where the browser does not print
     */
    byte[] print(Path page, Path folder) {
        return print(page, folder, List.of("--generate-pdf-document-outline"));
    }

    /** The same pages without tags and an outline, in less than half the time. */
    byte[] draft(Path page, Path folder) {
        return print(page, folder, List.of("--disable-pdf-tagging"));
    }

    private byte[] print(Path page, Path folder, List<String> options) {
        Path pdf = folder.resolve("print.pdf");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-extensions",
                "--disable-sync",
                "--no-first-run",
                "--no-pdf-header-footer",
                "--user-data-dir=" + folder.resolve("profile"),
                "--print-to-pdf=" + pdf));
        command.addAll(options);
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox"); // else it does not start for root; the pages are our own
        }
        command.add(page.toUri().toString());
        try {
            Files.deleteIfExists(pdf);
            Path said = folder.resolve("said.txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended;
            try {
                ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            if (!Files.exists(pdf)) {
                throw new MachineRefused(program + " did not print: "
                        + (ended
                                ? "it ended with " + process.exitValue()
                                : "it took more than " + MOST_MINUTES + " minutes")
                        + last(said) + "; name another browser with --browser");
            }
            return Files.readAllBytes(pdf);
        } catch (IOException e) {
            throw MachineRefused.because("print with " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineRefused("printing was interrupted");
        }
    }

    /** What it said last, if it is a sentence that a person can read. */
    private static String last(Path said) throws IOException {
        List<String> lines = new String(Files.readAllBytes(said), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("error"))
                .toList();
        return lines.isEmpty() ? "" : ", " + lines.get(lines.size() - 1).strip();
    }
}
