package org.practiceplaybook.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.practiceplaybook.theme.Json;

/**
 * The files of an index while they are made: each a script that hands its data to the runtime.
 *
 * <p>A request costs a reader about as much time as 20 KB. So what every query needs comes with the root while there is
 * little of it, and what few queries need, or a part of it each, comes in files of that size at most.
 */
final class Shards {
    private static final String FOLDER = "search/";
    /** The name of the file that all others are found by. */
    private static final String ROOT = "index";

    static final String ROOT_PATH = FOLDER + ROOT + ".js";
    /** Letters of a name. */
    static final int NAME = 7;

    /** Letters of a file that every reader needs all of: some 20 KB compressed. */
    private static final int WHOLE = 72_000;
    /** The same of a file of which a query needs a part. */
    private static final int TOGETHER = 24_000;
    /** Whole texts are read for phrases, dozens for a query: of so many letters of them some lie together. */
    private static final int TEXTS = 600_000;

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    /** The shards by what they are loaded for, in their order. */
    private final Map<Kind, Set<String>> kinds = new EnumMap<>(Kind.class);
    /** The postings that a shard of words leads to. */
    private final Map<String, List<String>> leads = new LinkedHashMap<>();
    /** The names of the shards that a file holds, one after the other, by the name of the file. */
    private final SortedMap<String, String> packs = new TreeMap<>();

    private final ByteArrayOutputStream withRoot = new ByteArrayOutputStream();

    /** What is loaded together. */
    enum Kind {
        WORDS,
        FACETS,
        POSTINGS,
        BRIEFS,
        /** From which a result has the words around those that were looked for. */
        EXTRACTS,
        /** In which phrases are looked for. */
        TEXTS
    }

    Shards() {
        for (Kind kind : Kind.values()) {
            kinds.put(kind, new LinkedHashSet<>());
        }
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
            if (before == null) {
                kinds.get(kind).add(name);
                return name;
            }
            if (Arrays.equals(before, script)) {
                return name;
            }
        }
    }

    /** Notes which postings a shard of words leads to. */
    void with(String words, List<String> postings) {
        leads.put(words, postings);
    }

    private static byte[] script(String name, byte[] json) {
        byte[] start = ("PlaybookSearch.part(\"" + name + "\",").getBytes(StandardCharsets.UTF_8);
        byte[] script = Arrays.copyOf(start, start.length + json.length + 2);
        System.arraycopy(json, 0, script, start.length, json.length);
        script[script.length - 2] = ')';
        script[script.length - 1] = '\n';
        return script;
    }

    /** Lays shards together that are loaded together, where a file of its own does not pay. */
    void pack() {
        if (briefsComeWithRoot()) {
            addToRoot(Kind.BRIEFS);
        }
        boolean wordsCome = addToRoot(Kind.WORDS);
        addToRoot(Kind.FACETS);
        if (!addToRoot(Kind.POSTINGS) && !wordsCome) {
            leads.forEach(this::together);
        }
        List<String> read = new ArrayList<>(kinds.get(Kind.EXTRACTS));
        read.addAll(kinds.get(Kind.TEXTS));
        if (size(read) <= WHOLE) {
            together(read);
            return;
        }
        if (size(kinds.get(Kind.EXTRACTS)) <= WHOLE) {
            together(kinds.get(Kind.EXTRACTS));
        }
        if (size(kinds.get(Kind.TEXTS)) <= TEXTS) {
            inFiles(kinds.get(Kind.TEXTS));
        }
    }

    /** Are the briefs so few that they come with the root, and leave room for the words? */
    boolean briefsComeWithRoot() {
        return size(kinds.get(Kind.BRIEFS)) <= WHOLE / 2;
    }

    /** What every query needs comes with the root, as long as there is little of it. */
    private boolean addToRoot(Kind kind) {
        Set<String> names = kinds.get(kind);
        if (withRoot.size() + size(names) > WHOLE) {
            return false;
        }
        names.forEach(name -> withRoot.writeBytes(files.remove(path(name))));
        packs.merge(ROOT, String.join("", names), String::concat);
        return true;
    }

    /** A shard of words and those of its postings that lie with no other, unless a query would load much for nothing. */
    private void together(String words, List<String> postings) {
        List<String> names = new ArrayList<>(List.of(words));
        postings.stream().filter(name -> files.containsKey(path(name))).forEach(names::add);
        if (size(names) <= TOGETHER) {
            together(names);
        }
    }

    private void together(Iterable<String> names) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        StringBuilder held = new StringBuilder();
        for (String name : names) {
            all.writeBytes(files.get(path(name)));
            held.append(name);
        }
        if (held.length() > NAME) {
            names.forEach(name -> files.remove(path(name)));
            String pack = name(all.toByteArray(), 0);
            files.put(path(pack), all.toByteArray());
            packs.put(pack, held.toString());
        }
    }

    private void inFiles(Iterable<String> names) {
        List<String> some = new ArrayList<>();
        for (String name : names) {
            some.add(name);
            if (size(some) > TOGETHER) {
                some.remove(name);
                together(some);
                some = new ArrayList<>(List.of(name));
            }
        }
        together(some);
    }

    private int size(Iterable<String> names) {
        int size = 0;
        for (String name : names) {
            size += files.get(path(name)).length;
        }
        return size;
    }

    /** All files by path from the site's root. */
    SortedMap<String, byte[]> files(Map<String, Object> root) {
        root.put("packs", packs);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.writeBytes(Json.of(root).between("PlaybookSearch.root(", ")\n"));
        first.writeBytes(withRoot.toByteArray());
        files.put(ROOT_PATH, first.toByteArray());
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
