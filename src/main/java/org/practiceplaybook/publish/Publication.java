package org.practiceplaybook.publish;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.work.Workers;

/**
 * The complete set of a site's files, made before anything touches the disk.
 *
 * @param files bytes by path from the site's root
 */
public record Publication(SortedMap<String, byte[]> files) {
    public Publication {
        files = Collections.unmodifiableSortedMap(files);
    }

    public static Publication of(List<Sheet> sheets, Workers workers) {
        List<byte[]> contents = workers.map(sheets, sheet -> sheet.bytes().get());
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
