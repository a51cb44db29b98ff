package org.practiceplaybook.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.check.SmallPlaybook;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Findings as terminals, workflows, code scanning and programs read them. */
class ReportsTest {
    private static final SourceFile FILE = new SourceFile("practices/a, b:c.md", "---\ntitle: 😀 100% \u0007 x\n---\n");
    private static final Diagnostic HOSTILE = Diagnostic.of(
                    RuleCode.TITLE_PLACEHOLDER,
                    FILE.at(new Span(11, 13)),
                    "100% of \"::set-output name=a::b\"\n::error::x ##[add-path]y")
            .label("a\rb")
            .effect("<img src=x> | `code` **bold**")
            .replaceBy("new");

    @TempDir
    private Path folder;

    private List<Diagnostic> ofEveryKind() {
        SmallPlaybook.write(folder);
        SmallPlaybook.write(
                folder,
                "practices/a-walk.md",
                "---\ntitle: Walks: a way\nsummary: People sit.\ntime: 15min\nroles: [x]\n---\n[a](b.md)\n");
        SmallPlaybook.write(
                folder, "practices/ä walk.md", "---\nTitle: [A]\nsummary: 😀 😀\nroles: [facilitater]\n---\n");
        SmallPlaybook.write(folder, "notes.md", "Lost.");
        List<Diagnostic> found = new ArrayList<>(SmallPlaybook.check(folder));
        found.add(HOSTILE);
        return found;
    }

