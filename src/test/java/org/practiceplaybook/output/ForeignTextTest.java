package org.practiceplaybook.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** What is not translated says in which language it is, wherever an edition shows it. */
class ForeignTextTest {
    /** Each text of the original has it: no word of an interface does. */
    private static final String MARK = "Zq";

    /** Sentences of the interface with a foreign name in them, and how to name the source. */
    private static final String MIXED = "title, .rung-strip .unseen, .cite";

    @TempDir
    Path temp;

    @Test
    void everyTextOfTheOriginalIsMarkedWithItsLanguage() throws IOException {
        PlaybookFolder content = new PlaybookFolder(temp)
                .with("playbook.yml", "name: Pairs", "languages: [en, ar]", "repository: https://github.com/x/x")
                .with("playbook.ar.yml", "name: أزواج")
                .with("taxonomy/roles.yml", "guide: {name: Zqguide, definition: Zqwho walks., question: Zqwhat?}")
                .with("taxonomy/phases.yml", "go: {name: Zqgoing, definition: Zqwhile we go.}")
                .with("taxonomy/format.yml", "online: {name: Zqonline, definition: Zqon a call.}")
                .with(
                        "taxonomy/challenges.yml",
                        "tired: {name: Zqwe are tired, definition: Zqall of us., questions: [Zqare you?]}")
                .with(
                        "taxonomy/leverage.yml",
                        "rules: {name: Zqrules, number: 5, band: design, definition: Zqwhat is so., example: Zqx.}")
                .with("glossary.yml", "Zqpair:", "  means: Zqtwo.")
                .with(
                        "practices/walk.md",
                        "---",
                        "title: Zqwalk",
                        "summary: Zqsitting tires. Zqwalk.",
                        "roles: [guide]",
                        "phases: [go]",
                        "format: [online]",
                        "challenges: [tired]",
                        "leverage: [rules]",
                        "time: 20 min",
                        "group: 4-8",
                        "materials: [Zqbell]",
                        "aka: [Zqstroll]",
                        "related: {rest: Zqafterwards.}",
                        "---",
                        "",
                        "## What to do",
                        "",
                        "1. **Zqgo.** Zqout. (10 min)",
                        "",
                        "## Ask yourselves",
                        "",
                        "- Zqwhy?")
                .with(
                        "practices/rest.md",
                        "---",
                        "title: Zqrest",
                        "summary: Zqpause. Zqbreathe.",
                        "roles: [guide]",
                        "---",
                        "",
                        "Zqsit.")
                .with(
                        "attempts/we-walked.md",
                        "---",
                        "title: Zqwe walked",
                        "practices: [walk]",
                        "result: mixed",
                        "lesson: Zqcoats.",
                        "setting: Zqoutside",
                        "roles: [guide]",
                        "---",
                        "",
                        "Zqrain.")
                .with(
                        "attempts/again.md",
                        "---",
                        "title: Zqagain",
                        "practices: [walk]",
                        "follows: we-walked",
                        "result: went-well",
                        "lesson: Zqsun.",
                        "---",
                        "",
                        "Zqdry.")
                .with(
                        "pathways/day.md",
                        "---",
                        "title: Zqa day",
                        "summary: Zqwalk and rest.",
                        "audience: Zqall",
                        "steps:",
                        "  - {practice: walk, why: Zqfirst.}",
                        "  - {practice: rest, why: Zqthen.}",
                        "---",
                        "",
                        "Zqenjoy.")
                .with("pages/about.md", "# Zqabout", "", "Zqus.");
        SiteFiles site = SiteFiles.of(
                Linker.link(content.read(), History.NONE, false),
                Theme.of(Theme.files(Optional.empty()), "en"),
                new SiteOptions("content", "0.0.0", Map.of()),
                new Workers(2));
        Set<String> unmarked = new TreeSet<>();
        int marked = 0;
        for (SiteFile file : site.all()) {
            if (!file.path().startsWith("ar/") || !file.path().endsWith(".html")) {
                continue;
            }
            Document page = Jsoup.parse(new String(file.bytes().get(), StandardCharsets.UTF_8));
            page.select(MIXED).remove();
            for (Element element : page.getAllElements()) {
                for (TextNode text : element.textNodes()) {
                    if (text.text().contains(MARK)) {
                        Element around = element.closest("[lang]");
                        boolean said = around.attr("lang").equals("en")
                                && around.attr("dir").equals("ltr");
                        marked += said ? 1 : 0;
                        if (!said) {
                            unmarked.add(file.path() + ": " + element.cssSelector() + ": " + text.text());
                        }
                    }
                }
            }
        }
        assertThat(unmarked).isEmpty();
        assertThat(marked).isGreaterThan(100);
    }
}
