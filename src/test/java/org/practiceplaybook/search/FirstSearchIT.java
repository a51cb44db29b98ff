package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.theme.Assets;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;

/**
 * The first search lists its results after six requests and 50 KB, compressed, in a playbook of a hundred practices, and
 * after eight and 70 KB in a large one, for most queries with the words around the best matches. Each other result loads
 * its own text alone.
 */
class FirstSearchIT {
    private static final int PRACTICES = 100;
    private static final int MANY = 4000;
    private static final int LIMIT = 8;
    private static final int SCRIPT = script();

    @TempDir
    Path folder;

    private final Random random = new Random(64);

    @Test
    void theFirstSearchIsFewRequestsAndLightAtAHundredPractices() throws IOException {
        List<String> words = starterWords();
        PlaybookFolder playbook = new PlaybookFolder(folder).with("playbook.yml", "name: A hundred");
        for (int i = 0; i < PRACTICES; i++) {
            List<String> lines = new ArrayList<>(List.of(
                    "---",
                    "title: \"" + run(words, 4) + "\"",
                    "summary: \"" + run(words, 20) + ".\"",
                    "time: 30-60 min",
                    "---",
                    ""));
            for (String section :
                    List.of("When to use", "Why it works", "What to do", "Ask yourselves", "Watch out for")) {
                lines.addAll(List.of("## " + section, "", run(words, 120) + ".", ""));
            }
            playbook.with("practices/p" + i + ".md", lines.toArray(String[]::new));
        }
        Map<String, byte[]> files = new TreeMap<>();
        playbook.files().all().stream()
                .filter(file -> file.path().startsWith("search/"))
                .forEach(file -> files.put(file.path(), file.bytes().get()));
        List<Script.Loaded> loaded = loaded(files, queries(words));
        assertThat(loaded).allSatisfy(one -> {
            assertThat(requests(one.list())).isBetween(2, 6);
            assertThat(weight(one.list(), files)).isLessThanOrEqualTo(50 * 1024);
            assertThat(one.all().size() - one.list().size()).isLessThanOrEqualTo(2 * one.hits());
        });
        assertThat(median(loaded, one -> requests(one.first()))).isLessThanOrEqualTo(6);
        assertThat(median(loaded, one -> weight(one.first(), files))).isLessThanOrEqualTo(50 * 1024);
        assertThat(loaded).filteredOn(one -> one.hits() == LIMIT).hasSizeGreaterThan(loaded.size() / 2);
        assertThat(loaded).anyMatch(one -> one.first().size() > one.list().size());
        assertThat(loaded).anyMatch(one -> one.all().size() > one.first().size());
    }

    @Test
    void theFirstSearchIsFewRequestsAndLightInALargePlaybook() throws IOException {
        List<String> words = starterWords();
        Documents documents = new Documents();
        for (int i = 0; i < MANY; i++) {
            documents.with(Documents.page("practices/p" + i + ".html")
                    .title(run(words, 4))
                    .summary(run(words, 20))
                    .range("minutes", 30, 60)
                    .passage("do", "What to do", run(words, 60)));
        }
        Map<String, byte[]> files = documents.files();
        List<Script.Loaded> loaded = loaded(files, queries(words));
        assertThat(median(loaded, one -> requests(one.first()))).isLessThanOrEqualTo(8);
        assertThat(median(loaded, one -> weight(one.first(), files))).isLessThanOrEqualTo(70 * 1024);
        assertThat(loaded).filteredOn(one -> one.hits() == LIMIT).hasSizeGreaterThan(loaded.size() / 2);
    }

    private List<String> queries(List<String> words) {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String slip = any(words);
            queries.addAll(List.of(
                    any(words),
                    any(words) + " " + any(words),
                    any(words) + " " + any(words) + " " + any(words),
                    slip.substring(0, 2) + slip.substring(3) + " ",
                    any(words).substring(0, 4),
                    any(words) + " 30 minutes"));
        }
        return queries;
    }

    private static List<Script.Loaded> loaded(Map<String, byte[]> files, List<String> queries) throws IOException {
        try (Script script = Script.open(files).orElseThrow()) {
            return script.first(queries, LIMIT, textsAtOnce());
        }
    }

    /** How many results have their texts at once, as the dialog has it. */
    private static int textsAtOnce() throws IOException {
        Matcher number = Pattern.compile("const TEXTS = (\\d+);")
                .matcher(Files.readString(Path.of("theme/scripts/search/interface.js")));
        assertThat(number.find()).isTrue();
        return Integer.parseInt(number.group(1));
    }

    private static int median(List<Script.Loaded> loaded, ToIntFunction<Script.Loaded> figure) {
        int[] figures = loaded.stream().mapToInt(figure).sorted().toArray();
        return figures[figures.length / 2];
    }

    private static int script() {
        Assets assets = Theme.of(Bundled.theme(), "en").assets();
        return compressed(assets.files().get(assets.path("search.js")));
    }

    /** With that of the script. */
    private static int requests(List<String> paths) {
        return 1 + paths.size();
    }

    /** With the script. */
    private static int weight(List<String> paths, Map<String, byte[]> files) {
        return SCRIPT
                + paths.stream().mapToInt(path -> compressed(files.get(path))).sum();
    }

    private static int compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }

    /** The words of the starter content as they follow each other, so that some are frequent and most are not. */
    private static List<String> starterWords() throws IOException {
        List<String> words = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(Path.of("content"))) {
            for (Path file : walk.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("(?s)\\A---.*?\n---\n", "");
                words.addAll(Arrays.stream(text.split("\\s+"))
                        .filter(word -> word.matches("[A-Za-z]{2,}[,.]?"))
                        .map(word -> word.replaceFirst("[,.]$", ""))
                        .toList());
            }
        }
        return words;
    }

    /** So many words, of stretches of the starter content. */
    private String run(List<String> words, int size) {
        List<String> run = new ArrayList<>();
        while (run.size() < size) {
            int from = random.nextInt(words.size() - 6);
            run.addAll(words.subList(from, from + 6));
        }
        return String.join(" ", run.subList(0, size));
    }

    private String any(List<String> words) {
        for (; ; ) {
            String word = words.get(random.nextInt(words.size()));
            if (word.length() >= 5) {
                return word.toLowerCase(Locale.ROOT);
            }
        }
    }
}