    private static List<Error> validate(String schema, SpecificationVersion version, String json) throws IOException {
        try (InputStream in = ReportsTest.class.getResourceAsStream(schema)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(version)
                    .getSchema(text)
                    .validate(
                            json,
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }

    private static List<Error> sarif(String json) throws IOException {
        return validate("/sarif/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7, json);
    }

    @Test
    void sarifIsValidByItsOfficialSchema() throws IOException {
        List<Diagnostic> found = ofEveryKind();
        assertThat(found).hasSizeGreaterThan(8);
        String json = new SarifReport("content/", "1.2.3").of(Findings.of(found, false));
        assertThat(sarif(json)).isEmpty();
        assertThat(json)
                .contains("\"uri\":\"content/practices/%C3%A4%20walk.md\"")
                .contains("\"columnKind\":\"unicodeCodePoints\"")
                .contains("\"startLine\":2,\"startColumn\":8,\"endLine\":2,\"endColumn\":9");
    }

    @Test
    void theSchemaWouldNoticeAMistake() throws IOException {
        String json = new SarifReport("", "1").of(Findings.of(List.of(HOSTILE), false));
        assertThat(sarif(json.replace("\"startLine\":2", "\"startLine\":0"))).isNotEmpty();
    }

    @Test
    void gitLabGetsACodeQualityReport() {
        List<Diagnostic> found = ofEveryKind();
        Findings findings = Findings.of(found, Set.of(found.get(0)), Set.of(), false);
        Object report =
                new Load(LoadSettings.builder().build()).loadFromString(new GitlabReport("content/").of(findings));
        List<?> entries = (List<?>) report;
        assertThat(entries).as("what was there before is left out").hasSize(found.size() - 1);
        Set<Object> fingerprints = new java.util.HashSet<>();
        for (Object one : entries) {
            java.util.Map<?, ?> entry = (java.util.Map<?, ?>) one;
            assertThat(entry.keySet().stream().map(Object::toString))
                    .containsExactlyInAnyOrder("description", "check_name", "fingerprint", "severity", "location");
            assertThat(String.valueOf(entry.get("severity"))).isIn("info", "major");
            assertThat(fingerprints.add(entry.get("fingerprint"))).isTrue();
            java.util.Map<?, ?> location = (java.util.Map<?, ?>) entry.get("location");
            assertThat(String.valueOf(location.get("path"))).startsWith("content/");
            assertThat((Integer) ((java.util.Map<?, ?>) location.get("lines")).get("begin"))
                    .isPositive();
        }
        assertThat(new GitlabReport("").of(Findings.of(List.of(), false)).strip())
                .isEqualTo("[]");
    }

    @Test
    void aFindingHasTheSameFingerprintInAnotherLine() {
        SmallPlaybook.write(folder);
        String text = "---\ntitle: A walk\nsummary: People sit.\nroles: [x]\n---\n";
        SmallPlaybook.write(folder, "practices/a-walk.md", text);
        String before = new GitlabReport("").of(Findings.of(SmallPlaybook.check(folder), false));
        SmallPlaybook.write(folder, "practices/a-walk.md", text.replace("roles", "# A note.\nroles"));
        String after = new GitlabReport("").of(Findings.of(SmallPlaybook.check(folder), false));
        assertThat(after).isNotEqualTo(before);
        assertThat(after.replaceAll("\"begin\":\\d+", "")).isEqualTo(before.replaceAll("\"begin\":\\d+", ""));
    }

    @Test
    void anEmptyListIsSarifToo() throws IOException {
        assertThat(sarif(new SarifReport("", "1").of(Findings.of(List.of(), false))))
                .isEmpty();
    }

    @Test
    void sarifTellsTheKnownFromTheNew() {
        String json = new SarifReport("", "1").of(Findings.of(List.of(HOSTILE), Set.of(HOSTILE), Set.of(), false));
        assertThat(json).contains("\"baselineState\":\"unchanged\"");
    }

    @Test
    void jsonIsAsItsOwnSchemaSays() throws IOException {
        String json = new JsonReport("content/", "1.2.3").of(Findings.of(ofEveryKind(), false));
        assertThat(validate("/report/findings.schema.json", SpecificationVersion.DRAFT_2020_12, json))
                .isEmpty();
        assertThat(json)
                .startsWith("{\"form\":1,\"version\":\"1.2.3\",\"passed\":false,\"errors\":")
                .contains("{\"rule\":\"time-spelling\"")
                .contains("\"certain\":true")
                .contains("\"certain\":false");
    }

    @Test
    void noWordOfAContributorBecomesAWorkflowCommand() {
        String out = new GithubReport("").commands(Findings.of(List.of(HOSTILE), false));
        assertThat(out.lines()).hasSize(2);
        assertThat(out)
                .startsWith("::error file=practices/a%2C b%3Ac.md,line=2,endLine=2,col=8,endColumn=9,"
                        + "title=Error%3A title-placeholder::100%25 of \"::set-output name=a::b\"\uFFFD::error::x")
                .contains("%0AA reader would see <img");
        List<Diagnostic> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(HOSTILE);
        }
        assertThat(new GithubReport("")
                        .commands(Findings.of(many, false))
                        .lines()
                        .filter(line -> line.contains("##[")))
                .allMatch(line -> line.startsWith("::error file="));
        assertThat(new GithubReport("")
                        .commands(Findings.of(many, false))
                        .lines()
                        .skip(10))
                .hasSize(3)
                .noneMatch(line -> line.contains("::"));
    }

    @Test
    void aPracticeThatWasTakenAwayIsNamedBeforeTheManyLinksThatItBreaks() {
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            SourceFile file = new SourceFile("practices/p" + i + ".md", "title\n");
            found.add(Diagnostic.of(RuleCode.BROKEN_LINK, file.at(new Span(0, 5)), "m" + i));
        }
        found.add(Diagnostic.of(
                RuleCode.REMOVED_LINKED, SourceFile.unread("practices/zoo.md").whole(), "taken away"));
        String out =
                new GithubReport("content/").commands(Findings.of(found, Set.of(), Set.of("practices/p38.md"), false));
        assertThat(out.lines().limit(2))
                .satisfiesExactly(
                        line -> assertThat(line).contains("::error file=content/practices/zoo.md"),
                        line -> assertThat(line).contains("::error file=content/practices/p38.md"));
    }

    @Test
    void filesOfTheChangeGetTheAnnotations() {
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            SourceFile file = new SourceFile("practices/p" + i + ".md", "title\n");
            found.add(Diagnostic.of(RuleCode.TITLE_MISSING, file.at(new Span(0, 5)), "m" + i));
            found.add(Diagnostic.of(RuleCode.TITLE_LONG, file.at(new Span(0, 5)), "a" + i));
        }
        Set<Diagnostic> none = Set.of();
        String out = new GithubReport("content/")
                .commands(Findings.of(found, none, Set.of("practices/p38.md", "practices/p39.md"), false));
        assertThat(out.lines().filter(line -> line.startsWith("::error "))).hasSize(10);
        assertThat(out.lines().filter(line -> line.startsWith("::notice "))).hasSize(10);
        assertThat(out.lines().limit(4))
                .satisfiesExactly(
                        line -> assertThat(line).contains("::error file=content/practices/p38.md"),
                        line -> assertThat(line).contains("::error file=content/practices/p39.md"),
                        line -> assertThat(line).contains("::notice file=content/practices/p38.md"),
                        line -> assertThat(line).contains("::notice file=content/practices/p39.md"));
        assertThat(out).endsWith("30 errors, 30 pieces of advice.\n");
    }

