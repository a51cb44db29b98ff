package org.practiceplaybook.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.markdown.PageMarkdown;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.source.SourceFile;

/** What language models and other programs read: every file is short enough, and every link leads to a file of the site. */
class LanguageModelFilesTest {
    @TempDir
    Path temp;

    private static Map<String, String> texts(SiteFiles site) {
        Map<String, String> texts = new TreeMap<>();
        for (SiteFile file : site.all()) {
            texts.put(file.path(), new String(file.bytes().get(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Follows every link, and gives the paths that they lead to. */
    private static Set<String> followed(Map<String, String> site, String path) {
        Set<String> ends = new TreeSet<>();
        String text = site.get(path);
        int body = text.startsWith("---\n") ? text.indexOf("\n---\n") + 5 : 0;
        for (Link link : PageMarkdown.of(QuotationMarks.of("en"))
                .read(new SourceFile(path, text), body)
                .links()) {
            String address = link.url().value();
            if (link.url().kind() == Url.Kind.INSIDE && !address.startsWith("#")) {
                String end = java.net
                        .URI
                        .create("/" + Addresses.url(path))
                        .resolve(address.replaceFirst("#.*", ""))
                        .getPath()
                        .substring(1);
                assertThat(site).as("%s in %s", address, path).containsKey(end);
                ends.add(end);
            }
        }
        return ends;
    }

    @Test
    void everyLinkOfTheStartersFilesLeadsToAFile() {
        Map<String, String> site = texts(new PlaybookFolder(Path.of("content")).files());
        Set<String> listed = followed(site, "llms.txt");
        Set<String> entries =
                site.keySet().stream().filter(path -> path.endsWith(".md")).collect(Collectors.toSet());
        assertThat(listed).containsAll(entries).contains("library.json");
        assertThat(entries).hasSizeGreaterThan(20);
        assertThat(entries.stream()
                        .mapToInt(path -> followed(site, path).size())
                        .sum())
                .isGreaterThan(20);
        assertThat(followed(site, "pathways/start-here.md")).isNotNull();
        assertThat(site.get("practices/know-your-role.html"))
                .contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"know-your-role.md\">");
    }

    @Test
    void linksAndImagesOfAnEntryLeadOnFromItsMarkdown() {
        PlaybookFolder content = new PlaybookFolder(temp)
                .practice("walk (in) pairs")
                .with(
                        "practices/talk.md",
                        "---",
                        "title: Talk",
                        "summary: About [talk] \\ and more.",
                        "---",
                        "A [walk](<walk (in) pairs.md> \"Walk\") and [again][w], a <a href=\"../pages/deep/page.md#end\">page</a>,",
                        "![a dot](../pages/deep/dot.svg), [out](https://example.org/a), [here](#now).",
                        "",
                        "## Now",
                        "",
                        "[w]: <walk (in) pairs.md>")
                .with("pages/deep/page.md", "# Page", "", "## End", "", "[Talk](../../practices/talk.md#now)")
                .with("pages/deep/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
        Map<String, String> site = texts(content.files());
        assertThat(site.get("practices/talk.md"))
                .contains("[again][w]", "![a dot](../files/pages/deep/dot.svg)", "(https://example.org/a)", "(#now)")
                .contains("[w]: <walk-in-pairs.md>");
        assertThat(followed(site, "practices/talk.md"))
                .containsExactlyInAnyOrder(
                        "practices/walk-in-pairs.md", "pages/deep/page.md", "files/pages/deep/dot.svg");
        assertThat(followed(site, "pages/deep/page.md")).containsExactly("practices/talk.md");
        assertThat(followed(site, "llms.txt")).contains("practices/talk.md", "pages/deep/page.md");
    }

    @Test
    void aLargePlaybookIsSplitByChallengeAndNothingIsLost() {
        PlaybookFolder content = new PlaybookFolder(temp)
                .with(
                        "taxonomy/challenges.yml",
                        "much: {name: Too much, definition: D.}",
                        "few: {name: Too few, definition: D.}");
        String words = "word ".repeat(60);
        for (int i = 0; i < 500; i++) {
            String challenge =
                    i % 5 == 0 ? "" : "challenges: [" + (i % 5 == 1 ? "few" : i % 5 == 2 ? "few, much" : "much") + "]";
            content.with(
                    "practices/practice-" + i + ".md",
                    "---",
                    "title: Practice " + i,
                    "summary: " + words,
                    challenge,
                    "---",
                    "",
                    "Text.");
            content.with(
                    "attempts/attempt-" + i + ".md",
                    "---",
                    "title: Attempt " + i,
                    "lesson: " + words,
                    "practices: [practice-" + i + "]",
                    "---",
                    "",
                    "Text.");
        }
        Map<String, String> site = texts(content.files());
        Set<String> parts = followed(site, "llms.txt");
        assertThat(parts)
                .contains(
                        "llms/challenges-much.txt",
                        "llms/challenges-much-2.txt",
                        "llms/log-2.txt",
                        "llms/practices.txt");
        Set<String> entries = new TreeSet<>();
        for (String part : parts) {
            if (part.endsWith(".txt")) {
                assertThat(site.get(part).length()).as(part).isLessThanOrEqualTo(LanguageModelFiles.LONGEST);
                entries.addAll(followed(site, part));
            }
        }
        assertThat(site.get("llms.txt").length()).isLessThanOrEqualTo(LanguageModelFiles.LONGEST);
        assertThat(entries).hasSize(1000);
    }
}
