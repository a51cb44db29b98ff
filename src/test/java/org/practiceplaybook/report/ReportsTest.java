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
            many.add(HOSTILE);
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
}