    @Test
    void theSummaryHoldsAllAndNoMarkup() {
        String summary = new GithubReport("content/").summary(Findings.of(List.of(HOSTILE), false));
        assertThat(summary)
                .contains("&lt;img src=x\\> \\| \\`code\\` \\*\\*bold\\*\\*")
                .doesNotContain("<img")
                .contains("### content/practices/a, b:c.md");
    }

    @Test
    void theSummaryKeepsLinesApart() {
        String summary = new GithubReport("content/").summary(Findings.of(ofEveryKind(), false));
        assertThat(summary.lines().filter(line -> line.startsWith("- ")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("  "), "a line break in Markdown");
        assertThat(summary).doesNotContainPattern("[^\\n]\\n#").endsWith("\n\n");
    }

    @Test
    void theSummaryStopsBeforeGithubWouldRefuseIt() {
        List<Diagnostic> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            SourceFile file = new SourceFile("practices/p" + i + ".md", FILE.text());
            many.add(new Diagnostic(
                    HOSTILE.rule(),
                    file.at(HOSTILE.place().span()),
                    HOSTILE.message(),
                    HOSTILE.label(),
                    HOSTILE.effect(),
                    HOSTILE.remedy(),
                    HOSTILE.edit()));
        }
        String summary = new GithubReport("").summary(Findings.of(many, false));
        assertThat(summary.getBytes(StandardCharsets.UTF_8).length).isBetween(500_000, 1 << 20);
        assertThat(summary.strip()).endsWith("too many for this page. All of them: `playbook check`");
    }

    @Test
    void theTerminalIsNotSteeredByWhatIsTold() {
        assertThat(new TextReport("", false).of(List.of(HOSTILE)))
                .doesNotContain("\u0007")
                .doesNotContain("\r")
                .contains("2 | title: 😀 100% \uFFFD x\n     |        ^^ a\uFFFDb");
        assertThat(new TextReport("", true).of(List.of(HOSTILE))).contains("\u001b[1;31merror\u001b[0m: 100%");
    }

    @Test
    void tellsLineEndsInADiffWithoutShowingThem() {
        assertThat(UnifiedDiff.of("a.md", "\uFEFFone\r\ntwo\r\n", "one\n2\n"))
                .isEqualTo(
                        "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n(the byte order mark at its start is taken out)\n(2 lines end with LF instead of CR LF)\n");
    }

    // ---- very much of one kind

    private static final String LONG = "- [a](gone-1.md) ".repeat(28_000);

