package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whoever decides on a change sees all of it, from a real repository, and nothing in that repository is run. */
class ReviewVerbTest extends ReviewedPlaybook {
    @Test
    void showsAddedChangedRenamedAndRemovedPractices() {
        git.practice("walk-in-pairs", "Walk in pairs", "After lunch people walk in pairs.");
        git.practice(
                "know-your-role", "Know your role", "The network knows what only it can host. Members do the rest.");
        git.git("mv", "content/practices/say-it.md", "content/practices/say-what-we-do.md");
        git.delete("content/practices/ask-why.md");
        git.commit("two");

        assertThat(git.run("review", "main")).as(git.said()).isEqualTo(Exit.CONTENT);

        assertThat(kind(change("Walk in pairs"))).isEqualTo("new");
        assertThat(change("Walk in pairs").select(".now").text()).contains("After lunch people walk in pairs.");
        assertThat(change("Walk in pairs").select(".was")).isEmpty();
        Element changed = change("Know your role");
        assertThat(kind(changed)).isEqualTo("changed");
        assertThat(changed.select(".was del").eachText()).containsExactly("do");
        assertThat(changed.select(".now ins").eachText()).containsExactly("host");
        assertThat(kind(change("Say what we do"))).isEqualTo("renamed");
        assertThat(change("Say what we do").text())
                .contains("practices/say-it.md, now practices/say-what-we-do.md")
                .contains("Nothing that a reader sees is different.");
        assertThat(kind(change("Ask why people come"))).isEqualTo("removed");
        assertThat(change("Ask why people come").select(".was").text()).contains("Motives learnt early");
        assertThat(page().select(".change-counts li").eachText())
                .containsExactly("1 practice new", "1 practice changed", "1 practice renamed", "1 practice removed");
    }

    @Test
    void seesWhatIsNotCommittedYet() {
        git.practice("walk-in-pairs", "Walk in pairs", "After lunch people walk in pairs.");
        assertThat(git.run("review", "main")).as(git.said()).isEqualTo(Exit.DONE);
        assertThat(kind(change("Walk in pairs"))).isEqualTo("new");
        assertThat(git.said()).contains("1 change. Open target");
    }

    @Test
    void comparesWithTheCommonAncestorAndNotWithWhatOthersDidSince() {
        git.practice("walk-in-pairs", "Walk in pairs", "After lunch people walk in pairs.");
        git.commit("mine");
        git.git("checkout", "-q", "main");
        git.practice("of-others", "Of others", "Somebody else wrote this.");
        git.commit("theirs");
        git.git("checkout", "-q", "work");
        assertThat(git.run("review", "main")).isEqualTo(Exit.DONE);
        assertThat(page().select("article.change h3").text())
                .contains("Walk in pairs")
                .doesNotContain("Of others");
    }

    @Test
    void tellsFrontMatterInPlainWords() {
        String text = git.read("content/practices/know-your-role.md");
        git.write(
                "content/practices/know-your-role.md",
                text.replace("roles: [network]", "roles: [member]\ntime: 45 min\nhomemade: yes"));
        git.run("review", "main");
        Element change = change("Know your role");
        assertThat(change.select("tbody tr").eachText())
                .containsExactly("homemade nothing yes", "Roles Network staff Member", "Time nothing 45 min");
        assertThat(change.select(".change-texts")).isEmpty();
    }

    @Test
    void tellsTermsGlossarySettingsPagesPathwaysAttemptsAndFiles() throws IOException {
        git.write(
                "content/taxonomy/roles.yml",
                git.read("content/taxonomy/roles.yml").replace("who host", "who host us"));
        git.write("content/glossary.yml", "Leverage: {means: Where a little does a lot.}\n");
        git.write("content/playbook.yml", "name: Another name\n");
        git.write("content/pages/about.md", "# About us\n\n![A dot](dot.png)\n");
        git.write(
                "content/pathways/start.md",
                git.read("content/pathways/start.md").replace("Begin here", "Begin there"));
        git.write(
                "content/attempts/first.md",
                git.read("content/attempts/first.md").replace("mixed", "went-well"));
        Files.write(
                git.root.resolve("content/pages/dot.png"), Files.readAllBytes(Path.of("theme/images/icon-192.png")));
        assertThat(git.run("review", "main")).as(git.said()).isEqualTo(Exit.DONE);
        assertThat(page().select("section > h2").eachText())
                .containsExactly(
                        "Attempts",
                        "Pathways",
                        "Pages",
                        "Terms",
                        "Glossary",
                        "Settings",
                        "Images and downloads",
                        "What this change brings along");
        assertThat(change("Network staff").select("ins").text()).isEqualTo("us");
        assertThat(change("A first try").select("tbody tr").eachText()).containsExactly("How it went mixed went-well");
        assertThat(change("Settings of the playbook").select("tbody tr").text())
                .isEqualTo("Name Test playbook Another name");
        String image = page().select(".now img[src]").last().attr("src");
        assertThat(git.root.resolve("target/review").resolve(image)).exists();
    }

