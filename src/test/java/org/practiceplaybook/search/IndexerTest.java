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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.work.Workers;

class IndexerTest {
    @Test
    void noDocumentsAreAnIndexToo() {
        Documents.Found found = new Documents().found();
        assertThat(found.pages("anything")).isEmpty();
        assertThat(found.pages("role:a")).isEmpty();
        assertThat(found.index.missing()).isEmpty();
    }

    @Test
    void documentsWithoutAWordAreAnIndexToo() {
        Documents.Found found =
                new Documents().page("a.html", "", "").page("b.html", "!", "…").found();
        assertThat(found.pages("anything")).isEmpty();
        assertThat(found.index.missing()).isEmpty();
    }

    @Test
    void aBriefComesBackAsItWas() {
        Document document = new Document(
                "pages/ü #1 & \"x\".html",
                "top",
                "practice",
                "Title \u2028 </script> \\ \t",
                List.of("One", "Zwei 😀"),
                "Summary",
                "30 min · 5 people",
                List.of(new Document.Passage("", "", "Top."), new Document.Passage("a-b", "Heading", "Text\u2029.")),
                "hidden",
                Map.of("role", List.of("a")),
                Map.of());
        SearchIndex index = new Documents.Found(Indexer.index(List.of(document), "en", new Workers(1))).index;
        SearchIndex.Brief brief = index.brief(0).orElseThrow();
        assertThat(brief)
                .isEqualTo(new SearchIndex.Brief(
                        document.title(),
                        document.path(),
                        "top",
                        "practice",
                        document.strip(),
                        "Summary",
                        document.aka(),
                        document.passages(),
                        ""));
    }

    @Test
    void aLongTextIsCutInTheBriefAndWholeBesideIt() {
        String text = "Some words of a text. ".repeat(200);
        Documents.Found found = new Documents()
                .with(Documents.page("a.html").passage("a", "A", text).passage("b", "B", "😀".repeat(2000)))
                .found();
        SearchIndex.Brief brief = found.index.brief(0).orElseThrow();
        assertThat(brief.passages()).hasSize(2);
        assertThat(brief.passages().get(0).text()).hasSizeLessThan(1600).isNotEmpty();
        assertThat(text).startsWith(brief.passages().get(0).text());
        assertThat(brief.passages().get(1).text()).endsWith("😀");
        assertThat(found.index.passages(brief).get(0).text()).isEqualTo(text);
        assertThat(found.index.passages(brief).get(1).text()).hasSize(4000);
    }

    @Test
    void everyFileIsOneHarmlessScript() {
        Documents.Found found = new Documents()
                .with(Documents.page("a.html")
                        .title("</script><script>alert(1)</script>")
                        .aka("<!--", "]]>")
                        .summary("a\u2028b\u2029c")
                        .facet("role", "</script>")
                        .passage("</script>", "<img onerror=x>", "\\\" ); //"))
                .found();
        assertThat(found.files.keySet()).allMatch(path -> path.matches("search/(index|[0-9a-z]/[0-9a-z]{6})\\.js"));
        found.files.forEach((path, bytes) -> {
            String text = found.file(path);
            assertThat(text)
                    .doesNotContain("</script", "<!--", "\u2028", "\u2029")
                    .endsWith(")\n");
            assertThat(text).startsWith("PlaybookSearch.");
        });
        assertThat(found.pages("alert")).containsExactly("a.html");
        assertThat(found.pages("role:</script>")).containsExactly("a.html");
        assertThat(found.index.brief(0).orElseThrow().summary()).isEqualTo("a\u2028b\u2029c");
    }

    @Test
    void everyFileIsUtf8WhateverTheWordsAre() {
        Random random = new Random(31);
        Documents documents = new Documents();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            // writings beyond the first plane, where words share half a sign
            String word = new String(Character.toChars(0x10330 + random.nextInt(26)))
                    + new String(Character.toChars(0x10330 + random.nextInt(26)))
                    + new String(Character.toChars(0x20000 + random.nextInt(500)))
                    + new String(Character.toChars(0x20000 + random.nextInt(500)));
            words.add(word);
            documents.page("p" + i + ".html", word, "Text");
        }
        Documents.Found found = documents.found();
        found.files.forEach((path, bytes) -> {
            assertThat(isUtf8(bytes)).as(path).isTrue();
            assertThat(found.file(path)).as(path).doesNotContain("?");
        });
        for (int i = 0; i < words.size(); i++) {
            assertThat(found.pages(words.get(i))).first().isEqualTo("p" + i + ".html");
        }
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
    void everyWordOfEveryTextFindsItsPage() {
        Random random = new Random(32);
        Documents documents = new Documents();
        Map<String, TreeSet<String>> pages = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            String path = "p" + i + ".html";
            List<String> words = random.ints(30, 0, 4000)
                    .mapToObj(number -> "x" + Integer.toString(number * 7919, 36))
                    .toList();
            words.forEach(word ->
                    pages.computeIfAbsent(word, unused -> new TreeSet<>()).add(path));
            documents.page(path, words.get(0), String.join(" ", words));
        }
        Documents.Found found = new Documents.Found(Indexer.index(documents.list(), "x-none", new Workers(2)));
        pages.forEach((word, expected) -> assertThat(
                        found.engine.search(word + " ", 400).stream().map(Hit::page))
                .as(word)
                .containsExactlyInAnyOrderElementsOf(expected));
        assertThat(found.index.missing()).isEmpty();
    }

    @Test
    void theSameDocumentsGiveTheSameBytes() {
        List<Document> documents = many(200);
        Map<String, Integer> once = hashes(documents, 1);
        assertThat(once).hasSizeGreaterThan(200);
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
        SortedMap<String, byte[]> before = Indexer.index(documents, "en", new Workers(2));
        List<Document> changed = new ArrayList<>(documents);
        changed.set(
                7,
                Documents.page("p7.html")
                        .title("Other")
                        .text("Changed.")
                        .facet("role", "a")
                        .made());
        SortedMap<String, byte[]> after = Indexer.index(changed, "en", new Workers(2));
        after.forEach((path, bytes) -> {
            if (before.containsKey(path) && !path.equals("search/index.js")) {
                assertThat(bytes).as(path).isEqualTo(before.get(path));
            }
        });
    }

    private static Map<String, Integer> hashes(List<Document> documents, int threads) {
        return Indexer.index(documents, "en", new Workers(threads)).entrySet().stream()
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