    /** A line of 480 KB with many links that lead nowhere, and one mistake of another kind, as every format tells them. */
    private static List<Diagnostic> brokenLine() {
        SourceFile file = new SourceFile("pages/long.md", "---\ntitle: T\n---\n" + LONG + "\n");
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int at = 17 + i * 17 + 6;
            found.add(Diagnostic.of(
                            RuleCode.BROKEN_LINK, file.at(new Span(at, at + 9)), "there is nothing at \"gone-1.md\"")
                    .replaceBy("gone.md"));
        }
        found.add(Diagnostic.of(RuleCode.TITLE_LONG, file.at(new Span(11, 12)), "the title is short"));
        return found;
    }

    static List<String> formats(List<Diagnostic> found) {
        Findings findings = Findings.of(found, false);
        return List.of(
                new TextReport("content/", false).of(found),
                new TextReport("content/", false).known(found),
                new GithubReport("content/").commands(findings),
                new GithubReport("content/").summary(findings),
                new SarifReport("content/", "1").of(findings),
                new JsonReport("content/", "1").of(findings));
    }

    @Test
    void aLongLineIsQuotedAroundItsCaretAndTwentyOfAKindAreToldInEveryFormat() {
        List<Diagnostic> found = brokenLine();
        for (String told : formats(found)) {
            assertThat(told.length()).isLessThan(25_000);
            assertThat(told).containsAnyOf("nd 4980 more of this kind in this file", "\"more\":4980");
            assertThat(told).contains("the title is short");
        }
        String text = formats(found).get(0);
        assertThat(text.lines()).allMatch(line -> line.length() <= 150);
        assertThat(text).contains("     = write: …").contains("   5000  broken-link\n");
        assertThat(text.split("error: there is nothing", -1)).hasSize(21);
    }

    @Test
    void allAreCountedWhateverIsListed() throws IOException {
        Findings findings = Findings.of(brokenLine(), false);
        String json = new JsonReport("", "1").of(findings);
        assertThat(json).contains("\"passed\":false,\"errors\":5000,\"advice\":1,");
        assertThat(json.split("\"rule\":", -1)).hasSize(22);
        assertThat(validate("/report/findings.schema.json", SpecificationVersion.DRAFT_2020_12, json))
                .isEmpty();
        String sarif = new SarifReport("", "1").of(findings);
        assertThat(sarif(sarif)).isEmpty();
        assertThat(sarif).contains("And 4980 more of this kind in this file.", "\"properties\":{\"more\":4980}");
        assertThat(findings.count()).isEqualTo("5000 errors, 1 piece of advice.");
        assertThat(new GithubReport("").commands(findings)).endsWith("5000 errors, 1 piece of advice.\n");
    }

    @Test
    void twentyOfAKindAreAllTold() {
        List<Diagnostic> twenty = brokenLine().subList(0, 20);
        for (String told : formats(twenty)) {
            assertThat(told).doesNotContain("of this kind in this file", "\"more\"");
        }
        List<Diagnostic> more = new ArrayList<>(twenty);
        SourceFile other = new SourceFile("pages/other.md", "x");
        more.add(Diagnostic.of(RuleCode.BROKEN_LINK, other.at(new Span(0, 1)), "of another file"));
        more.add(Diagnostic.of(RuleCode.IMAGE_MISSING, twenty.get(0).place(), "of another kind"));
        for (String told : formats(more)) {
            assertThat(told).contains("of another file", "of another kind").doesNotContain("of this kind in this file");
        }
    }

    @Test
    void whatAMessageQuotesIsCutToo() {
        String huge = "x".repeat(300_000);
        Diagnostic error = Diagnostic.of(
                        RuleCode.BROKEN_LINK, FILE.at(new Span(11, 13)), "there is nothing at \"" + huge + "\"")
                .label(huge)
                .effect(huge)
                .remedy(huge)
                .replaceBy("short");
        for (String told : formats(List.of(error))) {
            assertThat(told.length()).isLessThan(4_000);
        }
    }

    // ---- nothing is a command

    @Test
    void inNoFormatIsAnythingACommandForAWorkflow() {
        SourceFile file = new SourceFile(
                "::error::.md",
                "::add-mask::a\n\u00a0::stop-commands::x\n\u200b::error::b ##[add-matcher]c ##vso[task]d\n");
        List<Diagnostic> found = List.of(
                Diagnostic.of(RuleCode.TIME_SPELLING, file.at(new Span(0, 13)), "::error::m ##[error]m")
                        .label("::error::l ##[error]l")
                        .effect("::error::e ##[error]e")
                        .remedy("::error::r ##[error]r")
                        .replaceBy("::error::w\n\u00a0::error::w\n##[error]w ##vso[x]w"),
                Diagnostic.of(RuleCode.TITLE_LONG, file.whole(), "##[error]m").label("::error::l"));
        List<String> all = new ArrayList<>(formats(found));
        all.add(new TextReport("", false).of(found));
        all.add(new TextReport("", true).of(found));
        all.add(UnifiedDiff.of("::error::.md", file.text(), file.text() + "::error::x\n##[error]y\n"));
        for (String told : all) {
            for (String line : told.split("\r?\n|\r")) {
                if (!line.startsWith("::error file=%3A%3Aerror")
                        && !line.startsWith("::notice file=")
                        && !line.startsWith("::error file=content/")
                        && !line.startsWith("::notice file=content/")) {
                    assertThat(line.replaceAll("^[\\s\\p{Z}\\p{Cf}]+(?=::)", ""))
                            .doesNotStartWith("::");
                }
                assertThat(line).doesNotContain("##[").doesNotContainIgnoringCase("##vso[");
            }
        }
    }

    @Test
    void whatIsPlainStaysSo() {
        for (String text : List.of("::a", " ::a", "##[a", "a::b", "#:##[::", "\u200b::x", "###[x")) {
            assertThat(ControlCodes.line(ControlCodes.line(text))).isEqualTo(ControlCodes.line(text));
        }
        assertThat(ControlCodes.line("a::b")).isEqualTo("a::b");
        assertThat(ControlCodes.line("## [a](b)")).isEqualTo("## [a](b)");
    }
}
