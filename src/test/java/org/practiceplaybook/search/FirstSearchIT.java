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
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SearchDocuments;
import org.practiceplaybook.theme.Assets;
import org.practiceplaybook.work.Workers;

/**
 * In a playbook of a hundred practices the first search lists its results after six requests and 50 KB, compressed; after
 * them each result loads its own text alone.
 */
class FirstSearchIT {
    private static final int PRACTICES = 100;
    private static final int LIMIT = 8;
    /** The script and its words. */
    private static final int ALSO = 2;

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
        Edition edition = playbook.site();
        Map<String, byte[]> files = Indexer.index(
                SearchDocuments.of(edition, new Workers(2)),
                SearchDocuments.constraints(edition),
                edition.language(),
                new Workers(2));
        Assets assets = edition.theme().assets();
        int code = compressed(assets.files().get(assets.path("search.js")))
                + compressed(playbook.files()
                        .at(edition.addresses().searchWords())
                        .orElseThrow()
                        .bytes()
                        .get());
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
        try (Script script = Script.open(files).orElseThrow()) {
            List<Script.Loaded> loaded = script.first(queries, LIMIT);
            for (int i = 0; i < queries.size(); i++) {
                Script.Loaded one = loaded.get(i);
                assertThat(ALSO + one.list().size())
                        .as("requests of %s", queries.get(i))
                        .isBetween(ALSO + 1, 6);
                assertThat(code + weight(one.list(), files))
                        .as("weight of %s", queries.get(i))
                        .isLessThanOrEqualTo(50 * 1024);
                assertThat(one.all().size() - one.list().size())
                        .as("texts of %s", queries.get(i))
                        .isLessThanOrEqualTo(2 * one.hits());
            }
            assertThat(loaded).filteredOn(one -> one.hits() == LIMIT).hasSizeGreaterThan(queries.size() / 2);
            assertThat(loaded).anyMatch(one -> one.all().size() > one.list().size());
        }
    }

    private static int weight(List<String> paths, Map<String, byte[]> files) {
        return paths.stream().mapToInt(path -> compressed(files.get(path))).sum();
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
