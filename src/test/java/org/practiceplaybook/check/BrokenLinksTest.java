package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;

/** Links and images that lead nowhere. */
class BrokenLinksTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void eachKindHasWordsOfItsOwn() {
        playbook.practice("know-your-role")
                .practice("soon", "state: draft")
                .with("taxonomy/roles.yml", "member: {name: M, definition: D.}")
                .with("images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")
                .with(
                        "pages/p.md",
                        "# P",
                        "",
                        "## Part one",
                        "",
                        "- [a](../practices/know-you-role.md)",
                        "- [b](nothing-like-it.md)",
                        "- ![c](picture.png)",
                        "- [d](#part-on)",
                        "- [e](../taxonomy/roles.yml#membre)",
                        "- [f](../../README.md)",
                        "- [g](../practices/soon.md)",
                        "- [h]()");
        assertThat(Found.lines(new BrokenLinks(), playbook))
                .startsWith(
                        "error pages/p.md:5:7 broken-link: there is nothing at \"../practices/know-you-role.md\""
                                + " (did you mean \"../practices/know-your-role.md\"?)",
                        "error pages/p.md:6:7 broken-link: there is nothing at \"nothing-like-it.md\"",
                        "error pages/p.md:7:8 missing-image: there is no image \"picture.png\"",
                        "error pages/p.md:8:7 broken-anchor: the page has no heading \"#part-on\""
                                + " (did you mean \"#part-one\"?)",
                        "error pages/p.md:9:7 broken-anchor: there is no term \"membre\""
                                + " (did you mean \"../taxonomy/roles.yml#member\"?)",
                        "error pages/p.md:10:7 broken-link: \"../../README.md\" is outside the content folder",
                        "error pages/p.md:11:7 broken-link: \"../practices/soon.md\" is a draft, which readers do not see");
    }

    @Test
    void theCorrectionReplacesTheAddressAlone() {
        playbook.practice("know-your-role").with("pages/p.md", "See [a](../practices/know-you-role.md), please.");
        Diagnostic error = Found.by(new BrokenLinks(), playbook).get(0);
        Edit edit = error.edit().orElseThrow();
        assertThat(edit.corrected(error.place().file())).isEqualTo("See [a](../practices/know-your-role.md), please.");
    }

    @Test
    void aBlankInTheCorrectionIsEncoded() {
        playbook.with("pages/two words.md", "# T").with("pages/p.md", "[a](two%20word.md)");
        Diagnostic error = Found.by(new BrokenLinks(), playbook).get(0);
        assertThat(error.edit().orElseThrow().corrected(error.place().file())).isEqualTo("[a](two%20words.md)");
    }

    @Test
    void whatIsNotPublishedSaysWhy() {
        playbook.with("images/a.png", "<script>alert(1)</script>").with("pages/p.md", "![x](../images/a.png)");
        assertThat(Found.by(new BrokenLinks(), playbook).get(0).message())
                .startsWith("\"../images/a.png\" cannot be published: ");
    }

    @Test
    void linksOfADraftAreLookedAtToo() {
        playbook.with("practices/d.md", "---", "title: D", "summary: S.", "state: draft", "---", "[x](none.md)");
        assertThat(Found.lines(new BrokenLinks(), playbook))
                .containsExactly("error practices/d.md:6:5 broken-link: there is nothing at \"none.md\"");
    }
}
