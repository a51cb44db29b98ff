package org.practiceplaybook.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.fixture.SiteLinks;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.source.RuleCode;

/** Whatever kinds of content a playbook lacks, its site has no link without a page and no page without a link. */
class ThinPlaybooksTest {
    @TempDir
    Path temp;

    static Stream<String> thinned() {
        return Stream.of(
                "",
                "pages",
                "glossary",
                "pages glossary",
                "challenges",
                "practices",
                "stub",
                "practices attempts",
                "practices challenges leverage",
                "practices pathways glossary",
                "practices questions roles pages",
                "retired pages",
                "pages leverage roles phases",
                ALL,
                // each vocabulary left out, all of them, and one of its own in their place
                ALL.replace("challenges ", ""),
                ALL.replace("leverage ", ""),
                ALL.replace("roles ", ""),
                ALL.replace("phases ", ""),
                ALL.replace("challenges leverage roles phases ", "format "));
    }

    private static final String ALL =
            "practices attempts pathways questions challenges leverage roles phases glossary pages stub retired";

    private PlaybookFolder playbook(String kinds, String... settings) {
        PlaybookFolder folder = new PlaybookFolder(temp.resolve("content"));
        Set<String> has = new TreeSet<>(List.of(kinds.split(" ")));
        folder.with("playbook.yml", "name: Thin", String.join("\n", settings));
        Map<String, Runnable> parts = Map.of(
                "practices",
                        () -> folder.practice("walk", "aka: [stroll-about]", "authors: [Ada]")
                                .practice("talk"),
                "questions",
                        () -> folder.with(
                                "practices/ask.md",
                                "---\ntitle: Ask\nsummary: Asking.\n---\n\n## Ask yourselves\n\n- Why?\n\nA [heading](#ask-yourselves)."),
                "stub", () -> folder.with("practices/stub.md", "---\ntitle: Stub\nsummary: A stub.\n---"),
                "retired", () -> folder.practice("past", "state: retired"),
                "attempts", () -> folder.attempt("we-walked", "walk", "shared_by: Bo"),
                "pathways",
                        () -> folder.with(
                                "pathways/start-here.md",
                                "---\ntitle: Start\nsummary: Begin.\nsteps: [walk, talk]\n---\n\nWords."),
                "glossary", () -> folder.with("glossary.yml", "pair:", "  means: Two people, walking."),
                "pages",
                        () -> folder.with("pages/about.md", "# About", "", "A pair, and [deep](deep/one.md#in).")
                                .with("pages/deep/one.md", "# One", "", "## In", "", "Text.")
                                .with("pages/contribute.md", "# How to contribute", "", "Text."),
                "leverage",
                        () -> folder.with(
                                "taxonomy/leverage.yml",
                                "goals: {name: Goals, number: 3, band: deep, definition: Why.}"));
        parts.forEach((kind, part) -> {
            if (has.contains(kind)) {
                part.run();
            }
        });
        for (String kind : List.of("challenges", "roles", "phases", "format")) {
            if (has.contains(kind)) {
                folder.with("taxonomy/" + kind + ".yml", "one: {name: One, definition: The first.}");
            }
        }
        return folder;
    }

