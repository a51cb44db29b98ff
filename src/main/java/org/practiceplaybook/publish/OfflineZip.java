package org.practiceplaybook.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The whole site in a zip file.
 *
 * @param folder the one folder in it
 * @param readMe what the text file beside the pages says
 */
public record OfflineZip(String folder, String readMe) implements Packaging {
    /** A month after the earliest that the format knows: of that one itself Java also notes the machine's time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    @Override
    public void write(Publication site, OutputStream out) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(site.files());
        files.put("READ-ME.txt", readMe.getBytes(StandardCharsets.UTF_8));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }
}
