package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.HostKind;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** The forms get the rules and words of the checks, all of those that they use. */
class ContributeRulesTest {
    private static final Pattern CODE =
            Pattern.compile("(?:(?<![.])\\badd|\\btell)\\((?:[\\w.]+, )?(?:\\w+ \\? )?\"([a-z-]+(?::[a-z]+)?)\"");
    private static final Pattern WORD =
            Pattern.compile("\\b(?:word|page\\.word)\\((?:\\w+(?:\\.\\w+)? \\? )*\"([a-zA-Z0-9-]+)\"");

    private static Site site() {
        Content content = ContentFolder.open(Path.of("content")).read(Workers.ofThisMachine());
        return new Site(
                Linker.link(content, History.NONE, false),
                Theme.of(Theme.files(Optional.empty()), "en"),
                new SiteOptions("content", "1", Map.of()));
    }

    @Test
    void theMessagesAreThoseOfTheChecks() {
        Map<String, List<Object>> messages = Specimens.messages(site().library());
        assertThat(messages.get("title-long"))
                .containsExactly(false, "the title is longer than 60 characters", "{0} characters", "say it shorter");
        assertThat(messages.get("time-form").get(1)).isEqualTo("\"{0}\" is not understood as a time");
        assertThat(messages.get("unknown-practice").subList(0, 2))
                .containsExactly(true, "no practice is called \"{0}\"");
        assertThat(messages.get("broken-link:outside").get(1)).isEqualTo("\"{0}\" is outside the content folder");
        assertThat(messages.get("slug-twice").get(1)).isEqualTo("practices/{0}.md has the address \"{0}\" already");
    }

    @Test
    void noMessageThatAScriptNamesIsMissing() {
        Set<String> named = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        Bundled.theme().forEach((path, bytes) -> {
            if (path.matches("scripts/(contribute|compose|reading|checking|writing|change)/.*")) {
                String script = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
                for (Matcher found = CODE.matcher(script); found.find(); ) {
                    named.add(found.group(1));
                }
                for (Matcher found = WORD.matcher(script); found.find(); ) {
                    words.add(found.group(1));
                }
            }
        });
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(words).hasSizeGreaterThan(15);
        Site site = site();
        assertThat(Specimens.messages(site.library()).keySet()).containsAll(named);
        for (String key : List.of("title", "summary", "lesson")) {
            assertThat(Specimens.messages(site.library())).containsKeys(key + "-missing", key + "-long");
        }
        assertThat(Specimens.messages(site.library()))
                .containsKeys(
                        "practices-missing",
                        "result-missing",
                        "time-form",
                        "group-form",
                        "when-form",
                        "reviewed-form",
                        "experience-value",
                        "result-value",
                        "state-value",
                        "unknown-challenge",
                        "unknown-role",
                        "unknown-phase",
                        "unknown-leverage-point",
                        "unknown-attempt",
                        "missing-image",
                        "outside-image",
                        "unsafe-link",
                        "broken-link",
                        "unknown-key",
                        "colon",
                        "fence-missing",
                        "front-matter-long",
                        "credit-missing:both",
                        "credit-missing:authors",
                        "credit-missing:sources",
                        "lesson-thin:title",
                        "lesson-thin:short",
                        "near-duplicate:title",
                        "near-duplicate:aka",
                        "aka-taken");
        assertThat(site.words().keys())
                .containsAll(
                        words.stream().map(word -> "contribute.say." + word).toList());
    }

    @Test
    void theRequiredFieldsAreFoundByAsking() {
        assertThat(ContributeRules.checks(site()).get("required"))
                .isEqualTo(Map.of(
                        "practices", List.of("title", "summary"),
                        "attempts", List.of("title", "practices", "result", "lesson"),
                        "pathways", List.of("title", "summary"),
                        "pages", List.of()));
    }

    @Test
    void aMessageOfSeveralCasesIsThatOfTheCase() {
        Map<String, List<Object>> messages = Specimens.messages(site().library());
        assertThat(messages.get("terms-missing:roles,phases").get(1))
                .isEqualTo("with roles and phases more people would find this practice");
        assertThat(messages.keySet().stream().filter(key -> key.startsWith("terms-missing:")))
                .hasSize(15);
        assertThat(messages.get("credit-missing:sources").get(1))
                .isEqualTo("this practice does not say where it comes from");
        assertThat(messages.get("near-duplicate:aka"))
                .startsWith(false, "this practice is much like \"{0}\" in {1}", "\"{2}\" is a name of both");
        assertThat(messages.get("aka-taken").subList(1, 2)).containsExactly("\"{2}\" leads to \"{0}\" already");
        assertThat(messages.get("lesson-thin:short").get(1)).isEqualTo("the lesson \"{0}\" leaves others guessing");
    }

    @Test
    void theRulesAreTheSameEachTime() {
        assertThat(Json.of(ContributeRules.rules(site())).toString())
                .isEqualTo(Json.of(ContributeRules.rules(site())).toString());
        assertThat(Json.of(ContributeRules.checks(site())).toString())
                .isEqualTo(Json.of(ContributeRules.checks(site())).toString());
        assertThat(ContributeSketches.sketches(site())).isEqualTo(ContributeSketches.sketches(site()));
    }

    @Test
    void aSketchIsSixteenTimesFiveDigits() {
        assertThat(ContributeSketches.sketches(site()))
                .isNotEmpty()
                .allSatisfy(sketch -> assertThat(sketch.get(1)).matches("([0-9a-f]{80})?"));
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, https://h/o/r/edit/my%23branch/content/pages/a%20b.md, https://h/o/r/new/my%23branch?filename=content/practices/",
        "GITLAB, https://h/o/r/-/edit/my%23branch/content/pages/a%20b.md, https://h/o/r/-/new/my%23branch/content/practices?file_name=",
        "GITEA, https://h/o/r/_edit/my%23branch/content/pages/a%20b.md, https://h/o/r/_new/my%23branch?filename=content/practices/"
    })
    void eachHostHasItsOwnAddresses(HostKind kind, String edit, String added) {
        RepositoryHost host = new RepositoryHost(kind, "h", "https://h/o/r", "my#branch", "content");
        assertThat(host.editAddress("pages/a b.md")).isEqualTo(edit);
        assertThat(host.newAddress("practices")).isEqualTo(added);
    }

    @Test
    void everyTextIsSentOnceInThePartThatTheIndexNames() {
        Site site = site();
        List<String> firsts = ContributeTexts.firsts(site);
        assertThat(firsts).isSorted().isNotEmpty();
        assertThat(site.sheets().stream().map(Sheet::path).filter(path -> path.startsWith("contribute/texts-")))
                .hasSameSizeAs(firsts);
    }

    @Test
    void theSpecimensMakeNoMessageOfTheirOwnWords() {
        assertThat(Specimens.messages(site().library()).values())
                .allSatisfy(message -> assertThat(message.toString()).doesNotContain("\uE000", "777"));
    }

    @Test
    void aDiagnosticIsWeighedAsTheBuildDoes() {
        Map<String, List<Object>> messages = Specimens.messages(site().library());
        Diagnostic missing = ContentFolder.readEntry("practices/x.md", "---\ntitle: ''\nsummary: x\n---\n", "en")
                .diagnostics()
                .get(0);
        assertThat(messages.get(missing.code()).subList(0, 2)).containsExactly(missing.isError(), missing.message());
    }
}