    @ParameterizedTest
    @MethodSource("thinned")
    void everyAddressAndFragmentResolvesNoIdStandsTwiceAndEveryPageIsLedTo(String kinds) {
        assertThat(SiteLinks.faults(playbook(kinds, "address: https://example.org/thin/", "languages: [en, fr]")
                        .files()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("thinned")
    void theSameWithoutAnAddress(String kinds) {
        assertThat(SiteLinks.faults(playbook(kinds).files())).isEmpty();
    }

    @Test
    void namesThatWindowsRefusesAreReplacedAndLinksFollow() {
        PlaybookFolder folder = playbook("practices")
                .practice("con", "aka: [prn]")
                .attempt("nul", "con", "shared_by: Bo")
                .with("taxonomy/roles.yml", "aux: {name: Aux, definition: A role.}")
                .with("pathways/lpt1.md", "---\ntitle: Way\nsummary: Way.\nsteps: [con, walk]\n---")
                .with("pages/aux/com1.md", "# One", "", "See [con](../../practices/con.md) and [a film](a\"b.pdf).")
                .with("pages/aux/a\"b.pdf", "%PDF-1.4");
        SiteFiles site = folder.files();
        assertThat(SiteLinks.faults(site)).isEmpty();
        assertThat(site.all())
                .extracting(SiteFile::path)
                .contains(
                        "practices/con_.html",
                        "practices/prn_.html",
                        "attempts/nul_.html",
                        "roles/aux_.html",
                        "pathways/lpt1_.html",
                        "pathways/lpt1_.run.html",
                        "pages/aux_/com1_.html",
                        "files/pages/aux_/a%22b.pdf")
                .noneMatch(path -> path.matches("(?i)(?:.*/)?(?:con|prn|aux|nul|lpt1|com1)(?:[./].*)?|.*[<>:\"|?*].*"));
    }

    @Test
    void theStarterPlaybookHasNoSuchFaultEither() {
        assertThat(SiteLinks.faults(new PlaybookFolder(Path.of("content")).files()))
                .isEmpty();
    }

    @Test
    void whatThereIsNothingOfHasNoPage() {
        assertThat(playbook("pages", "address: https://example.org/thin/")
                        .files()
                        .all())
                .extracting(SiteFile::path)
                .contains("pages/about.html", "search.html", "contribute/index.html")
                .doesNotContain(
                        "practices/index.html",
                        "attempts/index.html",
                        "pathways/index.html",
                        "challenges/index.html",
                        "glossary.html",
                        "prompts.html",
                        "help-write.html",
                        "due-for-review.html",
                        "contributors.html",
                        "contribute/ask-for-a-practice.html",
                        "feeds/practices.xml",
                        "feeds/attempts.xml");
        assertThat(playbook("practices").files().all())
                .extracting(SiteFile::path)
                .contains("attempts/index.html", "help-write.html", "due-for-review.html", "contributors.html")
                .doesNotContain("prompts.html", "glossary.html");
    }

    /** What names a vocabulary to readers, beside its pages. */
    @ParameterizedTest
    @CsvSource({"challenges, challenge", "leverage, leverage", "roles, role", "phases, phase"})
    void aVocabularyThatIsLeftOutIsNowhereToBeSeen(String key, String facet) {
        PlaybookFolder folder = playbook(ALL.replace(key + " ", ""));
        for (SiteFile file : folder.files().all()) {
            String text = new String(file.bytes().get(), StandardCharsets.UTF_8);
            boolean page = file.path().endsWith(".html");
            assertThat(file.path()).doesNotStartWith(key + "/");
            if (page) {
                assertThat(text)
                        .as(file.path())
                        .doesNotContain(
                                "name=\"" + facet + "\"", "name=\"" + key + "\"", "?" + facet + "=", "\n" + key + ":");
            }
        }
        assertThat(Checks.run(folder.read(), folder.library(), English.SECTIONS))
                .filteredOn(found -> found.rule() == RuleCode.TERMS_MISSING)
                .allSatisfy(found -> assertThat(found.message()).doesNotContain(key));
    }

    @Test
    void whatIsNotMadeOrNotLedToIsFound() {
        SiteFiles site = playbook("practices glossary pages").files();
        List<SiteFile> lessOne = site.all().stream()
                .filter(file -> !file.path().equals("glossary.html"))
                .toList();
        assertThat(SiteLinks.faults(site.editions(), lessOne)).contains("search.html: glossary.html is not made");
        SiteFile stray = new SiteFile("stray.html", () -> "<i id=a></i><a id=a href=index.html#x>".getBytes());
        assertThat(SiteLinks.faults(
                        site.editions(),
                        Stream.concat(site.all().stream(), Stream.of(stray)).toList()))
                .containsExactlyInAnyOrder(
                        "stray.html: the id a twice",
                        "stray.html: index.html#x has no such fragment",
                        "stray.html: nothing leads to it");
    }

    @Test
    void aMenuThatLeadsToAListThatIsNotThereIsLeftOut() {
        assertThat(SiteLinks.faults(playbook("pages", "menu: [prompts, practices, glossary, about]")
                        .files()))
                .isEmpty();
    }
}
