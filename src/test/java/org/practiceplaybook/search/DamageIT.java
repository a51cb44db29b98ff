package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of an index that is not complete the results that remain are given, and what is missing is told. */
class DamageIT {
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
        LAST_SIGN(bytes -> Arrays.copyOf(bytes, bytes.length - ")\n".length())),
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
        return documents.filesApart();
    }

    private static final String ROOT = "search/index.js";
    private static final Map<String, byte[]> FILES = files();
    private static final Script WHOLE = Script.open(FILES).orElseThrow();

    /** What an index answers after something happened to files of it; nothing if it cannot be opened. */
    private static List<Script.Answer> answers(Map<String, byte[]> changed, int limit) {
        List<Script.Answer> answers = new ArrayList<>();
        WHOLE.changed(changed).ifPresent(script -> {
            answers.addAll(script.search(QUERIES, limit));
            script.close();
        });
        return answers;
    }

    @ParameterizedTest
    @MethodSource("org.practiceplaybook.search.DamageIT$Damage#values")
    void aDamagedFileIsToldAndTheRestIsFound(Damage damage) {
        // each kind of file meets each damage, and each file some of them
        List<String> paths =
                FILES.keySet().stream().filter(path -> !path.equals(ROOT)).toList();
        for (int i = damage.ordinal() % 3; i < paths.size(); i += 3) {
            String path = paths.get(i);
            int hits = 0;
            for (Script.Answer answer :
                    answers(Collections.singletonMap(path, damage.harm.apply(FILES.get(path))), 10)) {
                hits += answer.hits().size();
                assertThat(answer.missing()).as(path).isSubsetOf(path);
            }
            assertThat(hits).as(path).isPositive();
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        Set<String> named = new LinkedHashSet<>();
        for (String path : FILES.keySet()) {
            answers(Collections.singletonMap(path, null), 100).forEach(answer -> named.addAll(answer.missing()));
        }
        assertThat(named).hasSizeGreaterThan(FILES.size() - 6);
    }

    @Test
    void withoutARootThereIsNoIndex() {
        for (Damage damage : Damage.values()) {
            assertThat(WHOLE.changed(Collections.singletonMap(ROOT, damage.harm.apply(FILES.get(ROOT)))))
                    .as(damage.name())
                    .isEmpty();
        }
        byte[] later = new String(FILES.get(ROOT), StandardCharsets.UTF_8)
                .replaceFirst("\"version\":\\d+", "\"version\":999")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(WHOLE.changed(Map.of(ROOT, later))).isEmpty();
    }

    @Test
    void anyLettersInAFileAreEndured() {
        List<String> paths =
                FILES.keySet().stream().filter(path -> !path.equals(ROOT)).toList();
        Random random = new Random(51);
        for (int round = 0; round < 60; round++) {
            Map<String, byte[]> files = new TreeMap<>();
            for (int i = 0; i < 6; i++) {
                String path = paths.get(random.nextInt(paths.size()));
                byte[] bytes = FILES.get(path).clone();
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
                files.put(path, bytes);
            }
            assertThat(answers(files, 10)).hasSameSizeAs(QUERIES);
        }
    }
}
