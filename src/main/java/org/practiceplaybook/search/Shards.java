package org.practiceplaybook.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.practiceplaybook.theme.Json;

/** The files of an index while they are made: each a script that hands its data to the runtime. */
final class Shards {
    private static final String FOLDER = "search/";
    private static final String ROOT = FOLDER + "index.js";
    /** Letters of a name. */
    static final int NAME = 7;

    /** Of one kind, so much is one file: some 20 KB compressed, which comes sooner than the first five of its shards. */
    static final int PACK = 72_000;

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    /** The shards by what they are loaded for, in their order. */
    private final Map<Kind, Set<String>> kinds = new EnumMap<>(Kind.class);

    /** What is loaded together: to find pages, to show them, to look for phrases in long ones. */
    enum Kind {
        FINDING,
        SHOWING,
        READING
    }

    /** Where the shard of a name lies. Its first letter is a folder, for no disk likes a hundred thousand files in one. */
    private static String path(String name) {
        return FOLDER + name.charAt(0) + "/" + name.substring(1) + ".js";
    }

    /** Adds a shard and gives its name, which is a hash of what is in it. */
    String add(Kind kind, List<?> data) {
        return add(kind, json(data));
    }

    /** The data of a shard as it will be written. May be made on any thread. */
    static byte[] json(List<?> data) {
        return Json.of(data).between("", "");
    }

    /** Adds a shard whose data are written already. */
    String add(Kind kind, byte[] json) {
        for (int attempt = 0; ; attempt++) {
            String name = name(json, attempt);
            byte[] script = script(name, json);
            byte[] before = files.putIfAbsent(path(name), script);
            if (before == null || Arrays.equals(before, script)) {
                kinds.computeIfAbsent(kind, unused -> new LinkedHashSet<>()).add(name);
                return name;
            }
        }
    }

    private static byte[] script(String name, byte[] json) {
        byte[] start = ("PlaybookSearch.part(\"" + name + "\",").getBytes(StandardCharsets.UTF_8);
        byte[] script = Arrays.copyOf(start, start.length + json.length + 2);
        System.arraycopy(json, 0, script, start.length, json.length);
        script[script.length - 2] = ')';
        script[script.length - 1] = '\n';
        return script;
    }

    /**
     * Makes one file of the shards of each kind of which there is little.
     *
     * @param most letters of such a file
     * @return the names of the shards that a file holds, one after the other, by the name of the file
     */
    SortedMap<String, String> pack(int most) {
        SortedMap<String, String> packs = new TreeMap<>();
        kinds.forEach((kind, names) -> {
            int size = names.stream()
                    .mapToInt(name -> files.get(path(name)).length)
                    .sum();
            if (names.size() < 2 || size > most) {
                return;
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream(size);
            names.forEach(name -> all.writeBytes(files.remove(path(name))));
            String pack = name(all.toByteArray(), 0);
            files.put(path(pack), all.toByteArray());
            packs.put(pack, String.join("", names));
        });
        return packs;
    }

    void root(Map<String, ?> data) {
        files.put(ROOT, Json.of(data).between("PlaybookSearch.root(", ")\n"));
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    /** FNV-1a, 64 bits, of which seven letters of 36 are kept: names are of lower case, for some disks tell no other. */
    private static String name(byte[] data, int attempt) {
        long hash = 0xcbf29ce484222325L ^ attempt;
        for (byte b : data) {
            hash = (hash ^ b & 0xff) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < NAME; i++) {
            name.append(Character.forDigit((int) Long.remainderUnsigned(hash, 36), 36));
            hash = Long.divideUnsigned(hash, 36);
        }
        return name.toString();
    }
}
