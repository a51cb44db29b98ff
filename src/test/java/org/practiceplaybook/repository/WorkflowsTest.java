package org.practiceplaybook.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Workflows run code of strangers: they may do little, and what they use is what was looked at. */
class WorkflowsTest {
    private static final Path OURS = Path.of(".github/workflows");
    private static final Path OF_A_NEW_PLAYBOOK = Path.of("src/main/resources/bundled/repository/dot-github/workflows");
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");
    private static final Pattern USES = Pattern.compile("uses:\\s*(\\S+)(.*)");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{");
    private static final Set<String> ELEMENTS = Set.of("markdown", "input", "textarea", "dropdown", "checkboxes");

    static List<Path> workflows() throws IOException {
        List<Path> workflows = new ArrayList<>(files(OURS.toString()));
        workflows.addAll(files(OF_A_NEW_PLAYBOOK.toString()));
        return workflows;
    }

    /** Those that a new playbook has, in both places. */
    static List<Path> promised() {
        return Stream.of("check.yml", "links.yml", "publish.yml", "receive.yml")
                .flatMap(name -> Stream.of(OURS.resolve(name), OF_A_NEW_PLAYBOOK.resolve(name)))
                .toList();
    }

    static List<Path> pipelines() {
        return List.of(Path.of(".gitlab-ci.yml"), Path.of("src/main/resources/bundled/repository/dot-gitlab-ci.yml"));
    }

    static List<Path> forms() throws IOException {
        return files(".github/ISSUE_TEMPLATE").stream()
                .filter(path -> !path.endsWith("config.yml"))
                .toList();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList();
        }
    }

