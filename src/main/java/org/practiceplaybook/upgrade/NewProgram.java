package org.practiceplaybook.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.ScratchFolder;

/** Asks another version of the program for what only it can make. */
public final class NewProgram {
    private static final String PLACE = "docs/schema/";
    private static final int LONGEST_SECONDS = 120;

    private NewProgram() {}

    /**
     * The schemas that it would write for a playbook, by path within the repository; none where it cannot read the content.
     *
     * @param jar the program
     * @param folder the playbook
     */
    public static Map<String, byte[]> schemas(Path jar, Path folder) {
        Map<String, byte[]> schemas = new TreeMap<>();
        try (ScratchFolder scratch = ScratchFolder.make()) {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    jar.toAbsolutePath().toString(),
                    "schema",
                    "--out",
                    scratch.path().toString());
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Map.of();
            }
            if (process.exitValue() == 0) {
                try (Stream<Path> files = Files.list(scratch.path())) {
                    for (Path file : files.toList()) {
                        schemas.put(PLACE + file.getFileName(), Files.readAllBytes(file));
                    }
                }
            }
            return schemas;
        } catch (IOException e) {
            throw MachineRefused.because("run " + jar, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }
}
