package org.practiceplaybook.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.check.SmallPlaybook;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.Workers;

/** A form's text and its fields, there and back; what is not touched stays as it was. */
class JudgeTest {
    private static final List<Map<String, Object>> SECTIONS = List.of(
            Map.of("field", "when", "heading", "When to use"),
            Map.of("field", "what", "heading", "What to do", "steps", "steps"),
            Map.of("field", "ask", "heading", "Ask yourselves", "points", true));

    private static final String TEXT = """
            ---
            # a note to oneself
            title:   Walk in pairs   # not "talk"
            summary: >
              People sit too long.
              Walk instead.
            roles: [member]
            related:
                know-your-role: it comes first
            sources:
            - title: A book
              author: A writer
            - B book
            custom: kept
            authors: ["Ann"]
            ---

            Intro that has no field.

            ## When to use
            When *everybody* is tired.


            What to do
            ----------

            First this.

            1. **Stand up.** Slowly.

               - take a coat
            2. **Go out**, all of you. (10 min)

            ## Own heading

            Left alone.
            """;

    @TempDir
    private Path folder;

    private Judge judge;

    @BeforeEach
    void playbook() {
        SmallPlaybook.write(folder);
        Library library = Linker.link(ContentFolder.open(folder).read(new Workers(1)), History.NONE, false);
        Map<String, Object> facts = new LinkedHashMap<>(Judge.facts(library));
        facts.putAll(Judge.moreFacts(library));
        Words words = Theme.of(Theme.files(Optional.empty()), "en").words();
        facts.put("text", ContributeFacts.ofPreview(words));
        judge = new Judge(facts);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> values(String text) {
        Map<String, Object> fields =
                judge.fields(Map.of("path", "practices/walk.md", "text", text, "sections", SECTIONS));
        return new LinkedHashMap<>((Map<String, Object>) fields.get("values"));
    }

    private String changed(String text, Map<String, Object> values) {
        Map<String, Object> asked =
                Map.of("path", "practices/walk.md", "text", text, "sections", SECTIONS, "values", values);
        return (String) judge.written(asked).get("text");
    }

    /** A translation has words alone: nobody asks it for facts, and its links lead to other translations. */
    @Test
    void aTranslationIsJudgedAsOne() {
        assertThat(translated("translates: 0637cb3c\n")).isEmpty();
    }

    /** What the original says a translation may leave out, and must not say otherwise: as the build says it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "translates: 00000000\n", "translates: 0637cb3c\ntime: 3 h\n", "state: draft\n"})
    void aTranslationIsJudgedBesideItsOriginal(String lines) {
        List<String> told = translated(lines);
        String path = "practices/know-your-role.fr.md";
        assertThat(told)
                .isNotEmpty()
                .isEqualTo(SmallPlaybook.check(folder).stream()
                        .filter(found -> found.place().file().path().equals(path))
                        .map(found -> found.code() + " " + found.message())
                        .toList());
    }

    /** What is said of a French practice with these lines among its facts. */
    private List<String> translated(String lines) {
        SmallPlaybook.write(folder, "playbook.yml", "name: Walks\nlanguages: [en, fr]\n");
        String path = "practices/know-your-role.fr.md";
        String text = "---\ntitle: Qui fait quoi\nsummary: Dites qui fait quoi.\n" + lines + "---\n\n"
                + "## Quand l’utiliser\n\nQuand deux s’attendent, voir [ceci](leave-room.md).\n\n## Que faire\n\n1. **Écrire.**\n";
        SmallPlaybook.write(folder, path, text);
        Library library = Linker.link(ContentFolder.open(folder).read(new Workers(1)), History.NONE, false)
                .in("fr");
        Map<String, Object> facts = new LinkedHashMap<>(Judge.facts(library));
        facts.putAll(Judge.moreFacts(library));
        Theme theme = Theme.of(Theme.files(Optional.empty()), "fr");
        facts.put("text", ContributeFacts.ofPreview(theme.words()));
        facts.put("original", ContributeFacts.sections(theme.words("en")));
        Judge french = new Judge(facts);
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("path", path, "text", text, "sections", List.of()));
        String original = "practices/know-your-role.md";
        assertThat(french.verdict(asked)).containsEntry("needs", List.of(original));
        asked.put(
                "texts",
                Map.of(
                        original,
                        library.tongues()
                                .translations()
                                .get(path)
                                .entry()
                                .orElseThrow()
                                .file()
                                .text()));
        Map<String, Object> verdict = french.verdict(asked);
        assertThat(verdict).containsEntry("needs", List.of());
        return ((List<?>) verdict.get("findings"))
                .stream()
                        .map(found -> ((Map<?, ?>) found).get("code") + " " + ((Map<?, ?>) found).get("message"))
                        .toList();
    }

