package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.work.Workers;

class IndexerTest {
    @Test
    void everyFileIsOneHarmlessScript() {
        SortedMap<String, byte[]> files = new Documents()
                .with(Documents.page("a.html")
                        .title("</script><script>alert(1)</script>")
                        .aka("<!--", "]]>")
                        .summary("a\u2028b\u2029c")
                        .facet("role", "</script>")
                        .passage("</script>", "<img onerror=x>", "\\\" ); //"))
                .files();
        assertThat(files.keySet()).allMatch(path -> path.matches("search/(index|[0-9a-z]/[0-9a-z]{6})\\.js"));
        files.forEach((path, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain("</script", "<!--", "\u2028", "\u2029")
                .startsWith("PlaybookSearch.")
                .endsWith(")\n"));
    }

    @Test
    void everyFileIsUtf8WhateverTheWordsAre() {
        Documents documents = new Documents();
        IndexIT.wordsThatShareHalfASign().forEach(word -> documents.page(word.hashCode() + ".html", word, "Text"));
        documents.files().forEach((path, bytes) -> {
            assertThat(isUtf8(bytes)).as(path).isTrue();
            assertThat(new String(bytes, StandardCharsets.UTF_8)).as(path).doesNotContain("?");
        });
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void theSameDocumentsGiveTheSameBytes() {
        List<Document> documents = many(400);
        Map<String, Integer> once = hashes(documents, 1);
        assertThat(once).hasSizeGreaterThan(20);
        Locale before = Locale.getDefault();
        try {
            for (int threads : new int[] {2, 3, 8}) {
                Locale.setDefault(Locale.forLanguageTag(threads == 3 ? "tr-TR" : "ar-EG-u-nu-arab"));
                assertThat(hashes(documents, threads)).isEqualTo(once);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatChangedIsInFilesOfNewNamesAndTheRootAlone() {
        List<Document> documents = many(200);
        SortedMap<String, byte[]> before = Indexer.index(documents, ConstraintTable.NONE, "en", new Workers(2));
        List<Document> changed = new ArrayList<>(documents);
        changed.set(
                7,
                Documents.page("p7.html")
                        .title("Other")
                        .text("Changed.")
                        .facet("role", "a")
                        .made());
        SortedMap<String, byte[]> after = Indexer.index(changed, ConstraintTable.NONE, "en", new Workers(2));
        after.forEach((path, bytes) -> {
            if (before.containsKey(path) && !path.equals("search/index.js")) {
                assertThat(bytes).as(path).isEqualTo(before.get(path));
            }
        });
    }

    private static Map<String, Integer> hashes(List<Document> documents, int threads) {
        return Indexer.index(documents, ConstraintTable.NONE, "en", new Workers(threads)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.hashCode(entry.getValue())));
    }

    private static List<Document> many(int number) {
        Random random = new Random(33);
        Documents documents = new Documents();
        for (int i = 0; i < number; i++) {
            documents.with(Documents.page("p" + i + ".html")
                    .title("Page " + i)
                    .text(RandomText.of(random, 60))
                    .facet("role", "r" + random.nextInt(5), "r" + random.nextInt(5))
                    .range("minutes", random.nextInt(90), 100));
        }
        return documents.list();
    }
}