    private static Map<?, ?> yaml(Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    private static List<Map<?, ?>> jobs(Path file) throws IOException {
        return ((Map<?, ?>) yaml(file).get("jobs"))
                .values().stream().<Map<?, ?>>map(job -> (Map<?, ?>) job).toList();
    }

    private static List<Map<?, ?>> steps(Path file) throws IOException {
        List<Map<?, ?>> steps = new ArrayList<>();
        for (Map<?, ?> job : jobs(file)) {
            ((List<?>) job.get("steps")).forEach(step -> steps.add((Map<?, ?>) step));
        }
        return steps;
    }

    @Test
    void thereAreThoseThatArePromised() throws IOException {
        assertThat(workflows()).containsAll(promised());
        assertThat(forms().stream().map(path -> path.getFileName().toString()))
                .containsExactly("ask.yml", "attempt.yml", "practice.yml", "problem.yml");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everythingUsedIsOneCommitWithItsVersionBesideIt(Path file) throws IOException {
        List<String> used = new ArrayList<>();
        Matcher uses = USES.matcher(Files.readString(file));
        while (uses.find()) {
            used.add(uses.group(1));
            assertThat(uses.group(1)).matches(PINNED);
            assertThat(uses.group(2)).matches("\\s+# v\\d+\\.\\d+\\.\\d+");
        }
        assertThat(steps(file).stream().map(step -> step.get("uses")).filter(step -> step != null))
                .as("nothing is used where the pattern does not see it")
                .hasSameSizeAs(used);
        for (Map<?, ?> job : jobs(file)) {
            assertThat(job.containsKey("uses"))
                    .as("a workflow of somebody else")
                    .isFalse();
        }
    }

    @Test
    void anActionIsTheSameCommitEverywhere() throws IOException {
        Map<String, Set<String>> commits = new TreeMap<>();
        for (Path file : workflows()) {
            Matcher uses = USES.matcher(Files.readString(file));
            while (uses.find()) {
                String[] action = uses.group(1).split("@", 2);
                commits.computeIfAbsent(action[0], unused -> new TreeSet<>()).add(action[1] + uses.group(2));
            }
        }
        assertThat(commits)
                .hasSizeGreaterThan(3)
                .allSatisfy((action, used) -> assertThat(used).as(action).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check.yml", "links.yml", "publish.yml", "receive.yml"})
    void aNewPlaybookDoesWhatWeDoWithoutMaven(String name) throws IOException {
        String kept = "      - uses: actions/cache@[0-9a-f]{40} # v[0-9.]+\n        with:\n"
                + "          path: ~/\\.cache/practice-playbook\n"
                + "          key: playbook-\\$\\{\\{ hashFiles\\('\\.playbook/program\\.properties'\\) }}\n";
        String ours = Files.readString(OURS.resolve(name))
                .replaceAll("(?m)^ *cache: maven\n", "")
                // the handbook of the program is ours alone
                .replaceAll("(?m)^      - name: Make the handbook[^\n]*\n(?: {8}[^\n]*\n)+", "")
                .replace("./playbook ", "sh playbook "); // an upload by hand loses the right to run it
        String theirs = Files.readString(OF_A_NEW_PLAYBOOK.resolve(name));
        assertThat(theirs).containsPattern(kept);
        assertThat(theirs.replaceFirst(kept, "")).isEqualTo(ours);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void noneRunsStrangersCodeWithRights(Path file) throws IOException {
        Map<?, ?> workflow = yaml(file);
        assertThat(Files.readString(file))
                .doesNotContain("pull_request_target")
                .doesNotContain("workflow_run")
                .doesNotContainPattern("secrets\\s*[.:\\[]");
        // the token of the run stands only where a job says what it may write, and only in the environment of a step
        for (Map<?, ?> job : jobs(file)) {
            Map<?, ?> withoutSteps = new TreeMap<>(job);
            withoutSteps.remove("steps");
            assertThat(withoutSteps.toString()).doesNotContain("github.token");
            for (Object step : (List<?>) job.get("steps")) {
                Map<?, ?> rest = new TreeMap<>((Map<?, ?>) step);
                boolean token = rest.remove("env") instanceof Map<?, ?> env
                        && "${{ github.token }}".equals(env.get("GH_TOKEN"));
                assertThat(rest.toString()).doesNotContain("github.token");
                assertThat(!token || MAY_WRITE.containsKey(file.getFileName().toString()))
                        .as("%s in %s", step, file)
                        .isTrue();
            }
        }
        assertThat(workflow.get("permissions")).isEqualTo(Map.of("contents", "read"));
        boolean forStrangers = workflow.get("on") instanceof Map<?, ?> on && on.containsKey("pull_request");
        for (Map<?, ?> job : jobs(file)) {
            assertThat(job.get("timeout-minutes")).isInstanceOf(Integer.class);
            if (forStrangers) {
                assertThat(job.containsKey("permissions")).isFalse();
            }
        }
        for (Map<?, ?> step : steps(file)) {
            if (String.valueOf(step.get("uses")).startsWith("actions/checkout@")) {
                assertThat(((Map<?, ?>) step.get("with")).get("persist-credentials"))
                        .isEqualTo(false);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void noScriptHoldsAStrangersWords(Path file) throws IOException {
        for (Map<?, ?> step : steps(file)) {
            if (step.get("run") instanceof String script) {
                assertThat(script).doesNotContainPattern(EXPRESSION);
            }
        }
    }

    @Test
    void theCheckOfAChangeShowsIt() throws IOException {
        String check = Files.readString(Path.of(".github/workflows/check.yml"));
        assertThat(check)
                .contains("./playbook check --format github --changed-since \"$BASE\"")
                .contains("./playbook review \"$BASE\"")
                .contains("path: target/review")
                .contains("path: target/playbook-offline.zip")
                .contains("steps.page.outputs.artifact-url")
                .contains("$GITHUB_STEP_SUMMARY");
    }

    /** An error that was there before must not make a change red, by whatever step. */
    @ParameterizedTest
    @MethodSource("checksOfChanges")
    void noStepButTheCheckDecides(Path file) throws IOException {
        boolean decided = false;
        for (Map<?, ?> step : steps(file)) {
            String run = String.valueOf(step.get("run"));
            boolean check = run.contains("playbook check");
            if (decided) {
                assertThat(check).isFalse();
                assertThat(run.endsWith("|| true") || Boolean.TRUE.equals(step.get("continue-on-error")))
                        .as(step.toString())
                        .isTrue();
            }
            decided |= check;
        }
        assertThat(decided).isTrue();
    }

    static List<Path> checksOfChanges() {
        return List.of(OURS.resolve("check.yml"), OF_A_NEW_PLAYBOOK.resolve("check.yml"));
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void onGitLabTheCheckIsTheLastOfTheScriptAndItsReportIsShown(Path file) throws IOException {
        Map<?, ?> check = (Map<?, ?>) yaml(file).get("check");
        List<?> script = (List<?>) check.get("script");
        assertThat(String.valueOf(script.get(script.size() - 1))).contains("playbook check");
        assertThat(script.subList(0, script.size() - 1)).isEqualTo(List.of("mkdir -p target"));
        Map<?, ?> artifacts = (Map<?, ?>) check.get("artifacts");
        assertThat(artifacts.get("reports")).isEqualTo(Map.of("codequality", "target/code-quality.json"));
        assertThat(artifacts.get("when")).isEqualTo("always");
    }

    @ParameterizedTest
    @ValueSource(strings = {".github/workflows", "src/main/resources/bundled/repository/dot-github/workflows"})
    void publishingPassesWherePagesIsOffAndSaysWhatToDo(String folder) throws IOException {
        Map<?, ?> jobs = (Map<?, ?>) yaml(Path.of(folder, "publish.yml")).get("jobs");
        Map<?, ?> build = (Map<?, ?>) jobs.get("build");
        Map<?, ?> deploy = (Map<?, ?>) jobs.get("deploy");
        assertThat(build.get("permissions")).isEqualTo(Map.of("contents", "read", "pages", "read"));
        assertThat(((Map<?, ?>) build.get("outputs")).get("pages")).isEqualTo("${{ steps.pages.outcome }}");
        assertThat(deploy.get("if")).isEqualTo("${{ needs.build.outputs.pages == 'success' }}");
        for (Map<?, ?> step : steps(Path.of(folder, "publish.yml"))) {
            String uses = String.valueOf(step.get("uses"));
            if (uses.startsWith("actions/configure-pages@")) {
                assertThat(step.get("continue-on-error")).isEqualTo(true);
                assertThat(step.get("id")).isEqualTo("pages");
            } else if (uses.startsWith("actions/upload-pages-artifact@")) {
                assertThat(step.get("if")).isEqualTo("${{ steps.pages.outcome == 'success' }}");
            }
        }
        assertThat(Files.readString(Path.of(folder, "publish.yml")))
                .contains("if: ${{ steps.pages.outcome != 'success' }}")
                .contains("Open *Settings*, *Pages*, and choose *GitHub Actions*")
                .contains("A private repository has Pages in a paid plan only");
    }

    @Test
    void linksToOtherSitesNeverBlock() throws IOException {
        Map<?, ?> on = (Map<?, ?>) yaml(Path.of(".github/workflows/links.yml")).get("on");
        assertThat(on.keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("schedule", "workflow_dispatch");
        assertThat(jobs(Path.of(".github/workflows/links.yml")))
                .allSatisfy(job -> assertThat(job.get("continue-on-error")).isEqualTo(true));
    }

    /** What a job of a workflow may do besides reading. */
    private static final Map<String, Set<Map<String, String>>> MAY_WRITE = Map.of(
            "publish.yml",
            Set.of(Map.of("contents", "read", "pages", "read"), Map.of("pages", "write", "id-token", "write")),
            "receive.yml",
            Set.of(Map.of("contents", "write", "issues", "write", "pull-requests", "write")),
            "release.yml",
            Set.of(Map.of("contents", "write")));

    @Test
    void whoMayWriteIsCounted() throws IOException {
        for (Path file : workflows()) {
            for (Map<?, ?> job : jobs(file)) {
                if (job.get("permissions") instanceof Map<?, ?> permissions) {
                    assertThat(MAY_WRITE.getOrDefault(file.getFileName().toString(), Set.of()).stream()
                                    .anyMatch(permissions::equals))
                            .as("%s in %s", permissions, file)
                            .isTrue();
                }
            }
        }
    }

    /** What strangers wrote reaches a script as the path of a file, and numbers in the environment. */
    @ParameterizedTest
    @MethodSource("receivers")
    void anIssueIsReadFromItsFile(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text)
                .contains("playbook receive \"$GITHUB_EVENT_PATH\"", "--file target/received/commit.txt")
                .contains("--body-file target/received/answer.md", "--body-file target/received/proposal.md");
        Matcher expression = Pattern.compile("\\$\\{\\{ ([^}]*) }}").matcher(text);
        while (expression.find()) {
            assertThat(expression.group(1))
                    .isIn(
                            "github.event.issue.number",
                            "github.event.issue.state == 'open' && !github.event.issue.pull_request",
                            "github.event.repository.default_branch",
                            "github.token",
                            "hashFiles('.playbook/program.properties')");
        }
    }

    static List<Path> receivers() {
        return List.of(OURS.resolve("receive.yml"), OF_A_NEW_PLAYBOOK.resolve("receive.yml"));
    }

    @Test
    void aReleaseIsTestedAndPublishedOnlyWhole() throws IOException {
        Map<?, ?> release = yaml(OURS.resolve("release.yml"));
        assertThat(((Map<?, ?>) release.get("on")).keySet()).isEqualTo(Set.of("push"));
        assertThat(((Map<?, ?>) ((Map<?, ?>) release.get("on")).get("push")).keySet())
                .isEqualTo(Set.of("tags"));
        Map<?, ?> jobs = (Map<?, ?>) release.get("jobs");
        assertThat(((Map<?, ?>) jobs.get("publish")).get("needs")).isEqualTo(List.of("program", "folders"));
        String text = Files.readString(OURS.resolve("release.yml"));
        assertThat(text).contains("-P release -Dplaybook.releases=\"$RELEASES\" verify");
        Matcher script = Pattern.compile("src/release/[\\w-]+").matcher(text);
        Set<String> used = new TreeSet<>();
        while (script.find()) {
            used.add(script.group());
            assertThat(Path.of(script.group())).exists();
        }
        assertThat(used).containsExactly("src/release/notes", "src/release/self-contained", "src/release/sums");
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void gitLabDoesTheSame(Path file) throws IOException {
        Map<?, ?> pipeline = yaml(file);
        assertThat(pipeline.keySet().stream().map(Object::toString)).contains("check", "pages", "links");
        assertThat(((Map<?, ?>) pipeline.get("links")).get("allow_failure")).isEqualTo(true);
        assertThat(Files.readString(file))
                .contains("playbook check --changed-since \"$CI_MERGE_REQUEST_DIFF_BASE_SHA\" --format gitlab"
                        + " > target/code-quality.json")
                .contains("playbook review \"$CI_MERGE_REQUEST_DIFF_BASE_SHA\"")
                .contains("playbook build --output public")
                .contains("GIT_DEPTH: '0'");
        Map<?, ?> receive = (Map<?, ?>) pipeline.get("receive");
        assertThat(receive.get("rules").toString())
                .contains("\"trigger\" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $PLAYBOOK_TOKEN");
        assertThat(String.valueOf(receive.get("script"))).matches("\\[sh [a-z/.-]*playbook/receive-gitlab\\.sh]");
        assertThat(String.valueOf(((Map<?, ?>) pipeline.get("pages")).get("rules")))
                .contains("!= \"trigger\"");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formsAreWhatTheHostTakes(Path file) throws IOException {
        Map<?, ?> form = yaml(file);
        assertThat(form.keySet().stream().map(Object::toString)).contains("name", "description", "body");
        Set<Object> ids = new HashSet<>();
        Set<Object> labels = new HashSet<>();
        int required = 0;
        for (Object element : (List<?>) form.get("body")) {
            Map<?, ?> field = (Map<?, ?>) element;
            Map<?, ?> attributes = (Map<?, ?>) field.get("attributes");
            assertThat(ELEMENTS).contains(String.valueOf(field.get("type")));
            if (field.get("type").equals("markdown")) {
                assertThat(attributes.get("value")).isInstanceOf(String.class);
                continue;
            }
            assertThat(String.valueOf(field.get("id"))).matches("[a-z-]+");
            assertThat(ids.add(field.get("id")))
                    .as("one field is called %s", field.get("id"))
                    .isTrue();
            assertThat(labels.add(attributes.get("label"))).isTrue();
            if (field.get("validations") instanceof Map<?, ?> rules && Boolean.TRUE.equals(rules.get("required"))) {
                required++;
            }
        }
        assertThat(required).as("what must be filled in is little").isBetween(1, 5);
    }

    @Test
    void ownersOfTheWorkflowsAreAskedFor() throws IOException {
        assertThat(Files.readString(Path.of(".github/CODEOWNERS.sample")))
                .contains("/.github/")
                .contains("/content/");
        assertThat(Files.readString(Path.of(".github/pull_request_template.md")))
                .contains("aka")
                .contains("credits");
    }
}
