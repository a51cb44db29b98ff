package org.practiceplaybook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.fixture.PlaybookFolder;

/** Links lead where they would on the repository's host. */
class LinkResolverTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";

    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root)
                .practice("know-your-role", "aka: [know-the-role]")
                .with("practices/steps.md", "---", "title: Steps", "summary: S.", "---", "## What to do", "", "Text")
                .with("practices/hidden.md", "---", "title: Hidden", "summary: S.", "state: draft", "---", "Text")
                .attempt("try", "know-your-role", "result: mixed")
                .with("pathways/way.md", "---", "title: Way", "summary: S.", "---", "Text")
                .with("pages/about.md", "# About us", "", "## Who we are", "", "## Who we are")
                .with("pages/legal/README.md", "# Law", "", "## Taxes")
                .with("pages/legal/with blank.md", "# Blank")
                .with("pages/mixed/Index.md", "# Mixed", "", "## Part")
                .with("pages/empty/sub/a.md", "# A")
                .with("taxonomy/roles.yml", "facilitator: {name: Facilitator, definition: D.}")
                .with("glossary.yml", "Leverage point: {means: A place.}")
                .with("images/a.svg", SVG)
                .with("images/two people.svg", SVG)
                .with("pages/legal/beside.svg", SVG);
    }

    @ParameterizedTest
    @CsvSource({
        "../../practices/know-your-role.md,        practices/know-your-role.html",
        "../../practices/steps.md#what-to-do,      practices/steps.html#what-to-do",
        "../../practices/steps.md#What-To-Do,      practices/steps.html#what-to-do",
        "../../attempts/try.md,                    attempts/try.html",
        "../../pathways/way.md,                    pathways/way.html",
        "../about.md,                              pages/about.html",
        "./../about.md,                            pages/about.html",
        "../about.md#who-we-are,                   pages/about.html#who-we-are",
        "../about.md#who-we-are-1,                 pages/about.html#who-we-are-1",
        "../about.md#about-us,                     pages/about.html",
        "../about.md?plain=1#who-we-are,           pages/about.html#who-we-are",
        "with%20blank.md,                          'pages/legal/with blank.html'",
        "#own,                                     pages/legal/from.html#own",
        "README.md,                                pages/legal/index.html",
        "README.md#taxes,                          pages/legal/index.html#taxes",
        "./,                                       pages/legal/index.html",
        "./#taxes,                                 pages/legal/index.html#taxes",
        "../legal/#law,                            pages/legal/index.html",
        "../mixed/,                                pages/mixed/index.html",
        "../mixed/#part,                           pages/mixed/index.html#part",
        "../empty/,                                pages/empty/index.html",
        "../empty,                                 pages/empty/index.html",
        "../,                                      pages/index.html",
        "../../,                                   index.html",
        "../../practices/,                         practices/index.html",
        "../../attempts,                           attempts/index.html",
        "../../pathways/,                          pathways/index.html",
        "../../taxonomy/roles.yml,                 roles/index.html",
        "../../taxonomy/roles.yml#facilitator,     roles/facilitator.html",
        "../../glossary.yml,                       glossary.html",
        "../../glossary.yml#leverage-point,        glossary.html#leverage-point",
        "/content/practices/know-your-role.md,     practices/know-your-role.html",
        "/practices/know-your-role.md,             practices/know-your-role.html",
        "/about.md,                                pages/about.html"
    })
    void aLinkLeadsToAPage(String written, String page) {
        assertThat(end("[x](" + written + ")")).isEqualTo(inside(page));
    }

    @Test
    void anOutsideAddressStays() {
        assertThat(end("[x](https://example.org/a?b#c)")).isEqualTo(new LinkEnd.Outside("https://example.org/a?b#c"));
        assertThat(end("[x](mailto:a@example.org)")).isEqualTo(new LinkEnd.Outside("mailto:a@example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "![x](beside.svg),                    pages/legal/beside.svg",
        "![x](../../images/a.svg),            images/a.svg",
        "![x](../../images/two%20people.svg), images/two people.svg",
        "[x](../../images/a.svg),             images/a.svg",
        "![x](/images/a.svg),                 images/a.svg"
    })
    void anImageLeadsToItsFile(String markdown, String path) {
        assertThat(end(markdown))
                .isInstanceOfSatisfying(
                        LinkEnd.File.class,
                        file -> assertThat(file.asset().path()).isEqualTo(path));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "[x](../../practices/know-you-role.md),  NO_SUCH_FILE,    ../../practices/know-your-role.md",
                "[x](../../practices/Know-Your-Role.md), NO_SUCH_FILE,    ../../practices/know-your-role.md",
                "[x](../../practices/know-your-role),    NO_SUCH_FILE,    ../../practices/know-your-role.md",
                "[x](../../practices/know-your-role.html), NO_SUCH_FILE,  ../../practices/know-your-role.md",
                "[x](know-your-role.md),                 NO_SUCH_FILE,    ../../practices/know-your-role.md",
                "[x](nothing-like-it.md),                NO_SUCH_FILE,    -",
                "[x](../about.md#who-we-were),           NO_SUCH_HEADING, ../about.md#who-we-are",
                "[x](../about.md#qqqqqqqq),              NO_SUCH_HEADING, -",
                "[x](#onw),                              NO_SUCH_HEADING, #own",
                "[x](../../taxonomy/roles.yml#facilitater), NO_SUCH_TERM, ../../taxonomy/roles.yml#facilitator",
                "[x](../../glossary.yml#leverage),       NO_SUCH_TERM,    ../../glossary.yml#leverage-point",
                "[x](../../../README.md),                OUTSIDE_CONTENT, -",
                "[x](../../practices/hidden.md),         DRAFT,           -",
                "[x](javascript:alert),                  UNSAFE,          -",
                "![x](../../images/b.svg),               NO_SUCH_FILE,    ../../images/a.svg",
                "![x](a.svg),                            NO_SUCH_FILE,    ../../images/a.svg",
                "![x](../about.md),                      NO_SUCH_FILE,    -",
                "![x](),                                 NO_SUCH_FILE,    -"
            })
    void aLinkToNothingSaysWhyAndWhatWasMeant(String markdown, LinkEnd.Reason reason, String meant) {
        assertThat(end(markdown)).isInstanceOfSatisfying(LinkEnd.Broken.class, broken -> {
            assertThat(broken.reason()).isEqualTo(reason);
            assertThat(broken.meant()).isEqualTo(meant == null ? "" : meant);
        });
    }

    @Test
    void aFileThatIsDangerousIsNotPublished() {
        playbook.with("images/bad.png", "<script>alert(1)</script>");
        assertThat(end("![x](../../images/bad.png)"))
                .isInstanceOfSatisfying(
                        LinkEnd.Broken.class,
                        broken -> assertThat(broken.reason()).isEqualTo(LinkEnd.Reason.NOT_PUBLISHED));
    }

    @Test
    void accentsWrittenInTwoWaysAreTheSame() {
        playbook.with("pages/caf\u00e9.md", "# Café");
        assertThat(end("[x](../cafe\u0301.md)")).isEqualTo(new LinkEnd.Inside("pages/caf\u00e9.html", ""));
    }

    @Test
    void percentSignsThatStandForNothingStay() {
        assertThat(end("[x](100%.md)"))
                .isInstanceOfSatisfying(
                        LinkEnd.Broken.class,
                        broken -> assertThat(broken.detail()).isEqualTo("100%.md"));
    }

    @Test
    void eachLinkOfAnEntryHasItsEndInOrder() {
        List<LinkEnd> ends = ends("[x](https://a.org) [y](README.md) ![z](beside.svg)");
        assertThat(ends)
                .extracting(Object::getClass)
                .containsExactly(LinkEnd.Outside.class, LinkEnd.Inside.class, LinkEnd.File.class);
    }

    private LinkEnd end(String markdown) {
        return ends(markdown).get(0);
    }

    private List<LinkEnd> ends(String markdown) {
        playbook.with("pages/legal/from.md", "# From", "", "## Own", "", markdown);
        Library library = playbook.library();
        Entry from = library.allPages().stream()
                .filter(page -> page.slug().equals("legal/from"))
                .findFirst()
                .orElseThrow();
        return library.linksOf(from);
    }

    private static LinkEnd inside(String page) {
        int hash = page.indexOf('#');
        return new LinkEnd.Inside(hash < 0 ? page : page.substring(0, hash), hash < 0 ? "" : page.substring(hash + 1));
    }
}