    @Test
    void eachFieldHoldsWhatStandsInIt() {
        assertThat(values(TEXT))
                .containsEntry("title", "Walk in pairs")
                .containsEntry("summary", "People sit too long. Walk instead.")
                .containsEntry("roles", List.of("member"))
                .containsEntry("authors", "Ann")
                .containsEntry("related", List.of(Map.of("practice", "know-your-role", "reason", "it comes first")))
                .containsEntry(
                        "sources", List.of(Map.of("title", "A book", "author", "A writer"), Map.of("title", "B book")))
                .containsEntry("when", "When *everybody* is tired.")
                .containsEntry("what", "First this.")
                .containsEntry("ask", "");
        assertThat((List<?>) values(TEXT).get("steps"))
                .isEqualTo(List.of(
                        Map.of("gist", "Stand up.", "minutes", "", "how", "Slowly.\n\n- take a coat"),
                        Map.of("gist", "Go out", "minutes", "10", "how", ", all of you.")));
    }

    @Test
    void aSignThatCannotBeSeenIsTold() {
        Map<String, Object> verdict = judge.verdict(Map.of(
                "path",
                "practices/walk.md",
                "text",
                TEXT.replace("Walk in pairs", "Walk\u0007 in pairs").replace("Left alone", "Left\ufffe alone")));
        assertThat(String.valueOf(verdict.get("findings"))).contains("U+0007", "U+FFFE");
    }

    @Test
    void whatNobodyChangedStaysByteForByte() {
        assertThat(changed(TEXT, values(TEXT))).isEqualTo(TEXT);
        String windows = TEXT.replace("\n", "\r\n");
        assertThat(changed(windows, values(windows))).isEqualTo(windows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title|Walk alone|title:   Walk in pairs   # not|title:   Walk alone   # not",
                "summary|Say: no|summary: >\n  People sit too long.\n  Walk instead.\n|summary: \"Say: no\"\n",
                "when|When all are.|When *everybody* is tired.|When all are.",
                "time|45 minutes|roles: [member]\n|roles: [member]\ntime: 45 min\n",
                "authors|Ann\nBob|authors: [\"Ann\"]|authors:\n  - Ann\n  - Bob",
                "ask|Why?|10 min)\n\n|10 min)\n\n## Ask yourselves\n\n- Why?\n\n",
            })
    void oneChangeTouchesNothingElse(String change) {
        String[] parts = change.split("\\|");
        Map<String, Object> values = values(TEXT);
        values.put(parts[0], parts[1]);
        assertThat(changed(TEXT, values)).isEqualTo(TEXT.replace(parts[2], parts[3]));
    }

