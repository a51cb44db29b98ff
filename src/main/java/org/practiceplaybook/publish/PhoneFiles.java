package org.practiceplaybook.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.work.Sha256;
import org.practiceplaybook.work.Workers;

/**
 * What a browser needs to keep the site for when there is no network: a service worker at the site's root, and the list of
 * what it may keep, with a hash of each file. The worker's bytes change with any of them, which is how a browser learns of
 * a new edition.
 */
public final class PhoneFiles {
    /** The service worker: it can keep what lies beside and below it. */
    public static final String WORKER = "sw.js";

    /** What only programs read. */
    private static final Set<String> FOR_PROGRAMS = Set.of("json", "md", "txt", "xml");

    private static final String DOWNLOADS = "downloads/";
    private static final int DIGITS = 10;

    private PhoneFiles() {}

    /**
     * The site with these files.
     *
     * @param script the theme's part of the worker, by its path in the site: it is moved to the root
     */
    public static Publication in(Publication site, String script, Workers workers) {
        byte[] worker = site.files().get(script);
        List<String> kept = site.files().keySet().stream()
                .filter(path -> !path.equals(script) && isForReaders(path))
                .filter(path -> !site.served().contains(path))
                .toList();
        List<String> sums = workers.map(kept, site.files()::sum);
        Map<String, String> list = new TreeMap<>();
        for (int i = 0; i < kept.size(); i++) {
            list.put(kept.get(i), shown(sums.get(i)));
        }
        byte[] listed = Json.of(list).between("", "\n");
        String edition = shown(Sha256.of(listed));
        String path = "assets/phone-" + edition + ".json";
        List<byte[]> parts = new ArrayList<>();
        parts.add(("const EDITION = \"" + edition + "\";\nconst LIST = \"" + path + "\";\n")
                .getBytes(StandardCharsets.UTF_8));
        parts.add(worker);
        Set<String> served = new TreeSet<>(site.served());
        served.add(path);
        served.add(WORKER);
        StoredFiles files = site.files().with(Map.of(path, listed, WORKER, joined(parts)), Set.of(script));
        return new Publication(files, served, site.tools(), site.packed());
    }

    private static boolean isForReaders(String path) {
        return !path.startsWith(DOWNLOADS)
                && !path.equals("404.html")
                && (path.startsWith("files/") || !FOR_PROGRAMS.contains(path.substring(path.lastIndexOf('.') + 1)));
    }

    private static byte[] joined(List<byte[]> parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** The first digits of SHA-256, which a browser can work out as well. */
    private static String shown(String sum) {
        return sum.substring(0, DIGITS);
    }
}
