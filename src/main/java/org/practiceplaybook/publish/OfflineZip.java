package org.practiceplaybook.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.practiceplaybook.work.MachineRefused;

/** The whole site in one file, to be opened from a disk without a network. The same site gives the same bytes. */
public final class OfflineZip {
    /** A month after the earliest that the format knows: of that one itself Java also notes the machine's time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private OfflineZip() {}

    /**
     * Writes the zip, or leaves the former one as it is.
     *
     * @param folder the one folder in it
     * @param readMe what the text file beside the pages says
     */
    public static void write(Publication publication, Path zip, String folder, String readMe) {
        SortedMap<String, byte[]> files = new TreeMap<>(publication.files());
        files.put("READ-ME.txt", readMe.getBytes(StandardCharsets.UTF_8));
        Path target = zip.toAbsolutePath();
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                write(files, folder, out);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException ignored) {
                // the disk says no to that, too
            }
            throw MachineRefused.because("write " + zip, e);
        }
    }

    private static void write(Map<String, byte[]> files, String folder, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }
}