    @Test
    void aRowThatIsChangedLeavesTheOthersAsTheyWere() {
        Map<String, Object> values = values(TEXT);
        List<Map<String, Object>> steps = rows(values, "steps");
        steps.get(1).put("minutes", "15");
        values.put("steps", steps);
        List<Map<String, Object>> sources = rows(values, "sources");
        sources.get(1).put("author", "B writer");
        values.put("sources", sources);
        assertThat(changed(TEXT, values))
                .isEqualTo(TEXT.replace("(10 min)", "(15 min)")
                        .replace("**Go out**, all", "**Go out** , all")
                        .replace("- B book", "- title: B book\n  author: B writer"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> values, String name) {
        List<Map<String, Object>> rows = new ArrayList<>();
        ((List<Map<String, Object>>) values.get(name)).forEach(row -> rows.add(new LinkedHashMap<>(row)));
        return rows;
    }

    @Test
    void whatIsEmptiedGoes() {
        Map<String, Object> values = values(TEXT);
        values.put("roles", List.of());
        values.put("when", "");
        assertThat(changed(TEXT, values))
                .isEqualTo(TEXT.replace("roles: [member]\n", "")
                        .replace("## When to use\nWhen *everybody* is tired.\n\n\n", ""));
    }

    @Test
    void aNewTextIsMadeOfItsFields() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "Step: out");
        values.put("summary", "Too much talk.\nGo out.");
        values.put("roles", List.of("member", "facilitator"));
        values.put("related", List.of(Map.of("practice", "know-your-role", "reason", "")));
        values.put("when", "<b>Now</b>\n# and then\n```\n<i>");
        values.put("steps", List.of(Map.of("gist", "Go *out*", "minutes", "5", "how", "a\n\n- b"), Map.of("gist", "")));
        values.put("ask", "Why?\nWhen?");
        Map<String, Object> made = judge.written(Map.of("folder", "practices", "sections", SECTIONS, "values", values));
        assertThat(made.get("path")).isEqualTo("practices/step-out.md");
        // Windows keeps the name for a device
        values.put("title", "CON");
        assertThat(judge.written(Map.of("folder", "practices", "sections", SECTIONS, "values", values)))
                .containsEntry("path", "practices/con-1.md");
        assertThat(made.get("text")).isEqualTo("""
                ---
                title: "Step: out"
                summary: Too much talk. Go out.
                roles: [member, facilitator]
                related:
                  know-your-role:
                ---

                ## When to use

                \\<b>Now\\</b>
                ### and then
                ```
                <i>
                ```

                ## What to do

                1. **Go \\*out\\*.** a (5 min)

                   - b

                ## Ask yourselves

                - Why?
                - When?
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 | Out. | **Go.** Out. (8 min) | 8 min",
                "1.5 h | Out. | **Go.** Out. (1.5 h) | 1 hour 30 min",
                "1 h 30 min | - a;- b | **Go.** (1 h 30 min);;   - a;   - b | 1 hour 30 min",
                "5–10 min | Out.;- a | **Go.** Out. (5–10 min);   - a | 10 min",
                "ten | Out.;;```;x;``` | **Go.** Out. (ten min);;   ```;   x;   ``` | 10 min",
                "(8 min) | a;;b | **Go.** a (8 min);;   b | 8 min",
                "soon | Out. | **Go.** Out. (soon min) | told",
                "0 | Out. | **Go.** Out. (0 min) | told",
                "-5 | Out. | **Go.** Out. (-5 min) | told",
                "8 min each | Out. | **Go.** Out. (8 min each) | told"
            })
    void theTimeOfAStepStandsAtItsFirstLineAndIsToldWhereItIsNone(
            String typed, String how, String written, String sum) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "Step out");
        values.put("summary", "Too much talk. Go out.");
        values.put("steps", List.of(Map.of("gist", "Go", "minutes", typed, "how", how.replace(';', '\n'))));
        String text = (String) judge.written(Map.of("folder", "practices", "sections", SECTIONS, "values", values))
                .get("text");
        assertThat(text).endsWith("1. " + written.replace(';', '\n') + "\n");
        Map<String, Object> asked = Map.of("path", "practices/step-out.md", "text", text, "sections", SECTIONS);
        Map<String, Object> verdict = judge.verdict(asked);
        if (sum.equals("told")) {
            assertThat(fields(verdict)).contains("step-time in steps");
            assertThat((String) verdict.get("preview")).doesNotContain("class=\"minutes\"");
        } else {
            assertThat(fields(verdict)).doesNotContain("step-time in steps");
            assertThat((String) verdict.get("preview")).contains("class=\"minutes\"", sum + " in all");
        }
        Map<?, ?> read = (Map<?, ?>) judge.fields(asked).get("values");
        assertThat((String) ((Map<?, ?>) ((List<?>) read.get("steps")).get(0)).get("how"))
                .isEqualTo(how.replace(';', '\n'));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12, date-future",
        "2027, date-future",
        "2026-11, ''",
        "2026-11-28, ''",
        "05/2026, date-order",
        "5.2026, date-order",
        "2026/05, date-order",
        "May 2026, date-words",
        "17 May 2026, date-words"
    })
    void aDateIsUnderstoodOrTold(String when, String told) {
        String text = "---\ntitle: We walked\npractices: [know-your-role]\nresult: mixed\nlesson: Rain is wet.\nwhen: "
                + when + "\nshared_by: Ann\n---\n\n## What happened\n\nRain.\n";
        Map<String, Object> verdict = judge.verdict(
                Map.of("path", "attempts/we-walked.md", "text", text, "sections", List.of(), "today", "2026-11-27"));
        List<String> dates = fields(verdict).stream()
                .filter(finding -> finding.startsWith("date-"))
                .toList();
        assertThat(dates).isEqualTo(told.isEmpty() ? List.of() : List.of(told + " in when"));
    }

    @Test
    void aFindingIsToldAtItsField() {
        Map<String, Object> verdict = judge.verdict(Map.of(
                "path",
                "practices/walk.md",
                "text",
                TEXT.replace("[member]", "[membr]").replace("*everybody*", "[x](nowhere.md)"),
                "sections",
                SECTIONS));
        assertThat(fields(verdict)).contains("unknown-role in roles", "broken-link in when", "unknown-key in text");
        assertThat((String) verdict.get("preview")).contains("<h2>Walk in pairs</h2>", "class=\"broken\"");
    }

    @Test
    void aHeadingOfAnotherTextIsAskedForAndThenKnown() {
        String text = TEXT.replace("*everybody*", "[x](know-your-role.md#what-to-do)");
        Map<String, Object> asked =
                new LinkedHashMap<>(Map.of("path", "practices/walk.md", "text", text, "sections", SECTIONS));
        assertThat(judge.verdict(asked).get("needs")).isEqualTo(List.of("practices/know-your-role.md"));
        asked.put("texts", Map.of("practices/know-your-role.md", SmallPlaybook.ROLE));
        Map<String, Object> verdict = judge.verdict(asked);
        assertThat(verdict.get("needs")).isEqualTo(List.of());
        assertThat(fields(verdict)).noneMatch(finding -> finding.startsWith("broken"));
    }

    @Test
    void aNameThatIsTakenIsTold() {
        Map<String, Object> verdict = judge.verdict(Map.of(
                "path",
                "practices/leave-room.md",
                "text",
                "---\ntitle: Leave room\nsummary: x\n---\n",
                "fresh",
                true,
                "sections",
                SECTIONS));
        assertThat(fields(verdict)).contains("slug-twice in title");
    }

    @SuppressWarnings("unchecked")
    private static List<String> fields(Map<String, Object> verdict) {
        return ((List<Map<String, Object>>) verdict.get("findings"))
                .stream()
                        .map(finding -> finding.get("code") + " in " + finding.get("field"))
                        .toList();
    }
}
