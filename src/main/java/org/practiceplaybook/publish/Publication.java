package org.practiceplaybook.publish;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.work.Workers;

/**
 * The complete set of a site's files, made and {@linkplain Proof read again} before anything touches the disk.
 *
 * @param files bytes by path from the site's root
 */
public record Publication(SortedMap<String, byte[]> files) {
    public Publication {
        files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Makes all files.
     *
     * @throws org.practiceplaybook.theme.ThemeProblem where one of them cannot be read by the programs that it is for
     */
    public static Publication of(List<SiteFile> sheets, Workers workers) {
        List<byte[]> contents = workers.map(sheets, sheet -> {
            byte[] bytes = sheet.bytes().get();
            Proof.read(sheet.path(), bytes);
            return bytes;
        });
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < sheets.size(); i++) {
            if (files.put(sheets.get(i).path(), contents.get(i)) != null) {
                throw new IllegalStateException(
                        "two pages have the address " + sheets.get(i).path());
            }
        }
        return new Publication(files);
    }
}
