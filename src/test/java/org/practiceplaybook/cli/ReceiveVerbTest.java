package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.check.SmallPlaybook;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.theme.Words;

/** {@code playbook receive}: an issue becomes an entry, and whatever stands in it stays data. */
class ReceiveVerbTest {
    private static final String BOXES = "- [X] I have searched, and the playbook does not have it yet.\n"
            + "- [X] These are my own words, and they may be reused under the playbook's licence with credit to me.";

    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void aPlaybook() throws IOException {
        SmallPlaybook.write(folder.resolve("content"));
        for (String name : List.of("practice", "attempt", "ask", "problem")) {
            Run.write(
                    folder,
                    ".github/ISSUE_TEMPLATE/" + name + ".yml",
                    Files.readString(Path.of(".github/ISSUE_TEMPLATE", name + ".yml")));
        }
        terminal = new Terminal(folder);
    }

    /** As GitHub writes what was filled in. */
    private static String body(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(answer -> "### " + answer.getKey() + "\n\n" + answer.getValue())
                .collect(Collectors.joining("\n\n"));
    }

    private static Map<String, String> practice(String title) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("What is it called?", title);
        answers.put(
                "What is the problem, and what does the practice do about it?", "People sit too long. Walk instead.");
        answers.put("What do people do?", "1. Ask one question. (5 min)\n2. Send people out in pairs. (20 min)");
        answers.put("When did you try it, and how did it go?", "In May, and people came back awake.");
        answers.put("How long does it take?", "half an hour");
        answers.put("For how many people?", "8-40");
        answers.put("From whom or where did you learn it?", "_No response_");
        answers.put("Your name, as you would like to be credited", "Ann Lee");
        answers.put("Before you send it", BOXES);
        return answers;
    }

    private int receive(String body) {
        return receive(body, Map.of("login", "ann-lee", "id", 123));
    }

    private int receive(String body, Map<String, Object> user) {
        Map<String, Object> issue =
                new TreeMap<>(Map.of("number", 12, "title", "Practice: ", "body", body, "user", user));
        return receive(Map.of("action", "opened", "issue", issue));
    }

    private int receive(Map<String, Object> event) {
        Run.write(folder, "event.json", Json.of(event).toString());
        return terminal.run("receive", "event.json");
    }

    /** As GitLab tells of an issue. */
    private static Map<String, Object> onGitLab(String action, String body, Map<String, Object> changes) {
        Map<String, Object> attributes = new TreeMap<>(
                Map.of("id", 301, "iid", 12, "author_id", 7, "state", "opened", "action", action, "description", body));
        return Map.of(
                "object_kind",
                "issue",
                "user",
                Map.of("id", 7, "username", "ann.lee", "name", "Ann\nLee", "email", "[REDACTED]"),
                "project",
                Map.of("web_url", "https://git.example.org/our/playbook"),
                "object_attributes",
                attributes,
                "changes",
                changes);
    }

    private String said(String name) {
        return Run.read(folder, "target/received/" + name);
    }

    @Test
    void aPracticeBecomesAFileAndAProposal() {
        assertThat(receive(body(practice("Walk in pairs")))).as(terminal.err()).isZero();
        assertThat(Run.read(folder, "content/practices/walk-in-pairs.md")).isEqualTo("""
                        ---
                        title: Walk in pairs
                        summary: People sit too long. Walk instead.
                        time: half an hour
                        group: "8-40"
                        authors:
                          - Ann Lee
                        ---

                        ## What to do

                        1. Ask one question. (5 min)
                        2. Send people out in pairs. (20 min)

                        ## A story

                        In May, and people came back awake.
                        """);
        assertThat(said("commit.txt"))
                .isEqualTo("Add content/practices/walk-in-pairs.md\n\nWritten with the form of issue 12.\n"
                        + "\nCo-authored-by: ann-lee <123+ann-lee@users.noreply.github.com>\n");
        assertThat(said("proposal.md")).startsWith("Closes #12.\n").contains("advice: ");
        assertThat(said("answer.md"))
                .startsWith("Thank you! What you wrote is a file")
                .contains("```text\n", "advice: ");
        assertThat(terminal.run("check")).as(terminal.err()).isZero();
    }

    @Test
    void anAttemptFindsItsPracticeByTitleOrAddress() {
        for (String practice :
                List.of("Know your role", "https://example.net/book/practices/know-your-role.html#what")) {
            Map<String, String> answers = new LinkedHashMap<>();
            answers.put("What was tried?", "A pause " + practice.length());
            answers.put("Which practice was it?", practice);
            answers.put("How did it go?", "Fell short");
            answers.put("What did you learn, in one sentence?", "Pause sooner than you think.");
            answers.put(
                    "What did you mean to happen, what happened, and why, as far as you can see?",
                    "# We paused\n\nNobody knew why.");
            answers.put("What will you try next?", "_No response_");
            answers.put("Where was it?", "A yearly gathering");
            answers.put("When?", "2026-05");
            answers.put("Your name", "anonymous");
            answers.put(
                    "Before you send it",
                    "- [X] Nobody can be recognised who did not agree to it.\n"
                            + BOXES.lines().skip(1).findFirst().orElseThrow());
            assertThat(receive(body(answers))).as(terminal.err()).isZero();
            assertThat(Run.read(folder, "content/attempts/a-pause-" + practice.length() + ".md"))
                    .contains("practices: [know-your-role]", "result: fell-short", "setting: A yearly gathering")
                    .contains("when: \"2026-05\"", "shared_by: anonymous", "### We paused");
        }
    }

    @Test
    void whatHasErrorsIsAnsweredAndNotProposed() {
        Map<String, String> answers = practice("Walk in pairs");
        answers.put("What do people do?", "1. See [this](../practices/nowhere.md).");
        assertThat(receive(body(answers))).isEqualTo(1);
        assertThat(folder.resolve("content/practices/walk-in-pairs.md")).doesNotExist();
        assertThat(said("answer.md"))
                .contains("cannot be proposed yet", "error: ", "nowhere.md", "edit the first comment");
        assertThat(folder.resolve("target/received/commit.txt")).doesNotExist();
    }

    @Test
    void whatIsThereAlreadyIsNotOverwritten() {
        String before = Run.read(folder, "content/practices/know-your-role.md");
        assertThat(receive(body(practice("Know your role")))).isEqualTo(1);
        assertThat(said("answer.md")).contains("an entry of this name already");
        assertThat(Run.read(folder, "content/practices/know-your-role.md")).isEqualTo(before);
    }

    @Test
    void aBoxThatWasTakenBackIsAskedFor() {
        Map<String, String> answers = practice("Walk in pairs");
        answers.put("Before you send it", BOXES.replace("[X] These", "[ ] These"));
        assertThat(receive(body(answers))).isEqualTo(1);
        assertThat(said("answer.md")).contains("Tick the box: These are my own words");
    }

    /** Paths, commands of workflows, shells, people called, issues closed, markup: all of it is letters of a title or text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../.github/workflows/own",
                "..",
                "/etc/passwd",
                "C:\\Windows\\x",
                "::set-output name=x::y",
                "$(touch owned) `touch owned` ; touch owned",
                "fixes #1, closes #2 @everyone",
                "title: x\nstate: retired",
                "--- x ---",
                "\"quoted\" 'and' {braces} [brackets] & *anchors",
                "```\n@team\n```",
                "\u202egnp.exe\u0007\u001b[31m",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "con",
                "a/b/c",
                "\u200b"
            })
    void hostileWordsStayWords(String words) throws IOException {
        Map<String, String> before = terminal.files();
        Map<String, String> answers = practice(words);
        answers.put("What do people do?", words);
        answers.put("Your name, as you would like to be credited", words);
        answers.put("From whom or where did you learn it?", words);
        int status = receive(body(answers), Map.of("login", "a\nCo-authored-by: x <x@y>", "id", 1));
        assertThat(status).isIn(0, 1);
        Map<String, String> after = new TreeMap<>(terminal.files());
        after.keySet().removeAll(before.keySet());
        after.keySet().removeIf(path -> path.startsWith("target/received/") || path.equals("event.json"));
        assertThat(after.keySet()).allMatch(path -> path.matches("content/practices/[\\p{L}\\p{Nd}-]+\\.md"));
        assertThat(after).hasSize(1 - status);
        before.forEach((path, text) -> assertThat(terminal.files()).containsEntry(path, text));
        String said = terminal.out() + terminal.err();
        assertThat(said.lines()).noneMatch(line -> line.startsWith("::"));
        assertThat(said).doesNotContain("\u001b", "\u0007", "Exception");
        String answer = said("answer.md");
        assertThat(outsideOfFences(answer)).doesNotContain("@", "<", "#1", "touch", "owned");
        if (status == 0) {
            assertThat(said("commit.txt")).doesNotContain("@", "#", "Co-authored-by", "$(", "\u0007");
            assertThat(outsideOfFences(said("proposal.md")).replace("#12", "")).doesNotContain("@", "<", "#");
            assertThat(terminal.run("build", "--quiet")).isZero();
            after.keySet()
                    .forEach(path -> assertThat(Run.read(folder, path)).doesNotContain("state: retired\nsummary"));
        }
    }

    private static String outsideOfFences(String markdown) {
        StringBuilder out = new StringBuilder();
        String fence = "";
        for (String line : markdown.lines().toList()) {
            if (fence.isEmpty() && line.matches("`{3,}text")) {
                fence = line.replace("text", "");
            } else if (line.equals(fence)) {
                fence = "";
            } else if (fence.isEmpty()) {
                out.append(line).append('\n');
            }
        }
        assertThat(fence).as("every block is closed").isEmpty();
        return out.toString();
    }

    private static final String WALK = "---\ntitle: Walk in pairs\nsummary: People sit too long. Walk instead.\n---\n\n"
            + "## What to do\n\n1. **Go out.** In pairs.\n\n```\na box\n```\n";
    private static final String TRY = "---\ntitle: We walked\npractices: [walk-in-pairs]\nresult: mixed\n"
            + "lesson: Take coats.\nwhen: 2026-05\nshared_by: anonymous\n---\n\n## What happened\n\nRain.\n";

    /** As the page of somebody's drafts hands them over. */
    private static String together(String... texts) {
        StringBuilder body = new StringBuilder("Both are from our day.\n\n");
        for (int i = 0; i < texts.length; i += 2) {
            body.append("### ")
                    .append(texts[i])
                    .append("\n\n````markdown\n")
                    .append(texts[i + 1])
                    .append("````\n\n");
        }
        return body.toString();
    }

    @Test
    void severalTextsAreReceivedTogether() {
        assertThat(receive(together("practices/walk-in-pairs.md", WALK, "attempts/we-walked.md", TRY)
                        .replace("\n", "\r\n")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.files())
                .containsEntry("content/practices/walk-in-pairs.md", WALK)
                .containsEntry("content/attempts/we-walked.md", TRY);
        assertThat(terminal.files().get("target/received/commit.txt"))
                .startsWith("Add 2 entries\n\ncontent/practices/walk-in-pairs.md\ncontent/attempts/we-walked.md\n\n");
        assertThat(terminal.files().get("target/received/answer.md")).contains("is 2 files of the playbook now");
    }

    /** Where one cannot be taken none is, so that what belongs together stays together. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "attempts/we-walked.md|result: mixed|result: perhaps",
                "practices/know-your-role.md||",
                "practices/walk-in-pairs.md||",
                "practices/../../x.md||",
                "pages/about-us.md||",
                "practices/a/b.md||",
                ".github/workflows/x.md||",
            })
    void ofSeveralTextsAllOrNoneAreReceived(String wrong) {
        String[] parts = wrong.split("\\|", -1);
        Map<String, String> before = new TreeMap<>(terminal.files());
        assertThat(receive(together("practices/walk-in-pairs.md", WALK, parts[0], TRY.replace(parts[1], parts[2]))))
                .isEqualTo(1);
        Map<String, String> after = new TreeMap<>(terminal.files());
        assertThat(after.remove("target/received/answer.md")).contains("cannot be proposed yet");
        after.keySet().removeAll(List.of("event.json", "target/received/number.txt"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void oneTextThatWasSentByMailIsReceived() {
        assertThat(receive("practices/walk-in-pairs.md\r\n\r\n" + WALK.replace("\n", "\r\n")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.files()).containsEntry("content/practices/walk-in-pairs.md", WALK);
        assertThat(receive("../x.md\n\n" + WALK)).isEqualTo(1);
        assertThat(said("answer.md")).contains("a title with letters");
    }

    /** The payload of a webhook is as good as an event; where it is of no news for us nothing is done. */
    @Test
    void anIssueOfGitLabIsReceived() {
        String body = body(practice("Walk in pairs"));
        assertThat(receive(onGitLab("update", body, Map.of("labels", "x")))).isZero();
        assertThat(terminal.out()).contains("nothing to receive");
        Map<String, Object> closed = new TreeMap<>(onGitLab("close", body, Map.of()));
        Map<String, Object> attributes = new TreeMap<>(Map.of("iid", 12, "description", body));
        attributes.put("state", "closed");
        closed.put("object_attributes", attributes);
        assertThat(receive(closed)).isZero();
        assertThat(folder.resolve("target")).doesNotExist();

        assertThat(receive(onGitLab("update", body, Map.of("description", "x"))))
                .as(terminal.err())
                .isZero();
        assertThat(said("commit.txt"))
                .endsWith("\nCo-authored-by: ann.lee <7-ann.lee@users.noreply.git.example.org>\n");
        assertThat(said("number.txt")).isEqualTo("12\n");
        assertThat(folder.resolve("content/practices/walk-in-pairs.md")).isRegularFile();
    }

    /** Without a form in the repository, as on GitLab, it is that of the playbook's language; so is the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "es", "ar"})
    void aFormOfThePlaybooksLanguageIsReadAndAnswered(String language) throws IOException {
        Files.delete(folder.resolve(".github/ISSUE_TEMPLATE/practice.yml"));
        Run.write(folder, "content/playbook.yml", "name: Xx\nlanguage: " + language + "\n");
        Words words = Words.of(Bundled.theme(), language);
        Map<String, String> answers = new LinkedHashMap<>();
        for (String id : List.of("title", "summary", "steps", "tried", "time", "group", "sources", "author")) {
            answers.put(
                    words.get("issue.practice." + id), id.equals("title") ? "Walk" : id.equals("time") ? "45 min" : "");
        }
        answers.put(words.get("issue.practice.summary"), "People sit too long. Walk instead.");
        answers.put(words.get("issue.practice.steps"), "1. Go out. (5 min)");
        answers.put(words.get("issue.agreed"), "- [x] " + words.get("issue.own"));
        assertThat(receive(onGitLab("open", body(answers), Map.of())))
                .as(terminal.err())
                .isZero();
        assertThat(Run.read(folder, "content/practices/walk.md"))
                .contains("\n## " + words.sections().usual(SectionKind.WHAT) + "\n\n1. Go out.");
        assertThat(said("answer.md"))
                .startsWith(words.count("receive.thanks", 1))
                .endsWith(words.get("receive.change") + "\n");
        answers.put(words.get("issue.agreed"), "- [ ] " + words.get("issue.own"));
        assertThat(receive(onGitLab("open", body(answers), Map.of()))).isEqualTo(1);
        assertThat(said("answer.md"))
                .startsWith(words.get("receive.notYet"))
                .contains(
                        words.get("receive.tick", words.get("issue.own")),
                        words.get("receive.there", "practices/walk.md"));
    }

    @Test
    void anyOtherIssueIsLeftAlone() {
        for (String body : List.of("", "Hello", "### What are you facing?\n\nPanels.", "### What is it called?\n\nx")) {
            assertThat(receive(body)).isZero();
            assertThat(terminal.out()).contains("nothing to receive");
            assertThat(folder.resolve("target")).doesNotExist();
        }
    }

    @Test
    void aFileThatTellsOfNoIssueIsTold() {
        for (String event : List.of("", "{", "[]", "{\"issue\": 3}", "{\"issue\": {\"number\": \"x\"}}")) {
            Run.write(folder, "event.json", event);
            assertThat(terminal.run("receive", "event.json")).as(event).isEqualTo(2);
            assertThat(terminal.err()).contains("does not tell of an issue");
        }
        assertThat(terminal.run("receive", "none.json")).isEqualTo(3);
        assertThat(terminal.run("receive")).isEqualTo(2);
    }

    /** Questions may be translated; what they are about is said by their ids. */
    @Test
    void aTranslatedFormIsRead() throws IOException {
        String form = Files.readString(Path.of(".github/ISSUE_TEMPLATE/practice.yml"));
        Run.write(
                folder,
                ".github/ISSUE_TEMPLATE/practice.yml",
                form.replace("What is it called?", "Comment s’appelle-t-elle ?"));
        Map<String, String> answers = new LinkedHashMap<>();
        practice("Marcher à deux")
                .forEach((question, answer) ->
                        answers.put(question.replace("What is it called?", "Comment s’appelle-t-elle ?"), answer));
        assertThat(receive(body(answers).replace("\n", "\r\n")))
                .as(terminal.err())
                .isZero();
        assertThat(folder.resolve("content/practices/marcher-à-deux.md")
                                .toFile()
                                .exists()
                        || folder.resolve("content/practices/marcher-a-deux.md")
                                .toFile()
                                .exists())
                .isTrue();
    }
}