    @Test
    void tellsTranslationsAndWhatThePlaybookAddsOfItsOwn() {
        git.write(
                "content/playbook.yml",
                git.read("content/playbook.yml")
                        + "languages: [en, fr]\nfields:\n  energy: {label: How much energy, kind: text}\n");
        git.write(
                "content/practices/know-your-role.fr.md",
                "---\ntitle: Connaissez votre rôle\nsummary: Une phrase.\n---\n\nDites ce que vous faites.\n");
        git.write("content/taxonomy/roles.fr.yml", "network: {name: Équipe}\n");
        git.write(
                "content/practices/know-your-role.md",
                git.read("content/practices/know-your-role.md").replaceFirst("\nroles:", "\nenergy: high\nroles:"));
        assertThat(git.run("review", "main")).as(git.said()).isEqualTo(Exit.DONE);
        assertThat(page().select(".change-counts li").eachText()).contains("2 translations new");
        assertThat(change("Connaissez votre rôle").select(".change-texts").text())
                .contains("Dites ce que vous faites.");
        assertThat(change("Connaissez votre rôle").select("tbody tr").eachText())
                .contains("Title Connaissez votre rôle");
        assertThat(change("taxonomy/roles.yml").select("tbody tr").text()).contains("name: Équipe");
        assertThat(change("Know your role").select("tbody tr").eachText()).contains("How much energy nothing high");
        assertThat(change("Settings of the playbook").select("tbody tr").text()).contains("en · fr", "energy");
    }

    @Test
    void termsThatOnlyMovedAreNoChange() {
        git.write(
                "content/taxonomy/roles.yml",
                "guest: {name: Guest, definition: Those who visit.}\n" + git.read("content/taxonomy/roles.yml"));
        git.run("review", "main");
        assertThat(page().select("article.change h3").eachText()).containsExactly("Guest new");
    }

    @Test
    void keepsTheFormerImageOfAChangedOne() throws IOException {
        Path image = git.root.resolve("content/pages/dot.png");
        git.git("checkout", "-q", "main");
        git.write("content/pages/about.md", "# About\n\n![A dot](dot.png)\n");
        Files.write(image, Files.readAllBytes(Path.of("theme/images/icon-192.png")));
        git.commit("with image");
        git.git("checkout", "-q", "-B", "work");
        Files.write(image, Files.readAllBytes(Path.of("theme/images/icon-180.png")));
        git.write("content/pages/about.md", "# About\n\nNow with words.\n\n![A dot](dot.png)\n");
        assertThat(git.run("review", "main")).as(git.said()).isEqualTo(Exit.DONE);
        Path review = git.root.resolve("target/review");
        String before = change("About").select(".was img").attr("src");
        String after = change("About").select(".now img").attr("src");
        assertThat(review.resolve(before)).hasSameBinaryContentAs(Path.of("theme/images/icon-192.png"));
        assertThat(review.resolve(after)).hasSameBinaryContentAs(Path.of("theme/images/icon-180.png"));
    }

    @Test
    void aDeletedPracticeThatOthersNameIsToldWithAllOfThem() {
        git.delete("content/practices/ask-why.md");
        git.commit("gone");
        assertThat(git.run("review", "main")).isEqualTo(Exit.CONTENT);
        assertThat(page().select(".findings li").first().text())
                .contains("practices/ask-why.md was taken away, and 2 files name it still:")
                .contains("attempts/first.md, pathways/start.md")
                .contains("aka: [ask-why]")
                .contains("state: retired", "replaced_by: the-other-one");
        assertThat(page().select(".findings li")).hasSize(1);
    }

