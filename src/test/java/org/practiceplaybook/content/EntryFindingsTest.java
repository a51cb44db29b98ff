package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.content.value.Experience;
import org.practiceplaybook.content.value.GroupRange;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.markdown.PageMarkdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Findings;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/** What is said of an entry's front matter: where, in which words, and with which line to paste. */
class EntryFindingsTest {
    private static final QuotationMarks MARKS = QuotationMarks.of("en");
    private static final EntryReader READER = new EntryReader(PageMarkdown.of(MARKS), MARKS, Model.USUAL, Sketch::of);

    private static FileReading read(String kind, String text) {
        SourceFile file = new SourceFile(kind + ".md", text);
        return switch (kind) {
            case "practice" -> READER.practice(file, "a-b");
            case "attempt" -> READER.attempt(file, "a-b");
            case "pathway" -> READER.pathway(file, "a-b");
            default -> READER.page(file, "a-b");
        };
    }

    private static Practice practice(String fields) {
        return (Practice) read("practice", "---\ntitle: A\nsummary: B.\n" + fields + "\n---\n")
                .entry()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}: {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "practice | --- NL summary: B. NL --- | error title-missing practice.md:1:1 the title is missing |  | write a line between the --- lines: title: A b",
                "practice | --- NL title: NL summary: B. NL --- | error title-missing practice.md:2:1 the title is empty |  | write something behind the colon: title: A b",
                "practice | --- NL title: A NL --- | error summary-missing practice.md:1:1 the summary is missing |  | write a line between the --- lines: summary: …",
                "practice | --- NL title: [Title here] NL summary: B. NL --- | advice brackets practice.md:2:8 title stands in square brackets | title: Title here | take the brackets away",
                "practice | --- NL titel: A NL summary: B. NL title: A NL --- | advice unknown-key practice.md:2:1 the playbook has no field called \"titel\" |  | take the line out, or write it in the text below",
                "practice | --- NL title: A NL summary: B. NL rolls: [x] NL --- | advice unknown-key practice.md:4:1 the playbook has no field called \"rolls\" | roles: [x] | ",
                "practice | --- NL Title: A NL summary: B. NL --- | advice key-case practice.md:2:1 the field is called \"title\", not \"Title\" | title: A | ",
                "practice | --- NL title: A NL summary: B. NL replaced-by: x NL --- | advice key-case practice.md:4:1 the field is called \"replaced_by\", not \"replaced-by\" | replaced_by: x | ",
                "practice | --- NL title: A NL summary: B. NL time: 15min NL --- | advice time-spelling practice.md:4:7 the playbook writes this time as \"15 min\" | time: 15 min | ",
                "practice | --- NL title: A NL summary: B. NL time: a while NL --- | advice time-form practice.md:4:7 \"a while\" is not understood as a time |  | write it like this: 45 min, 1-2 h, 20 min per person, ongoing",
                "practice | --- NL title: A NL summary: B. NL group: many NL --- | advice group-form practice.md:4:8 \"many\" is not understood as a number of people |  | write it like this: 6, 4-12, 8+, any",
                "practice | --- NL title: A NL summary: B. NL reviewed: 2026 NL --- | advice reviewed-form practice.md:4:11 \"2026\" is not understood as a date |  | write it like this: 2026-05 or 2026-05-17",
                "practice | --- NL title: A NL summary: B. NL reviewed: 2026-05-17T10:00:00+02:00 NL --- | advice date-time practice.md:4:11 a date has no time of the day and no time zone | reviewed: 2026-05-17 | ",
                "practice | --- NL title: A NL summary: B. NL state: drafft NL --- | advice state-value practice.md:4:8 state cannot be \"drafft\" | state: draft | write one of: live, draft, retired",
                "practice | --- NL title: A NL summary: B. NL materials: NL   - Note: pens NL --- | advice colon-item practice.md:5:5 a line of materials has a colon in it |   - \"Note: pens\" | put quotation marks round it",
                "practice | --- NL title: A NL summary: B. NL sources: NL   - author: X NL --- | advice source-title practice.md:5:5 a source has no title |  | add a line: title: …",
                "practice | --- NL title: A NL summary: B. NL sources: NL   - {url: javascript:x, title: X, author: Y} NL --- | error unsafe-link practice.md:5:11 this kind of address is not allowed |  | link to a page of the web",
                "practice | --- NL title: A NL summary: B. NL sources: NL   - {url: example.org/a, title: X, author: Y} NL --- | advice url-form practice.md:5:11 an address begins with https:// |   - {url: https://example.org/a, title: X, author: Y} | ",
                "practice | --- NL title: “A” NL summary: B. NL --- | advice curly-quotes practice.md:2:8 curly quotation marks are shown as part of the text | title: \"A\" | use straight ones",
                "practice | title: A NL summary: B. | error fence-missing practice.md:1:1 the first --- line is missing | --- NL title: A | put a line with --- before this one",
                "practice | --- NL title: A NL summary: B. NL  NL ## Text | error fence-missing practice.md:3:1 the second --- line is missing |  | put a line with --- after this one",
                "practice | —- NL title: A NL summary: B. NL --- | error fence-form practice.md:1:1 the first line must be three hyphens | --- | write --- with the hyphen key, three times",
                "practice | --- NL title: A NL summary: B. NL --- NL # A | advice heading-one practice.md:5:3 the title stands in the front matter already |  | take this line out",
                "attempt | --- NL title: A NL result: mixed NL lesson: L. NL --- | error practices-missing attempt.md:1:1 the practices are missing |  | write a line between the --- lines: practices: [know-your-role]; where it was not tried: led_to: [know-your-role]",
                "attempt | --- NL title: A NL practices: [x] NL lesson: L. NL --- | error result-missing attempt.md:1:1 the result is missing |  | write a line between the --- lines: result: went-well, mixed or fell-short",
                "attempt | --- NL title: A NL practices: [x] NL result: went wel NL lesson: L. NL --- | error result-value attempt.md:4:9 result cannot be \"went wel\" | result: went-well | write one of: went-well, mixed, fell-short",
                "pathway | --- NL title: A NL summary: B. NL steps: NL   - why: x NL   - y NL   - z NL --- | error step-practice pathway.md:5:5 this step names no practice |  | add a line with the name of its file, without .md: practice: …",
                "pathway | --- NL title: A NL summary: B. NL steps: [x] NL --- | advice steps-number pathway.md:4:1 a pathway has 2 to 10 steps, this one has 1 |  | write each step as: - practice: know-your-role",
            })
    void saysWhereAndWhat(String kind, String text, String line, String corrected, String remedy) {
        List<Diagnostic> found = new ArrayList<>(
                read(kind, text.replaceAll(" NL ?", "\n") + "\n").diagnostics());
        found.sort(Diagnostic.ORDER);

        assertThat(Findings.lines(found)).containsExactly(line);
        String lineToPaste = corrected == null ? "" : corrected.replaceAll(" NL ?", "\n");
        if (!lineToPaste.isEmpty()) {
            assertThat(Findings.corrected(found.get(0)).strip()).isEqualTo(lineToPaste.strip());
        }
        assertThat(found.get(0).remedy()).isEqualTo(remedy == null ? "" : remedy);
    }

    @ParameterizedTest(name = "{0} longer than {1}")
    @CsvSource({"title, 60", "summary, 240"})
    void countsLettersNotCodeUnits(String key, int longest) {
        String other = key.equals("title") ? "summary" : "title";
        String just = "---\n" + other + ": x\n" + key + ": " + "😀".repeat(longest) + "\n---\n";
        String over = "---\n" + other + ": x\n" + key + ": " + "😀".repeat(longest + 1) + "\n---\n";

        assertThat(read("practice", just).diagnostics()).isEmpty();
        assertThat(Findings.lines(read("practice", over).diagnostics()))
                .containsExactly("advice " + key + "-long practice.md:3:" + (key.length() + 3) + " the " + key
                        + " is longer than " + longest + " characters");
    }

    @Test
    void aWholePracticeIsReadWithoutAFinding() {
        Practice practice =
                practice("challenges: [too-much]\nroles: network, partner\nleverage:\n  - goals\n  - mindset\n"
                        + "phases: [act]\ntime: 30–45 min\ngroup: 4-12\nexperience: First time\nmaterials: [pens, 'paper, white']\n"
                        + "related:\n  fail-first: Because it\n    says so\n  pause:\nsources:\n  - Just a title\n"
                        + "  - {title: T, author: A, year: 1999, url: 'https://example.org/x', note: N}\nauthors: [A, B]\naka: [old-name]\n"
                        + "reviewed: 2026-05\nstate: retired\nreplaced_by: new-one");

        assertThat(practice.terms().of(Fields.ROLES)).extracting(Located::value).containsExactly("network", "partner");
        assertThat(practice.terms().of(Fields.LEVERAGE))
                .extracting(Located::value)
                .containsExactly("goals", "mindset");
        assertThat(practice.time().orElseThrow().canonical()).isEqualTo("30-45 min");
        assertThat(practice.group()).contains(new GroupRange(4, 12));
        assertThat(practice.experience()).contains(Experience.FIRST_TIME);
        assertThat(practice.materials()).containsExactly("pens", "paper, white");
        assertThat(practice.related())
                .extracting(r -> r.slug().value() + ": " + r.reason())
                .containsExactly("fail-first: Because it says so", "pause: ");
        assertThat(practice.sources()).extracting(Citation::title).containsExactly("Just a title", "T");
        assertThat(practice.sources().get(1).url().orElseThrow().value()).isEqualTo("https://example.org/x");
        assertThat(practice.reviewed().orElseThrow().iso()).isEqualTo("2026-05");
        assertThat(practice.state()).isEqualTo(State.RETIRED);
        assertThat(practice.replacedBy().orElseThrow().value()).isEqualTo("new-one");
        assertThat(practice.isStub()).isTrue();
        SourceFile file = practice.file();
        assertThat(practice.terms().of(Fields.ROLES))
                .extracting(role -> file.slice(role.span()))
                .containsExactly("network", "partner");
    }

    @Test
    void nothingOfABrokenEntryIsLost() {
        Practice practice =
                (Practice) read("practice", "---\ntitle: Know: your role\nsummary: B.\n---\n\n## Steps\n\n- one\n")
                        .entry()
                        .orElseThrow();

        assertThat(practice.title().value()).isEqualTo("Know: your role");
        assertThat(practice.file().slice(practice.summary().span())).isEqualTo("B.");
        assertThat(practice.body().headings()).hasSize(1);
    }

    @Test
    void aPageNeedsNothing() {
        for (String text : List.of("", "text\n", "---\n\ntext\n", "\n\n* * *\n")) {
            FileReading reading = read("page", text);

            assertThat(reading.diagnostics()).as(text).isEmpty();
            assertThat(reading.entry().orElseThrow().title().value()).isEqualTo("A b");
        }
        assertThat(read("page", "text\n\n## First *heading*\n")
                        .entry()
                        .orElseThrow()
                        .title()
                        .value())
                .isEqualTo("First heading");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "time: half an hour | time-words | 30 min",
                "time: an hour and a half | time-words | 90 min",
                "time: all day | time-words | 1 day",
                "time: '1:30' | time-words | 90 min",
                "time: about 30 | time-unit | ",
                "time: 45 min each evening | time-form | ",
                "group: at least 8 | group-words | 8+",
                "group: '>= 8' | group-words | 8+",
                "group: up to 12 people | group-words | 1-12",
                "group: 5 of us or so | group-form | "
            })
    void whatIsUnderstoodWholeIsCorrectedAndNothingElse(String line, String rule, String instead) {
        var found = read("practice", "---\ntitle: T\nsummary: S\n" + line + "\n---\n")
                .diagnostics();
        assertThat(found).extracting(Diagnostic::code).containsExactly(rule);
        assertThat(found.get(0).edit().map(edit -> edit.text()).orElse(null)).isEqualTo(instead);
    }
}
