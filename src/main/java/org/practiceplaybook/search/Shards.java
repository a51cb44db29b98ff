package org.practiceplaybook.search;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.practiceplaybook.theme.Json;

/** The files of an index while they are made: each a script that hands its data to the runtime. */
final class Shards {
    static final String FOLDER = "search/";
    static final String ROOT = FOLDER + "index.js";
    /** Letters of a name. */
    static final int NAME = 7;

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> contents = new HashMap<>();

    /** Where the shard of a name lies. Its first letter is a folder, for no disk likes a hundred thousand files in one. */
    static String path(String name) {
        return FOLDER + name.charAt(0) + "/" + name.substring(1) + ".js";
    }

    /** Adds a shard and gives its name, which is a hash of what is in it. */
    String add(List<?> data) {
        String json = Json.of(data).toString();
        String name = name(json, 0);
        for (int attempt = 1; !json.equals(contents.getOrDefault(name, json)); attempt++) {
            name = name(json, attempt);
        }
        contents.put(name, json);
        files.put(path(name), bytes("PlaybookSearch.part(\"" + name + "\"," + json + ")\n"));
        return name;
    }

    void root(Map<String, ?> data) {
        files.put(ROOT, bytes("PlaybookSearch.root(" + Json.of(data) + ")\n"));
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** FNV-1a over the text's code units, 64 bits, of which seven letters of 36 are kept: names are of lower case. */
    private static String name(String text, int attempt) {
        long hash = 0xcbf29ce484222325L ^ attempt;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
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
