package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.work.Workers;

/** The script reads what the indexer writes. */
class IndexIT {
    @Test
    void noDocumentsAreAnIndexToo() {
        Documents.Found found = new Documents().found();
        for (String query : List.of("anything", "role:a", "anyting ", "\"any thing\" -this")) {
            assertThat(found.search(query).hits()).as(query).isEmpty();
            assertThat(found.search(query).missing()).as(query).isEmpty();
        }
    }

    @Test
    void documentsWithoutAWordAreAnIndexToo() {
        Documents.Found found =
                new Documents().page("a.html", "", "").page("b.html", "!", "…").found();
        assertThat(found.search("anything").hits()).isEmpty();
        assertThat(found.search("anything").missing()).isEmpty();
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
                Map.of(),
                1);
        Documents.Found found =
                new Documents.Found(Indexer.index(List.of(document), ConstraintTable.NONE, "en", new Workers(1)));
        for (String name : List.of("title", "one", "zwei", "hidden", "role:a")) {
            Script.Hit hit = found.search(name + " ").hits().get(0);
            assertThat(hit.place()).isEqualTo(document.path() + "#top");
            assertThat(hit.type()).isEqualTo("practice");
            assertThat(hit.title()).isEqualTo(document.title());
            assertThat(hit.summary()).isEqualTo("Summary");
            assertThat(hit.strip()).isEqualTo(document.strip());
            assertThat(hit.passages())
                    .isEqualTo(document.passages().stream()
                            .map(passage -> new Script.Passage(passage.anchor(), passage.heading(), passage.text()))
                            .toList());
        }
        assertThat(found.places("heading ")).containsExactly(document.path() + "#a-b");
    }

    @Test
    void aLongTextIsCutInTheBriefAndWholeBesideIt() {
        String text = "Some words of a text. ".repeat(200);
        Documents.Found found = new Documents()
                .with(Documents.page("a.html")
                        .passage("a", "A", text + "The heron came.")
                        .passage("b", "B", "😀".repeat(2000) + " Owls sleep."))
                .found();
        List<Script.Passage> passages = found.search("words ").hits().get(0).passages();
        assertThat(passages).hasSize(2);
        assertThat(passages.get(0).text()).hasSizeLessThan(1600).isNotEmpty();
        assertThat(passages.get(0).text()).endsWith(" …");
        assertThat(text).startsWith(passages.get(0).text().replace(" …", ""));
        assertThat(passages.get(1).text()).endsWith("😀 …");
        // what the brief does not have is looked for in the whole
        assertThat(found.places("\"heron came\"")).containsExactly("a.html#a");
        assertThat(found.places("owls ")).containsExactly("a.html#b");
    }

    @Test
    void wordsThatLookLikeMarkupAreFound() {
        Documents.Found found = new Documents()
                .with(Documents.page("a.html")
                        .title("</script><script>alert(1)</script>")
                        .summary("a\u2028b\u2029c")
                        .facet("role", "</script>")
                        .passage("</script>", "<img onerror=x>", "\\\" ); //"))
                .found();
        assertThat(found.pages("alert")).containsExactly("a.html");
        assertThat(found.pages("role:</script>")).containsExactly("a.html");
        assertThat(found.places("onerror ")).containsExactly("a.html#</script>");
        assertThat(found.search("alert").hits().get(0).summary()).isEqualTo("a\u2028b\u2029c");
    }

    @Test
    void wordsBeyondTheFirstPlaneAreFound() {
        Documents documents = new Documents();
        List<String> words = wordsThatShareHalfASign();
        for (int i = 0; i < words.size(); i++) {
            documents.page("p" + i + ".html", words.get(i), "Text");
        }
        Documents.Found found = documents.found();
        for (int i = 0; i < words.size(); i++) {
            assertThat(found.pages(words.get(i))).first().isEqualTo("p" + i + ".html");
        }
    }

    /** Writings beyond the first plane, where words share half a sign. */
    static List<String> wordsThatShareHalfASign() {
        Random random = new Random(31);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            words.add(new String(Character.toChars(0x10330 + random.nextInt(26)))
                    + new String(Character.toChars(0x10330 + random.nextInt(26)))
                    + new String(Character.toChars(0x20000 + random.nextInt(500)))
                    + new String(Character.toChars(0x20000 + random.nextInt(500))));
        }
        return words;
    }

    @Test
    void everyWordOfEveryTextFindsItsPage() {
        Random random = new Random(32);
        Documents documents = new Documents().in("x-none");
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
        Script script = documents.found().script;
        pages.forEach((word, expected) -> {
            Script.Answer answer = script.search(word + " ", 400);
            assertThat(answer.pages()).as(word).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(answer.total()).as(word).isEqualTo(expected.size());
            assertThat(answer.missing()).as(word).isEmpty();
        });
    }
}
