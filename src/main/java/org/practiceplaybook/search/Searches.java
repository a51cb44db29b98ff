package org.practiceplaybook.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What was searched for, as a file tells it: a list with a search on each line, or the log of a web server in the common or
 * combined format. Of a log nothing is kept but the words of a search and how often somebody looked for them: no address, no
 * time, no browser. What may be somebody's own (an address of mail, a number of a telephone) is passed over.
 *
 * @param byFolder how often, by the folder that the search's page lies in and by what was searched for, in small letters
 */
public record Searches(Map<String, Map<String, Integer>> byFolder) {
    public static final Searches NONE = new Searches(Map.of());

    /** Of a log, what fewer people looked for may be a person's own words. */
    static final int FEWEST = 3;

    private static final int LONGEST_LINE = 16_384;
    private static final int LONGEST = 60;
    private static final int MOST = 100_000;

    /** Who, when and what was asked for, as Apache, nginx and most hosts write it. */
    private static final Pattern LOGGED =
            Pattern.compile("\\S+ \\S+ .{0,200}?\\[[^\\]]{1,60}] \"([^\"]*)\" (\\d{3}) .*");

    private static final Pattern SEARCH = Pattern.compile(
            "GET (?:\\S*?/)?(?:([^/\\s?]+)/)?search\\.html\\?(?:\\S*&)?q=([^&\\s#]+)\\S*(?: HTTP/\\S+)?");
    private static final Pattern OWN = Pattern.compile("@|://|\\d[\\d ./()-]{4,}\\d");

    public Searches {
        byFolder = Map.copyOf(byFolder);
    }

    /**
     * Reads a file line by line, a packed one (gzip) too. Lines that are no search are passed over.
     *
     * @throws IOException where it cannot be read
     */
    public static Searches read(Path file) throws IOException {
        Map<String, Map<String, Integer>> listed = new HashMap<>();
        Map<String, Map<String, Integer>> logged = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                Reader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); ; c = reader.read()) {
                if (c == '\n' || c < 0) {
                    if (line.length() <= LONGEST_LINE) {
                        line(line.toString().strip(), listed, logged);
                    }
                    line.setLength(0);
                    if (c < 0) {
                        break;
                    }
                } else if (line.length() <= LONGEST_LINE) {
                    line.append((char) c);
                }
            }
        }
        logged.forEach((folder, searches) -> searches.forEach((search, times) -> {
            if (times >= FEWEST) {
                listed.computeIfAbsent(folder, unused -> new HashMap<>()).merge(search, times, Integer::sum);
            }
        }));
        return new Searches(listed);
    }

    private static void line(
            String line, Map<String, Map<String, Integer>> listed, Map<String, Map<String, Integer>> logged) {
        Matcher request = LOGGED.matcher(line);
        if (!request.matches()) {
            count("", line, listed);
            return;
        }
        Matcher search = SEARCH.matcher(request.group(1));
        if (search.matches()
                && !request.group(2).startsWith("4")
                && !request.group(2).startsWith("5")) {
            String folder = search.group(1) == null ? "" : search.group(1) + "/";
            decoded(search.group(2)).ifPresent(words -> count(folder, words, logged));
        }
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // half of a sign
        }
    }

    private static void count(String folder, String words, Map<String, Map<String, Integer>> searches) {
        String search = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        boolean readable = search.codePoints().noneMatch(c -> Character.isISOControl(c) || c == '\ufffd');
        if (!search.isEmpty()
                && search.length() <= LONGEST
                && readable
                && !OWN.matcher(search).find()) {
            Map<String, Integer> counts = searches.computeIfAbsent(folder, unused -> new HashMap<>());
            if (counts.size() < MOST || counts.containsKey(search)) {
                counts.merge(search, 1, Integer::sum);
            }
        }
    }

    /**
     * What was searched for in an edition, by its words.
     *
     * @param folder of the edition, with a slash at its end; empty for the one at the root
     * @param others folders of the other editions
     */
    public Map<String, Integer> in(String folder, Set<String> others) {
        Map<String, Integer> found = new TreeMap<>();
        byFolder.forEach((of, searches) -> {
            // a site may lie in a folder itself
            boolean here = folder.isEmpty() ? !others.contains(of) : of.equals(folder);
            if (here) {
                searches.forEach((search, times) -> found.merge(search, times, Integer::sum));
            }
        });
        return found;
    }
}