    @Test
    void whatACheckHasToldInTheSummaryIsNotToldAgain() {
        git.delete("content/practices/ask-why.md");
        git.commit("gone");
        git.run("review", "main", "--summary", "alone.md");
        assertThat(git.read("alone.md")).contains("was taken away");
        git.write("told.md", "# The playbook's check\n\n1 error.\n\n");
        git.run("review", "main", "--summary", "told.md");
        assertThat(git.read("told.md")).contains("## What changed").doesNotContain("was taken away");
    }

    @Test
    void aRenameAsksForTheOldNameAndWithItEverythingHolds() {
        git.git("mv", "content/practices/ask-why.md", "content/practices/ask-why-people-come.md");
        git.commit("renamed");
        git.run("review", "main");
        assertThat(page().select(".findings li").first().text())
                .contains(
                        "this practice was called \"ask-why\" before, and 2 files name it so still: attempts/first.md,"
                                + " pathways/start.md")
                .contains("aka: [ask-why]");

        String text = git.read("content/practices/ask-why-people-come.md");
        git.write("content/practices/ask-why-people-come.md", text.replace("roles:", "aka: [ask-why]\nroles:"));
        assertThat(git.run("review", "main")).as(git.said()).isEqualTo(Exit.DONE);
        assertThat(page().select(".findings li.error")).isEmpty();
        assertThat(page().select(".findings").text()).doesNotContain("old address");
        Document old = Jsoup.parse(git.read("target/review/site/practices/ask-why.html"));
        assertThat(old.select("meta[http-equiv=refresh]").attr("content")).contains("ask-why-people-come.html");
        assertThat(git.read("target/review/site/attempts/first.html")).contains("ask-why-people-come.html");
        assertThat(git.read("target/review/site/pathways/start.html")).contains("ask-why-people-come.html");
    }

    @Test
    void tellsOnlyWhatTheChangeBringsAndCountsWhatItMends() {
        git.git("checkout", "-q", "main");
        git.write("content/pages/old.md", "# Old\n\n[nowhere](gone.md)\n\n[nowhere else](gone-too.md)\n");
        git.commit("with known errors");
        git.git("checkout", "-q", "-B", "work");
        git.write("content/pages/old.md", "# Old\n\nA new line.\n\n[nowhere](gone.md)\n");
        assertThat(git.run("review", "main")).as(git.said()).isEqualTo(Exit.DONE);
        assertThat(page().text()).contains("No new errors, no new advice.").contains("1 earlier finding is mended.");
    }

