package org.practiceplaybook.publish;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.work.ByteStore;
import org.practiceplaybook.work.Workers;

/**
 * The complete set of a site's files, made and {@linkplain Proof read again} before anything touches the disk.
 *
 * @param files bytes by path from the site's root
 * @param served the paths of those that only a server has a use for
 * @param tools the paths of pages to work with, which no book has
 * @param packed files that were too large to be made in memory, by path from the site's root: where they wait to be moved
 */
public record Publication(StoredFiles files, Set<String> served, Set<String> tools, SortedMap<String, Path> packed) {
    public Publication {
        served = Set.copyOf(served);
        tools = Set.copyOf(tools);
        packed = Collections.unmodifiableSortedMap(packed);
    }

    /** A site of files that all are in memory. */
    public Publication(SortedMap<String, byte[]> files) {
        this(StoredFiles.of(files), Set.of(), Set.of(), Collections.emptySortedMap());
    }

    /**
     * Makes all files.
     *
     * @throws org.practiceplaybook.theme.ThemeProblem where one of them cannot be read by the programs that it is for
     */
    public static Publication of(List<SiteFile> sheets, Workers workers) {
        ByteStore store = new ByteStore();
        List<ByteStore.Content> contents = workers.map(sheets, sheet -> {
            byte[] bytes = sheet.bytes().get();
            Proof.read(sheet.path(), bytes);
            return store.keep(bytes);
        });
        SortedMap<String, ByteStore.Content> files = new TreeMap<>();
        Set<String> served = new TreeSet<>();
        Set<String> tools = new TreeSet<>();
        for (int i = 0; i < sheets.size(); i++) {
            String path = sheets.get(i).path();
            if (files.put(path, contents.get(i)) != null) {
                throw new IllegalStateException("two pages have the address " + path);
            }
            if (sheets.get(i).use() == SiteFile.Use.SERVED) {
                served.add(path);
            }
            if (sheets.get(i).isTool()) {
                tools.add(path);
            }
        }
        return new Publication(new StoredFiles(files), served, tools, Collections.emptySortedMap());
    }

    /** The same site with more files. */
    public Publication with(Map<String, byte[]> more, SortedMap<String, Path> packedToo) {
        return new Publication(files.with(more, Set.of()), served, tools, packedToo);
    }

    /** The paths of all files. */
    public SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(packed.keySet());
        return paths;
    }
}
