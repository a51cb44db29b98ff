package org.practiceplaybook.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.fixture.SiteLinks;
import org.practiceplaybook.form.Judge;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.schema.EntryTemplate;
import org.practiceplaybook.schema.Schemas;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;

/** Vocabularies and fields of a playbook's own are known in every room, and one that is left out in none. */
class OwnModelTest {
    private static final Words WORDS = Words.of(Bundled.theme(), "en");
    private static final String MARKUP = "<b>Format</b> & \"co\"";

    @TempDir
    Path temp;

    private PlaybookFolder folder;

    @BeforeEach
    void playbook() {
        folder = new PlaybookFolder(temp.resolve("content"))
                .with(
                        "playbook.yml",
                        "name: Own",
                        "address: https://example.org/own/",
                        "facets:",
                        "  quiet: {filter: false}",
                        "  format: {label: '" + MARKUP + "'}",
                        "  roles: {label: By whom}",
                        "fields:",
                        "  cost: {label: Cost in euros, kind: number}",
                        "  age: {label: Age, kind: range}",
                        "  film: {label: A film, kind: link}",
                        "  constructor: {label: Made by}")
                .with(
                        "taxonomy/format.yml",
                        "online: {name: Online, definition: Before a screen.}",
                        "constructor: {name: <i>Both</i>, definition: Here and there.}")
                .with("taxonomy/quiet.yml", "calm: {name: Calm, definition: Without a word.}")
                .with("taxonomy/roles.yml", "host: {name: Host, definition: Who invites.}")
                .practice(
                        "walk",
                        "format: [constructor, online]",
                        "quiet: calm",
                        "roles: host",
                        "cost: 2.5",
                        "age: 8 – 12",
                        "film: https://www.example.org/walk/",
                        "constructor: \"A <u>\\\"hand\\\"</u>\"")
                .attempt("we-walked", "walk", "result: mixed", "format: [online]");
    }

    private String page(SiteFiles site, String path) {
        return site.all().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .map(file -> file.bytes().get())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow();
    }

    @Test
    void everyRoomOfTheSiteKnowsThem() {
        SiteFiles site = folder.files(DownloadKind.values());
        assertThat(SiteLinks.faults(folder.files())).isEmpty();

        String practice = page(site, "practices/walk.html");
        assertThat(practice)
                .contains("<dt>Cost in euros</dt><dd>2.5</dd>", "<dt>Age</dt><dd>8–12</dd>")
                .contains("<a href=\"https://www.example.org/walk/\">example.org/walk</a>")
                .contains("A &lt;u&gt;”hand”&lt;/u&gt;", "&lt;b&gt;Format&lt;/b&gt; &amp; “co”")
                .contains("../facets/format/constructor.html\">&lt;i&gt;Both&lt;/i&gt;</a>", "By whom")
                .doesNotContain("<i>Both", "<u>", "<b>Format");
        assertThat(page(site, "attempts/we-walked.html")).contains("../facets/format/online.html\">Online</a>");
        assertThat(page(site, "facets/format/online.html")).contains("../../practices/walk.html", "in-format=online");
        assertThat(page(site, "facets/quiet/calm.html"))
                .contains("practices/walk.html")
                .doesNotContain("in-quiet");
        assertThat(page(site, "search.html"))
                .contains("name=\"in-format\" value=\"constructor\"", "By whom")
                .doesNotContain("name=\"in-quiet\"");
        assertThat(page(site, "contribute/write-a-practice.html"))
                .contains("name=\"format\" value=\"constructor\"", "name=\"quiet\" value=\"calm\"")
                .contains("<label for=\"f-cost\">Cost in euros", "For example: 12, 2.5.", "name=\"constructor\"")
                .contains("# By whom: host", "\ncost:\n");
        assertThat(page(site, "contribute/log-an-attempt.html"))
                .contains("name=\"format\" value=\"online\"")
                .doesNotContain("name=\"cost\"");
        assertThat(page(site, "library.json"))
                .contains("\"format\":[\"constructor\",\"online\"]", "\"cost\":\"2.5\"", "\"age\":\"8-12\"");
        assertThat(page(site, "library.schema.json")).contains("\"Cost in euros\"");
    }

    @Test
    void anotherLanguageSaysThemInItsOwnWords() {
        folder.with(
                        "playbook.yml",
                        "name: Own",
                        "languages: [en, fr]",
                        "facets:",
                        "  format: {label: Format}",
                        "  quiet: {label: Quiet}",
                        "fields:",
                        "  cost: {label: Cost, kind: number}",
                        "  age: {label: Age, kind: range}",
                        "  made: {label: Made by}")
                .with(
                        "playbook.fr.yml",
                        "facets: {format: {label: Forme}}",
                        "fields:",
                        "  cost: {label: Prix, kind: text}",
                        "  made: {label: Fait par}")
                .with("taxonomy/format.fr.yml", "online: {name: En ligne, definition: Devant un écran.}")
                .with("taxonomy/lost.fr.yml", "one: {name: Un, definition: Perdu.}")
                .practice("walk", "format: [constructor, online]", "quiet: calm", "cost: 2.5", "made: by hand")
                .practice("sit", "format: online", "cost: 3", "made: by foot")
                .with(
                        "practices/walk.fr.md",
                        "---",
                        "title: Marcher",
                        "summary: On marche.",
                        "made: \"à la \\\"main\\\"\"",
                        "---",
                        "",
                        "Texte.");
        SiteFiles site = folder.files();
        assertThat(page(site, "fr/practices/walk.html"))
                .contains("<dt>Prix</dt><dd>2.5</dd>", "<dt>Fait par</dt><dd>à la «\u00A0main\u00A0»</dd>")
                .contains(">En ligne</a>", "<dt>Forme</dt>", "<dt>Quiet</dt>")
                .contains("format/constructor.html\" lang=\"en\" dir=\"ltr\">&lt;i&gt;Both");
        assertThat(page(site, "fr/practices/sit.html"))
                .contains("<dt>Prix</dt><dd lang=\"en\" dir=\"ltr\">3</dd>", ">En ligne</a>", "by foot");
        assertThat(page(site, "practices/walk.html"))
                .contains("<dt>Cost</dt><dd>2.5</dd>", "<dt>Format</dt>", ">Online</a>", "by hand")
                .doesNotContain("Prix", "Forme", "En ligne", "main\u00A0»");
        assertThat(page(site, "fr/facets/format/online.html")).contains("En ligne", "Devant un écran.", "Forme");
        assertThat(page(site, "fr/search.html")).contains("Forme", "En ligne");
        assertThat(page(site, "fr/facets/format/index.html")).contains("<h1>Forme</h1>");
    }