    @Test
    void saysWhatWasMeantAndHowToMendIt() {
        String text = git.read("content/practices/ask-why.md");
        git.write("content/practices/ask-why.md", text.replace("[network]", "[netwrk]") + "\n[a](gone.md)\n");
        assertThat(git.run("review", "main", "--summary", "summary.md")).isEqualTo(Exit.CONTENT);
        assertThat(page().select(".findings li.error").eachText())
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("Error: no role is called \"netwrk\" (did you mean \"network\"?)"))
                .anySatisfy(finding -> assertThat(finding)
                        .contains("there is nothing at \"gone.md\"")
                        .containsPattern(" To mend it, [a-z].*\\.$"));
        assertThat(git.read("summary.md")).contains("did you mean", ". To mend it, ");
    }

    @Test
    void thePageBeginsWithTheChangeAndFoldsWhatIsAsBefore() {
        String text = "## When to use\n\nFirst.\n\nSecond.\n\n## What to do\n\nThird.\n\n- One\n- Two\n";
        git.git("checkout", "-q", "main");
        git.practice("long-one", "A long one", text);
        git.commit("long");
        git.git("checkout", "-q", "-B", "work");
        git.practice("long-one", "A long one", text.replace("Third", "Other") + "\n[gone](gone.md)\n");
        git.run("review", "main");
        Document page = page();
        assertThat(page.select(".change-list")).as("one change needs no list").isEmpty();
        assertThat(page.selectFirst("a[href=#changes.findings]").text()).contains("1 error");
        assertThat(page.select("section > h2").eachText())
                .containsExactly("Practices", "What this change brings along");
        assertThat(page.select(".change > *:not(h3, p, .change-fields)").eachAttr("class"))
                .containsExactly("change-same", "text change-heading", "change-texts", "change-same", "change-texts");
        assertThat(page.select("details.change-same[open]")).isEmpty();
        assertThat(page.select("details.change-same summary").eachText())
                .containsExactly("4 passages as before", "1 passage as before");
        assertThat(page.select(".change-heading").text()).isEqualTo("What to do");
        assertThat(page.select(".was").text()).isEqualTo("Before Third.");
        assertThat(page.select(".now").first().text()).isEqualTo("After Other.");
    }

    @Test
    void aCommitIsNamedInShort() {
        String commit = git.git("rev-parse", "main");
        git.practice("new-one", "A new one", "Say it.");
        git.run("review", commit);
        assertThat(page().select(".head p").first().text())
                .contains(commit.substring(0, 8))
                .doesNotContain(commit);
    }

    @Test
    void writesASummaryInWhichTitlesAreNoMarkup() {
        git.write(
                "content/practices/hostile.md",
                "---\ntitle: \"<img src=x> | @everyone [click](https://evil.example) `code`\"\nsummary: A b.\n---\n\nText.\n");
        assertThat(git.run("review", "main", "--summary", "summary.md"))
                .as(git.said())
                .isEqualTo(Exit.DONE);
        String summary = git.read("summary.md");
        assertThat(summary)
                .startsWith("## What changed\n")
                .contains("- 1 practice new\n")
                .doesNotContain("<img")
                .doesNotContain("@everyone")
                .doesNotContain("](https://");
        assertThat(summary.lines().filter(line -> line.contains("everyone"))).hasSize(1);
        assertThat(git.run("review", "main", "--summary", "summary.md")).isEqualTo(Exit.DONE);
        assertThat(git.read("summary.md")).as("it is added to").isEqualTo(summary + summary);
    }

    @Test
    void aHostileTextIsTextInThePage() {
        git.write(
                "content/practices/hostile.md",
                "---\ntitle: \"</h3><script>alert(1)</script>\"\nsummary: \"<b>x\"\nmaterials: [\"<i>\"]\n---\n\n"
                        + "<script>alert(2)</script> <img src=x onerror=alert(3)> [x](javascript:alert(4))\n");
        git.run("review", "main");
        Document page = page();
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("main img, main script, main [onerror]")).isEmpty();
        assertThat(page.select("a[href^=javascript]")).isEmpty();
    }

    @Test
    void thePageIsWhole() throws IOException {
        git.practice(
                "know-your-role",
                "Know your role",
                "See [why](ask-why.md#what-to-do) and [say](say-it.md).[^1]\n\n[^1]: A note.");
        git.delete("content/practices/say-it.md");
        git.run("review", "main");
        Document page = page();
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        Path review = git.root.resolve("target/review");
        for (Element element : page.select("a[href], img[src], link[href], script[src]")) {
            String to = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            if (to.startsWith("#")) {
                assertThat(ids).contains(to.substring(1));
            } else if (!to.startsWith("http")) {
                assertThat(review.resolve(to.replaceAll("#.*", ""))).exists();
            }
        }
    }

    @Test
    void sameInSameOut() throws IOException {
        git.practice("walk-in-pairs", "Walk in pairs", "After lunch people walk in pairs.");
        git.run("review", "main");
        Map<String, String> first = files();
        git.run("review", "main");
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void theContentMayBeTheWholeRepositoryOrHaveAnOddName() {
        for (String place : List.of("", "our [own] *texts* é/")) {
            GitFolder other = GitFolder.empty(folder.resolve("other" + place.length()));
            other.write(place + "practices/one.md", "---\ntitle: One\nsummary: A. B.\n---\n\nFirst words.\n");
            other.write("elsewhere/practices/two.md", "---\ntitle: Two\nsummary: A. B.\n---\n\nOther words.\n");
            other.commit("one");
            other.write(place + "practices/one.md", "---\ntitle: One\nsummary: A. B.\n---\n\nSecond words.\n");
            String content = place.isEmpty() ? "." : place;
            String out = folder.resolve("out" + place.length()).toString();
            assertThat(other.run("review", "main", "--content", content, "--out", out))
                    .as(other.said())
                    .isEqualTo(Exit.DONE);
            Document page = Jsoup.parse(other.read(out + "/index.html"));
            assertThat(page.select("article.change h3").eachText()).containsExactly("One changed");
            assertThat(page.select(".was del").text()).isEqualTo("First");
        }
    }

    @Test
    void nothingIsDifferent() {
        assertThat(git.run("review", "HEAD")).isEqualTo(Exit.DONE);
        assertThat(git.said()).contains("Nothing is different.");
        assertThat(page().text()).contains("Nothing is different.");
    }
}
