package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of an index that is not complete the results that remain are given, and what is missing is told. */
class DamageTest {
    private static final List<String> QUERIES = List.of(
            "listening",
            "listening circle",
            "liztening ",
            "zircle ",
            "\"listening circle\"",
            "circle -boats",
            "role:host",
            "role:host listening",
            "minutes:30 circle",
            "long heron");

    /** What may happen to a file. */
    enum Damage {
        MISSING(bytes -> null),
        EMPTY(bytes -> new byte[0]),
        HALF(bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
        LAST_LETTER(bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
        PAGE(bytes -> "<!doctype html><title>Not found</title>".getBytes(StandardCharsets.UTF_8)),
        ZEROS(bytes -> new byte[bytes.length]),
        OTHER(bytes -> "PlaybookSearch.part(\"x\",[])\n".getBytes(StandardCharsets.UTF_8)),
        NUMBER(bytes -> "PlaybookSearch.part(\"x\",7)\n".getBytes(StandardCharsets.UTF_8)),
        SHORT_TEXTS(bytes -> "PlaybookSearch.part(\"x\",[\"A\",\"A\",\"A\"])\n".getBytes(StandardCharsets.UTF_8));

        final UnaryOperator<byte[]> harm;

        Damage(UnaryOperator<byte[]> harm) {
            this.harm = harm;
        }
    }

    private static Map<String, byte[]> files() {
        Documents documents = new Documents();
        for (int i = 0; i < 70; i++) {
            documents.with(Documents.page("p" + i + ".html")
                    .title(i % 2 == 0 ? "Listening " + i : "Circle " + i)
                    .text("A circle of listening number " + i)
                    .facet("role", i % 3 == 0 ? "host" : "guest")
                    .range("minutes", i, Integer.MAX_VALUE));
        }
        documents.with(Documents.page("long.html").title("Long").passage("x", "X", "Boats. ".repeat(900) + "heron"));
        return documents.files();
    }

    @ParameterizedTest
    @MethodSource("org.practiceplaybook.search.DamageTest$Damage#values")
    void aDamagedFileIsToldAndTheRestIsFound(Damage damage) {
        Map<String, byte[]> whole = files();
        for (String path : whole.keySet()) {
            if (path.equals("search/index.js")) {
                continue;
            }
            Map<String, byte[]> files = new TreeMap<>(whole);
            files.put(path, damage.harm.apply(whole.get(path)));
            SearchIndex index = SearchIndex.open(name -> Optional.ofNullable(files.get(name)))
                    .orElseThrow();
            Engine engine = new Engine(index);
            int hits = 0;
            for (String query : QUERIES) {
                hits += engine.search(query, 100).size();
            }
            assertThat(hits).as(path).isPositive();
            assertThat(index.missing()).as(path).isSubsetOf(path);
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        Map<String, byte[]> whole = files();
        Set<String> named = new LinkedHashSet<>();
        for (String path : whole.keySet()) {
            Map<String, byte[]> files = new TreeMap<>(whole);
            files.remove(path);
            SearchIndex.open(name -> Optional.ofNullable(files.get(name))).ifPresent(index -> {
                Engine engine = new Engine(index);
                QUERIES.forEach(query -> engine.search(query, 100));
                named.addAll(index.missing());
            });
        }
        assertThat(named).hasSizeGreaterThan(whole.size() - 6);
    }

    @Test
    void withoutARootThereIsNoIndex() {
        Map<String, byte[]> whole = files();
        for (Damage damage : Damage.values()) {
            Map<String, byte[]> files = new TreeMap<>(whole);
            files.put("search/index.js", damage.harm.apply(whole.get("search/index.js")));
            assertThat(SearchIndex.open(name -> Optional.ofNullable(files.get(name))))
                    .as(damage.name())
                    .isEmpty();
        }
        Map<String, byte[]> later = new TreeMap<>(whole);
        later.put(
                "search/index.js",
                new String(whole.get("search/index.js"), StandardCharsets.UTF_8)
                        .replaceFirst("\"version\":\\d+", "\"version\":999")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(SearchIndex.open(name -> Optional.ofNullable(later.get(name))))
                .isEmpty();
    }

    @Test
    void anyLettersInAFileAreEndured() {
        Map<String, byte[]> whole = files();
        List<String> paths = whole.keySet().stream()
                .filter(path -> !path.equals("search/index.js"))
                .toList();
        Random random = new Random(51);
        for (int round = 0; round < 60; round++) {
            Map<String, byte[]> files = new TreeMap<>(whole);
            for (int i = 0; i < 6; i++) {
                String path = paths.get(random.nextInt(paths.size()));
                byte[] bytes = files.get(path).clone();
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
                files.put(path, bytes);
            }
            SearchIndex.open(name -> Optional.ofNullable(files.get(name))).ifPresent(index -> {
                Engine engine = new Engine(index);
                QUERIES.forEach(query -> engine.search(query, 20));
            });
        }
    }
}