    @Test
    void theWordsOfOwnFieldsCountAndTheirFactsStay() {
        folder.with("playbook.yml", "languages: [en, fr]", "fields: {cost: {kind: number}, made: {label: Made by}}")
                .practice("walk", "cost: 2.5", "made: by hand")
                .with(
                        "practices/walk.fr.md",
                        "---",
                        "title: Marcher",
                        "summary: On marche.",
                        "cost: 3",
                        "made: à la main",
                        "---",
                        "",
                        "Texte.");
        Content content = folder.read();
        Practice walk = content.practices().get(0);
        assertThat(FieldValues.otherFacts(
                        walk, content.translations().get(0).entry().orElseThrow(), content.model()))
                .extracting(Located::value)
                .containsExactly("cost");
        String before = FieldValues.meaning(walk, content.model());
        folder.practice("walk", "cost: 4", "made: by hand");
        assertThat(meaning()).isEqualTo(before);
        folder.practice("walk", "cost: 4", "made: by foot");
        assertThat(meaning()).isNotEqualTo(before);
    }

    private String meaning() {
        Content content = folder.read();
        return FieldValues.meaning(content.practices().get(0), content.model());
    }

    @Test
    void editorsAndNewEntriesKnowThem() {
        Content content = folder.read();
        SortedMap<String, byte[]> schemas = Schemas.of(content, WORDS);
        String practice = new String(schemas.get("practice.schema.json"), StandardCharsets.UTF_8);
        assertThat(practice)
                .contains("#/definitions/format", "\"online\"", "\"Age\"", "\"pattern\": \"^(?:-?\\\\d{1,12}")
                .doesNotContain("#/definitions/phases");
        assertThat(EntryTemplate.of("practice", content.model(), WORDS, Map.of("title", "T", "format", "online")))
                .contains("# <b>Format</b> & “co”: online\nformat: []\n", "# Age: 5, 5-10, 5+\nage:\n")
                .doesNotContain("phases:", "challenges:", "leverage:");
        assertThat(content.model().ofPractice())
                .extracting(Field::key)
                .startsWith("title", "summary", "roles", "quiet", "format", "time")
                .containsSequence("materials", "cost", "age", "film", "constructor", "related");
    }

    @Test
    void theJudgeOfAFormKnowsThem() {
        Library library = folder.library();
        Map<String, Object> facts = new LinkedHashMap<>(Judge.facts(library));
        facts.putAll(Judge.moreFacts(library));
        Map<String, Object> words = new LinkedHashMap<>();
        WORDS.keys().forEach(key -> words.put(key, WORDS.get(key)));
        facts.put("text", words);
        Judge judge = new Judge(facts);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "Sit");
        values.put("summary", "Sitting.");
        values.put("format", List.of("onlin", "constructor"));
        values.put("cost", "a lot");
        values.put("age", "8 – 12");
        values.put("constructor", "Ann");
        Object text =
                judge.written(Map.of("folder", "practices", "values", values)).get("text");
        assertThat(text)
                .isEqualTo(
                        "---\ntitle: Sit\nsummary: Sitting.\nformat: [onlin, constructor]\ncost: a lot\nage: \"8-12\"\n"
                                + "constructor: Ann\n---\n");

        Map<String, Object> verdict = judge.verdict(Map.of("path", "practices/sit.md", "text", text));
        assertThat((List<?>) verdict.get("findings"))
                .extracting(finding -> ((Map<?, ?>) finding).get("code") + " " + ((Map<?, ?>) finding).get("field"))
                .containsExactly("unknown-term format", "field-form cost");
        assertThat((String) verdict.get("preview"))
                .contains("<dt>Age</dt>\n<dd>8–12</dd>", "<dd>&lt;i&gt;Both&lt;/i&gt;</dd>");
    }

    @Test
    void twoHundredVocabulariesAreNotTooMany() {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            folder.with("taxonomy/facet-" + i + ".yml", "one: {name: One, definition: The first.}");
            named.add("facet-" + i + ": one");
        }
        folder.practice("sit", named.toArray(String[]::new));
        SiteFiles site = folder.files();
        assertThat(site.all())
                .extracting(SiteFile::path)
                .filteredOn(path -> path.matches("facets/facet-\\d+/one\\.html"))
                .hasSize(200);
        assertThat(page(site, "practices/sit.html")).contains("../facets/facet-199/one.html");
        assertThat(page(site, "index.html")).doesNotContain("facets/facet-199/"); // a foot has room for a few
        assertThat(page(site, "search.html")).contains("facets/facet-199/index.html");
    }
}
