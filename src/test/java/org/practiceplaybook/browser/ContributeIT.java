package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.FileReading;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Slug;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.work.Workers;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlReader;

/** The forms make files that the build takes as they are, say of each what the build says, and hand them over. */
class ContributeIT {
    private static final String WRITE = "contribute/write-a-practice.html";
    private static final String TRIED = "contribute/log-an-attempt.html";
    private static final String ASK = "contribute/ask-for-a-practice.html";
    private static final String CHANGE = "contribute/suggest-a-change.html";

    /** Where the build has a narrower word for a mistake, the form says the wider one. */
    private static final Map<String, Set<String>> WIDER = Map.of(
            "time-unit", Set.of("time-form"),
            "time-words", Set.of("time-form"),
            "group-words", Set.of("group-form"),
            "date-calendar", Set.of("when-form", "reviewed-form"),
            "date-order", Set.of("when-form", "reviewed-form"),
            "date-words", Set.of("when-form", "reviewed-form"),
            "date-time", Set.of("when-form", "reviewed-form"),
            "link-case", Set.of("broken-link"),
            "link-html", Set.of("broken-link"),
            "link-backslash", Set.of("broken-link"));

    private static Chromium chromium;
    private static BuiltSite site;
    private static SubPathServer server;
    private static List<FileReading> readings;
    private static BrowserContext context;
    private static Visit visit;

    @TempDir
    Path temp;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        site = BuiltSite.get();
        server = new SubPathServer(site.folder());
        ContentFolder folder = ContentFolder.open(Path.of("content"));
        List<ContentFolder.Stamp> files = folder.stamps();
        readings = folder.read(files, files, Workers.ofThisMachine());
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setPermissions(List.of("clipboard-read", "clipboard-write")));
        // each case begins without a draft
        context.addInitScript("window.localStorage.clear()");
        visit = new Visit(context, server.address());
    }

    @AfterAll
    static void stop() {
        context.close();
        server.close();
        chromium.close();
    }

    /** A form and what is typed into it. */
    record Case(String name, String form, Map<String, String> values) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(String name, String form, String... values) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        return new Case(name, form, map);
    }

    private static Case body(String name, String text) {
        return of(name, WRITE, "title", "Walk in pairs", "summary", "They are tired. Send them out.", "when", text);
    }

    static Stream<Case> cases() {
        String two = "After lunch a group is tired. Send people out in pairs.";
        List<Case> cases = new ArrayList<>(List.of(
                of(
                        "a whole practice",
                        WRITE,
                        "title",
                        "Walk in pairs",
                        "summary",
                        two,
                        "when",
                        "After lunch.\n\n- tired",
                        "steps.gist",
                        "Ask one question",
                        "steps.minutes",
                        "10",
                        "steps.how",
                        "Give it on a card.",
                        "ask",
                        "What did you see?\nWho spoke?",
                        "watch",
                        "- **Rain.** Stay in.",
                        "story",
                        "It went *well*.",
                        "challenges",
                        "running-on-empty",
                        "roles",
                        "facilitator",
                        "phases",
                        "gather",
                        "leverage",
                        "rules",
                        "leverageAlso",
                        "goals",
                        "time",
                        "30-40 min",
                        "group",
                        "6-60",
                        "experience",
                        "first-time",
                        "materials",
                        "cards\na bell",
                        "authors",
                        "Ada",
                        "aka",
                        "Walk and talk",
                        "sources.title",
                        "A book",
                        "sources.author",
                        "Somebody",
                        "sources.year",
                        "1999",
                        "sources.url",
                        "https://example.org/a",
                        "related.practice",
                        "pause-to-move-faster",
                        "related.reason",
                        "Another way to stop."),
                of("only a title", WRITE, "title", "Walk in pairs"),
                of(
                        "only a summary and a name in signs",
                        WRITE,
                        "title",
                        "Ask: \"why?\" - #what's {next}, [now] & <b>",
                        "summary",
                        ": - x"),
                of("a title of hyphens and a word", WRITE, "title", "--- x: y ---", "summary", "---"),
                of("other scripts", WRITE, "title", "🚀 مرحبا שלום Ökologie", "summary", "‮abc‬ 日本語 \u00a0 🧑‍🤝‍🧑"),
                of("a long title and summary", WRITE, "title", "ä🚀".repeat(31), "summary", "ö".repeat(241)),
                of("just short enough", WRITE, "title", "ä🚀".repeat(30), "summary", "ö".repeat(240)),
                of("a title that is taken", WRITE, "title", "Know your role", "summary", two),
                of("the template's title", WRITE, "title", "[Title here]", "summary", two),
                of("a title that YAML takes for nothing", WRITE, "title", "null", "summary", "~ no"),
                of("too much for front matter", WRITE, "title", "Walk", "summary", "x".repeat(17_000)),
                of("a source without a title", WRITE, "title", "Walk", "summary", two, "sources.author", "Somebody"),
                of(
                        "an address without its beginning",
                        WRITE,
                        "title",
                        "Walk",
                        "summary",
                        two,
                        "sources.title",
                        "A",
                        "sources.url",
                        "example.org/a"),
                of(
                        "an address that is code",
                        WRITE,
                        "title",
                        "Walk",
                        "summary",
                        two,
                        "sources.title",
                        "A",
                        "sources.url",
                        " JavaScript:alert(1)"),
                of("only an address", WRITE, "title", "Walk", "summary", two, "sources.url", "https://example.org"),
                of(
                        "a long reason",
                        WRITE,
                        "title",
                        "Walk",
                        "summary",
                        two,
                        "related.practice",
                        "say-what-we-do",
                        "related.reason",
                        "x: ".repeat(50)),
                of(
                        "an attempt",
                        TRIED,
                        "practices.practice",
                        "know-your-role",
                        "title",
                        "We tried: silence",
                        "result",
                        "mixed",
                        "lesson",
                        "Tell people \"how long\".",
                        "happened",
                        "Somebody <laughed>.",
                        "setting",
                        "A call: twenty people",
                        "when",
                        "2026-05",
                        "roles",
                        "member",
                        "follows",
                        "members-tool",
                        "shared_by",
                        "Ada: B."),
                of("an attempt of nothing", TRIED, "title", "We tried silence"),
                of(
                        "an attempt with a long lesson",
                        TRIED,
                        "practices.practice",
                        "know-your-role",
                        "title",
                        "Staff helped build a members' tool",
                        "result",
                        "fell-short",
                        "lesson",
                        "x".repeat(161)),
                of(
                        "a question",
                        ASK,
                        "title",
                        "End a partnership well",
                        "summary",
                        "It just stops. We wish for a good end.",
                        "challenges",
                        "running-on-empty")));
        cases.addAll(advised(two));
        for (String time : List.of(
                "15min",
                "1.5 hours",
                "45 minutes to 2 h",
                "1-2 weeks",
                "About 3 days",
                "soon",
                "0 min",
                "Ongoing",
                "30–45 min",
                "90 to 60 min",
                "1 day",
                "2,5h",
                "10",
                "30 min - 2 hours",
                "12345 min",
                "1 week")) {
            cases.add(of("time " + time, WRITE, "title", "Walk", "summary", two, "time", time));
        }
        for (String group : List.of(
                "8+", "1+", "any", "12-4", "a few", "6 people", "0", "4 to 8 participants", "20 or more", "3 – 5")) {
            cases.add(of("group " + group, WRITE, "title", "Walk", "summary", two, "group", group));
        }
        for (String when : List.of("2026", "2026-5", "2026-13", "May", "2026-02-30", "2024-02-29", "26")) {
            cases.add(of(
                    "when " + when,
                    TRIED,
                    "practices.practice",
                    "know-your-role",
                    "title",
                    "We tried silence",
                    "result",
                    "mixed",
                    "lesson",
                    "x",
                    "when",
                    when));
        }
        for (String hostile : List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)> <iframe src=//evil.example></iframe>",
                "<!-- never closed\n\n</main><style>*{display:none}</style>",
                "`<b>` and ``<i>`` and ` <u>\n` <script>x</script> `",
                "- `a\n- b` ` <script>x</script> `",
                "> `a\n> b` <script> `",
                "```html\n<script>\n```\n<script>",
                "```\nnever closed <b>",
                "1. a\n   ```\n<script>alert(1)</script>",
                "  ~~~\n<script>\n  ~~~\n<b>x</b>",
                "\\<b> \\\\<b> <https://example.org/a> <a@b.example> <mailto:a@b.example>",
                "# One\n## Two\n- # Three\n> # Four",
                "text\n===\ntext\n---\n\n---\n***",
                "---\ntitle: other\n---",
                "&lt;script&gt; &#60;script&#62;",
                "| a | b |\n|---|---|\n| <b> | `<i>` |",
                "{{ page }} {% include x %} ${x} <%= x %>",
                "<a href=\"javascript:alert(1)\">x</a> <svg onload=alert(1)>",
                "a\u202Eb \uD83D end \u0000\u0007")) {
            cases.add(body("text " + hostile.replace("\n", "⏎"), hostile));
        }
        for (String link : List.of(
                "nowhere.md",
                "know-your-role.md",
                "../pages/about.md",
                "../attempts/members-tool.md",
                "../../x.md",
                "javascript:alert(1)",
                "JaVa&#115;cript:alert(1)",
                "<javascript:x>",
                "data:text/html,x",
                "https://example.org",
                "../taxonomy/roles.yml",
                "../glossary.yml",
                "/practices/know-your-role.md",
                "../pages/",
                "//example.org",
                "mailto:a@example.org",
                "walk-in-pairs.md",
                "know%2Dyour-role.md",
                "know-your-role.md \"title\"",
                "Know-Your-Role.md",
                "./know-your-role.md")) {
            cases.add(body("link " + link, "Read [this](" + link + ") first."));
        }
        for (String image : List.of(
                "![](https://example.org/x.png)",
                "![A chart](https://example.org/x.png)",
                "![A chart](chart.png)",
                "![ ](javascript:x)",
                "`![](x.png)`",
                "\\[x](y.md)",
                "\\![x](know-your-role.md)")) {
            cases.add(body("image " + image, image));
        }
        for (String link : List.of(
                "know-your-role.md#what-to-do",
                "know-your-role.md#What-To-Do",
                "know-your-role.md#no-such-heading",
                "#when-to-use",
                "#what-to-do",
                "../taxonomy/roles.yml#member",
                "../taxonomy/roles.yml#nobody",
                "../pages/leverage-points.md#no-such-heading",
                "",
                "www.example.org/a",
                "/home/me/a.md",
                "file:///a.md",
                "C:/a.md",
                "C:\\Users\\me\\a.docx",
                "..\\practices\\know-your-role.md",
                "..\\practices\\none.md",
                "https://example.org/practice-playbook/practices/know-your-role.html",
                "know-your-role.html")) {
            cases.add(body("link " + link, "Read [this](" + link + ") first."));
        }
        cases.addAll(defined());
        cases.addAll(asTyped());
        cases.addAll(ofWholeTexts(two));
        return cases.stream();
    }

    /** Addresses that stand apart from the words that lead to them. */
    private static List<Case> defined() {
        return Stream.of(
                        "See [this][r].\n\n[r]: javascript:alert(1)",
                        "See [this][R], [r], [r][] and ![r].\n\n[r]: none.md",
                        "See [r] (or not).\n\n[r]: know-your-role.md#none \"title\"",
                        "See [r](none).\n\n[r]: javascript:alert(1)",
                        "See [a][r][s] and [r] [s].\n\n[r]: none.md\n[s]: ../none.md 'x'",
                        "No use.\n\n[r]: javascript:alert(1)",
                        "Code `[r]` and \\[r].\n\n    [r]\n\n[r]: javascript:alert(1)",
                        "See [r].\n\n[r]: know-your-role.md\n[r]: javascript:alert(1)",
                        "See [r].\n\n[r]: javascript:alert(1)\n[r]: know-your-role.md",
                        "See [r].\n[r]: none.md",
                        "See [r].\n\n[r]: none.md and more",
                        "See [r].\n\n[r]:\nnone.md",
                        "> See [A  long\n> name].\n>\n> - x\n>\n>   [a long name]: none.md",
                        "![][i] ![ ][i] ![A chart][i]\n\n[i]: chart.png",
                        "[![A chart][i]][r] [![](chart.png)](none.md)\n\n[i]: https://example.org/a.png\n[r]: none.md",
                        "[a [b][r] c](none.md), [d [e](none.md) f][s]\n\n[r]: know-your-role.md\n[s]: nothing.md",
                        "[a [b](none.md) c](nothing.md)",
                        "[a [b] c][r]\n\n[r]: none.md",
                        "[r]\n\n[r]: C:/a.md",
                        "[r] [r]\n\n[r]: know-your-role.html",
                        "[r] [s]\n\n[r]: https://example.org/practice-playbook/practices/know-your-role.html\n[s]: /home/me/a.md",
                        "[r]\n\n[r]: <>",
                        "[r]\n\n[r]: #what-to-do",
                        "[r]\n\n[r]: ../attempts/members-tool.md",
                        "- [x] and [r]\n\n[x]: none.md\n[r]: none.md",
                        "A note.[^r]\n\n[^r]: none.md\n[r]: javascript:x",
                        "[ä b]\n\n[Ä B]: none.md",
                        "<https://example.org>, <mailto:a@example.org>, <javascript:alert(1)>, <ftp://example.org>")
                .map(text -> body("defined " + text.replace("\n", "⏎"), text))
                .toList();
    }

    /** Signs that readers would see as they were typed, and beside them what is Markdown or plain text. */
    private static List<Case> asTyped() {
        return Stream.of(
                        "[the chart](a chart.png)",
                        "[the chart](a%20chart.png)",
                        "`[the chart](a chart.png)`",
                        "[this] (know-your-role.md) and (this)[https://example.org]",
                        "a[0] (see above), f(x)[1]",
                        "A claim.[^1] Another.[^1] A third.[^2]\n\n[^2]: By somebody.",
                        "[this][one] and [that][two]\n\n[one]: https://example.org",
                        "[x][y] in `a[i][j]`",
                        "##Later\n\nMore.",
                        "#1 of three, ##",
                        "-one\n-two",
                        "Then:\n-one\n-two",
                        "1.one\n2.two",
                        "*one*\n*two* words",
                        "-5 degrees\n\n-6 degrees",
                        "TODO: more. TBD",
                        "A todo list, TODOs, `TODO`, [TODO](know-your-role.md)",
                        "[Insert a name] and [your story](know-your-role.md)",
                        "**Bold words and no end",
                        "**Bold **words",
                        "**Bold** and *em **both***, 2 ** 3 is `2**3`",
                        "a ** b ** c",
                        "\\**not bold",
                        "[**bold](know-your-role.md)**",
                        "> **quoted\n> words**",
                        "- **item\n\n  TODO",
                        "| **a | TODO |\n|---|---|\n| [^9] | x |",
                        "    **code TODO",
                        "- ```\n  never closed",
                        "~~~\n**TODO\n~~~",
                        "### Later",
                        "### Later\n\nMore.\n\n#### Much later\n\nMore.",
                        "#### Deep\n\nMore.",
                        "- ##### Deep\n\n> ### Quoted",
                        "**Steps:**\n\nWalk.",
                        "**Steps** are short.\n\n**Our own words**\n\n__Why__",
                        "[one]: https://example.org",
                        "Say in one sentence what you learnt.",
                        "Say what goes wrong. Then say what this practice does about it.")
                .map(text -> body("as typed " + text.replace("\n", "⏎"), text))
                .toList();
    }

    /** Times that do not add up, steps that are none, texts that are there already. */
    private static List<Case> ofWholeTexts(String two) {
        List<Case> cases = new ArrayList<>();
        String timed =
                "1. Walk. (10 min)\n2. Talk.\n   (5–20 min)\n3. **Rest.** (1 h)\n\n   Not (9 min)\n   - nor (9 min)";
        for (String time : List.of("90 min", "89 min", "1-2 h", "1 h", "1 day", "ongoing", "soon", "30-95 min")) {
            cases.add(of("a sum and " + time, WRITE, "title", "Walk", "summary", two, "time", time, "what", timed));
        }
        cases.add(of(
                "minutes of a step",
                WRITE,
                "title",
                "Walk",
                "summary",
                two,
                "time",
                "10 min",
                "steps.gist",
                "Walk",
                "steps.minutes",
                "11",
                "steps.how",
                "Go round."));
        for (String minutes : List.of(
                "(2 hours)",
                "(50 minutes)",
                "(0.5 - 1.5 h)",
                "(1,25 hrs.)",
                "(1 hr)",
                "(90 m)",
                "(1 h 10 min)",
                "(1h30)",
                "(about 30 min)")) {
            cases.add(of(
                    "steps of " + minutes,
                    WRITE,
                    "title",
                    "Walk",
                    "summary",
                    two,
                    "time",
                    "31 min",
                    "what",
                    "1. Walk. " + minutes + "\n2. Talk. (5 min)"));
        }
        for (String what :
                List.of("Walk.", "1) Walk.", "> 1. Walk.", "Then:\n2. walk", "Then:\n\n* walk", "| a |\n|---|")) {
            cases.add(
                    of("what to do " + what.replace("\n", "⏎"), WRITE, "title", "Walk", "summary", two, "what", what));
        }
        for (String summary : List.of(
                "TODO",
                "Todo: a summary",
                "TBD …",
                "…",
                "Lorem ipsum dolor",
                "Your summary here",
                "Todos are many.",
                "Todo lists are long.",
                "xxxx")) {
            cases.add(of("summary " + summary, WRITE, "title", "Walk", "summary", summary));
            cases.add(tried("lesson " + summary, "lesson", summary));
        }
        cases.add(tried("a heading and nothing else", "happened", "### Later"));
        cases.add(tried("bold words", "happened", "**What happened**\n\nTODO"));
        String[] known = text("practices/pause-to-move-faster.md").split("(?m)^---$", 3);
        String summary = known[1].replaceFirst("(?s).*\\nsummary: ", "").replaceFirst("(?s)\\n.*", "");
        String words = known[2].replaceAll("(?m)^#.*", "").strip();
        String half = words.substring(0, words.length() / 2);
        cases.add(of("the text of another", WRITE, "title", "Walk", "summary", summary, "why", words));
        cases.add(of(
                "most of the text of another",
                WRITE,
                "title",
                "Walk",
                "summary",
                two,
                "why",
                words.substring(words.length() / 5)));
        cases.add(of(
                "half the text of another",
                WRITE,
                "title",
                "Walk",
                "summary",
                two,
                "why",
                half.substring(half.length() / 4)));
        cases.add(of(
                "the text of another that is named",
                WRITE,
                "title",
                "Walk",
                "summary",
                summary,
                "why",
                words,
                "related.practice",
                "pause-to-move-faster",
                "related.reason",
                "It is shorter."));
        return cases;
    }

    /** What would be better, and beside it what is good enough. */
    private static List<Case> advised(String two) {
        List<Case> cases = new ArrayList<>();
        String[][] terms = {
            {"challenges", "running-on-empty"}, {"roles", "facilitator"}, {"phases", "gather"}, {"leverage", "rules"}
        };
        for (int given = 0; given < 1 << terms.length; given++) {
            List<String> values = new ArrayList<>(List.of("title", "Walk", "summary", two, "what", "1. Walk."));
            for (int i = 0; i < terms.length; i++) {
                if ((given >> i & 1) == 1) {
                    values.addAll(List.of(terms[i]));
                }
            }
            cases.add(of("terms " + values.subList(6, values.size()), WRITE, values.toArray(String[]::new)));
        }
        for (String[] more : new String[][] {
            {"when", "After lunch."},
            {"what", "1. Walk."},
            {"steps.gist", "Walk"},
            {"why", "It wakes people."},
            {"what", "1. Walk.", "when", "After lunch.", "authors", "Ada"},
            {"what", "1. Walk.", "sources.title", "A book", "sources.author", "Somebody"},
            {"sources.title", "A book"},
            {"sources.url", "https://example.org", "sources.author", "Somebody"},
            {"related.practice", "know-your-role"},
            {"aka", "Knowing your roles\nKnow the role"},
            {"aka", "know-your-role"},
            {"aka", "Who does what"},
            {"aka", "who did what?"},
            {"aka", "Walking"},
            {"aka", "knowing the role", "related.practice", "know-your-role", "related.reason", "It is another."}
        }) {
            List<String> values = new ArrayList<>(List.of("title", "Walk", "summary", two));
            values.addAll(List.of(more));
            cases.add(of("advice " + List.of(more), WRITE, values.toArray(String[]::new)));
        }
        for (String title : List.of(
                "Knowing the roles",
                "ROLE: know it!",
                "Role",
                "Who did what",
                "Learnt from failures",
                "日本語",
                "Constructor")) {
            cases.add(of("name " + title, WRITE, "title", title, "summary", two));
            cases.add(of("name asked for " + title, ASK, "title", title, "summary", two));
        }
        cases.add(of(
                "related to itself",
                WRITE,
                "title",
                "Know your role",
                "summary",
                two,
                "related.practice",
                "know-your-role",
                "related.reason",
                "It is the same."));
        String tale = "We walked round the lake, in pairs, and talked of this and that. ".repeat(2);
        for (String story : List.of(
                tale,
                tale + "One of us saw why.",
                tale + "We were quick. [Read on](../attempts/members-tool.md).",
                tale + "We were quick. [Read on](../attempts/not-there.md).",
                tale + "We were quick. [Read on](https://example.org/attempts/a).",
                "- We walked\n- round the **lake**\n- in `pairs`\n\n### Then\n\n" + tale,
                "We walked, and that was all.",
                "- walk\n".repeat(24),
                "- walk\n".repeat(25))) {
            cases.add(of("story " + story.replace("\n", "⏎"), WRITE, "title", "Walk", "summary", two, "story", story));
        }
        for (String lesson : List.of(
                "Talk more",
                "Talk",
                "Talk more often",
                "Talk - more",
                "We tried: silence!",
                "we   TRIED silence",
                "話す",
                "พูดคุย",
                "x - y")) {
            cases.add(tried("lesson " + lesson, "lesson", lesson));
        }
        cases.add(tried("a setting", "setting", "A call"));
        for (String part : List.of("meant", "happened", "why", "next", "colleague")) {
            cases.add(tried("only " + part, part, "Somebody laughed."));
            cases.add(tried("what happened and " + part, "happened", "Somebody laughed.", part, "People were tired."));
        }
        return cases;
    }

    private static Case tried(String name, String... values) {
        List<String> all = new ArrayList<>(List.of(
                "practices.practice",
                "know-your-role",
                "title",
                "We tried silence",
                "result",
                "mixed",
                "lesson",
                "Tell people how long."));
        all.addAll(List.of(values));
        return of(name, TRIED, all.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFormSaysWhatTheBuildSays(Case form) {
        Page page = visit.page();
        page.navigate(server.address() + form.form());
        fill(page, form.values());
        page.locator("[data-act=copy]").click();
        String path = page.locator("[data-file-name]").textContent();
        String text = page.locator("[data-file]").inputValue();
        assertSame(page, verdict(path, text, true), text);
        assertThat(visit.complaints()).isEmpty();
    }

    /** Whatever stands side by side: the form may overlook something that the build finds, and finds nothing else. */
    @Test
    void textsOfRandomPiecesMakeNoFalseAlarm() {
        List<String> pieces = List.of(
                "**",
                "**bold**",
                "*",
                "_",
                "`",
                "``",
                "[x](a b.md)",
                "[x] (a.md)",
                "(x)[https://example.org]",
                "[^1]",
                "\n[^1]: note\n",
                "[a][b]",
                "\n[b]: https://example.org\n",
                "\n##Head\n",
                "\n### Sub\n",
                "\n#### Deep\n",
                "\n- item\n",
                "\n1. step (10 min)\n",
                "\n2. two\n",
                "\n-a\n-b\n",
                "\n> quote\n",
                "\n- ",
                "    ",
                "TODO",
                "[insert name]",
                "word",
                "Another word. ",
                "\n\n",
                "\n```\n",
                "\n~~~\n",
                "\\",
                "[",
                "]",
                "<b>",
                "<https://example.org>",
                "\n| a | b |\n|---|---|\n| **x | TODO |\n\n",
                "\n---\n",
                "\n**Steps:**\n",
                "~~",
                "!",
                "![x](a.png)",
                "[w]()",
                "[w](#what-to-do)",
                "[w](know-your-role.md#no)",
                "[w](www.example.org)",
                "[r]",
                "[r][]",
                "[t][r]",
                "![i][r]",
                "\n[r]: none.md\n",
                "\n\n[r]: javascript:x\n\n",
                "<ftp://example.org>",
                "é",
                "日本");
        SplittableRandom random = new SplittableRandom(11);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(8); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            }
            texts.add(text.toString());
        }
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + WRITE);
            fill(page, body("", "One word after another, ".repeat(5)).values());
            page.locator("[data-act=copy]").click();
            List<?> made = (List<?>) page.evaluate(
                    "texts => texts.map(text => { document.querySelector('#f-when').value = text; playbookContribute.refresh();"
                            + " return [document.querySelector('[data-file]').value].concat(Array.from("
                            + "document.querySelectorAll('[data-problems] li'), one => one.dataset.code)); })",
                    texts);
            for (Object one : made) {
                List<String> codes = new ArrayList<>(
                        ((List<?>) one).stream().map(String::valueOf).toList());
                String text = codes.remove(0);
                verdict("practices/walk-in-pairs.md", text, true).forEach(found -> codes.remove(found.code()));
                assertThat(codes).as(text).isEmpty();
            }
        });
    }

    /** Whatever becomes of the lines between the hyphens: what the form finds, the build finds. */
    @Test
    void damagedFrontMatterMakesNoFalseAlarm() {
        String path = "practices/know-your-role.md";
        String whole = text(path);
        int end = whole.indexOf("\n---\n");
        List<String> signs = List.of(
                "\"",
                "'",
                ":",
                ": ",
                "#",
                " #",
                "-",
                "- ",
                "[",
                "]",
                "{",
                "}",
                ",",
                "\n",
                "\t",
                " ",
                "  ",
                "*",
                "&",
                "!",
                "|",
                ">",
                "@",
                "%",
                "?",
                "\\",
                "“",
                "x",
                "title",
                "\nnote: x",
                "\nwords",
                "---\n");
        SplittableRandom random = new SplittableRandom(Long.getLong("seed", 5));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("texts", 400); i++) {
            StringBuilder text = new StringBuilder(whole);
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                int at = random.nextInt(end);
                int length = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
                text.replace(at, at + length, random.nextInt(5) == 0 ? "" : signs.get(random.nextInt(signs.size())));
            }
            texts.add(text.toString());
        }
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + CHANGE + "?file=" + path);
            page.waitForFunction("() => document.querySelector('#f-text')?.value");
            page.waitForFunction("() => playbookContribute.loading === 0 && playbookContribute.entry");
            page.waitForTimeout(300);
            List<?> made = (List<?>) page.evaluate(
                    "texts => texts.map(text => { document.querySelector('#f-text').value = text; playbookContribute.refresh();"
                            + " return [document.querySelector('[data-file]').value].concat(Array.from("
                            + "document.querySelectorAll('[data-problems] li'), one => one.dataset.code)); })",
                    texts);
            int told = 0;
            List<String> wrong = new ArrayList<>();
            List<String> beside = new ArrayList<>();
            for (Object one : made) {
                List<String> codes = new ArrayList<>(
                        ((List<?>) one).stream().map(String::valueOf).toList());
                String text = codes.remove(0);
                told += codes.size();
                List<Diagnostic> found = verdict(path, text, false);
                found.forEach(diagnostic -> {
                    if (!codes.remove(diagnostic.code())) {
                        WIDER.getOrDefault(diagnostic.code(), Set.of()).forEach(codes::remove);
                    }
                });
                if (!codes.isEmpty()) {
                    String what = codes + " and not "
                            + found.stream().map(Diagnostic::code).toList() + "\n"
                            + text.substring(0, Math.min(text.length(), end + 20));
                    (found.isEmpty() ? wrong : beside).add(what);
                }
            }
            assertThat(wrong).isEmpty();
            // of two mistakes in the neighbourhood the parser meets another one first
            assertThat(beside).hasSizeLessThanOrEqualTo(texts.size() / 50);
            assertThat(told).isGreaterThan(texts.size() / 5);
        });
    }

    /** The form tells of the same mistakes, as often and in the same words. */
    private static void assertSame(Page page, List<Diagnostic> found, String text) {
        List<String> told = page.locator("[data-problems] li").all().stream()
                .map(item -> item.getAttribute("data-code") + ": " + item.textContent())
                .toList();
        List<String> codes =
                told.stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
        List<String> expected = found.stream()
                .map(Diagnostic::code)
                .map(code -> WIDER.getOrDefault(code, Set.of()).stream()
                        .filter(codes::contains)
                        .findFirst()
                        .orElse(code))
                .toList();
        assertThat(codes)
                .as("%s in %s", told, text.lines().limit(40).collect(Collectors.joining("\n")))
                .containsExactlyInAnyOrderElementsOf(expected);
        for (Diagnostic one : found) {
            if (!WIDER.containsKey(one.code())) {
                assertThat(told).anySatisfy(line -> assertThat(line).containsIgnoringCase(one.message()));
            }
        }
    }

    /** What the build has to say of a file that is added to this repository's content, or changed there. */
    private static List<Diagnostic> verdict(String path, String text, boolean added) {
        boolean taken =
                added && readings.stream().anyMatch(reading -> reading.path().equals(path));
        List<FileReading> all = new ArrayList<>(readings);
        all.removeIf(reading -> reading.path().equals(path));
        all.add(ContentFolder.readEntry(path, text, "en"));
        Content read = ContentFolder.assemble(all);
        List<Diagnostic> reading = new ArrayList<>(read.diagnostics());
        if (taken) {
            reading.add(ContentFolder.taken(new SourceFile(path, text), path, path.replaceAll(".*/|[.]md$", "")));
        }
        Content content = new Content(
                read.settings(),
                read.practices(),
                read.attempts(),
                read.pathways(),
                read.pages(),
                read.terms(),
                read.glossary(),
                read.assets(),
                reading);
        List<Diagnostic> found =
                new ArrayList<>(Checks.run(content, Linker.link(content, added ? written(path) : History.NONE, false)));
        found.removeIf(one -> !one.place().file().path().equals(path));
        return found;
    }

    /** A history in which all but one file have been there for long. */
    private static History written(String path) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Map<String, History.FileHistory> files = new LinkedHashMap<>();
        readings.stream()
                .map(FileReading::path)
                .filter(other -> !other.equals(path))
                .forEach(other -> files.put(other, new History.FileHistory(day, day, List.of())));
        return new History(files, Optional.empty());
    }

    @Test
    void aPracticeWhoseNameIsTakenWouldClash() throws IOException {
        Path content = temp.resolve("content");
        copy(Path.of("content"), content);
        Files.writeString(
                content.resolve("practices/Know-your-role.md"), "---\ntitle: Know your role\nsummary: x\n---\n");
        assertThat(ContentFolder.open(content).read(Workers.ofThisMachine()).diagnostics().stream()
                        .map(Diagnostic::code))
                .contains("slug-twice");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void whatIsTypedIsWhatIsRead() {
        String[] values = {
            "key: value", "- dash", "null", "true", "~", "#hash", "*star", "&and", "@at", "%percent", "!mark", "`tick",
                    "[a]", "{a}",
            "a # b", "a: ", ":", "?", "? a", "| a", "> a", "back\\slash", "1.0", "2026-01-01", "a,b", "tab\there",
                    "don't", "x'y'",
            "emoji 🚀", "مرحبا: x", "trailing -", "a]b", "---", "...", "<<: x", "0x1f", "1e3", "é\u0301", "\u0085nel",
                    "a\u2028b"
        };
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + WRITE);
            fill(
                    page,
                    Map.of(
                            "title",
                            "Walk",
                            "summary",
                            "x",
                            "materials",
                            String.join("\n", values).replace("\u0085", "").replace("\u2028", "")));
            Practice practice = (Practice) ContentFolder.readEntry(
                            page.locator("[data-file-name]").textContent(),
                            page.locator("[data-file]").inputValue(),
                            "en")
                    .entry()
                    .orElseThrow();
            List<String> typed = Arrays.stream(values)
                    .map(value -> value.replaceFirst("^[-*]\\s+", "")
                            .replaceAll("[\u0085\u2028]", "")
                            .replaceAll("\\s+", " ")
                            .strip())
                    .toList();
            assertThat(practice.materials().stream().map(value -> value.replaceAll("[‘’]", "'")))
                    .containsExactlyElementsOf(typed);
        });
    }

    @Test
    void yamlOfAnyTextIsReadBack() {
        SplittableRandom random = new SplittableRandom(7);
        String signs = "aZ0 \"'\\:#-,[]{}&*!|>%@`~?.\n\t\u0007\u0085\u00a0\u2028\ufeffé🚀שم<=_^$+;()/";
        int[] points = signs.codePoints().toArray();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(9); length > 0; length--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            texts.add(text.toString());
        }
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + WRITE);
            fill(page, Map.of("title", "Walk"));
            List<?> written = (List<?>) page.evaluate("texts => texts.map(playbookContribute.yaml)", texts);
            for (int i = 0; i < texts.size(); i++) {
                for (String around : List.of("k: %s\n", "k:\n  - %s\n  - x\n", "k: [x, %s]\n")) {
                    boolean flow = around.contains("[");
                    String yaml = around.replace("%s", (String) written.get(i));
                    if (flow && !yaml.contains("\"")) {
                        continue; // lists on one line hold slugs alone
                    }
                    YamlReader.Result read =
                            YamlReader.read(new SourceFile("x.yml", yaml), new Span(0, yaml.length()), KnownKeys.NONE);
                    assertThat(read.diagnostics()).as(yaml).isEmpty();
                    Yaml value = read.mapping().entries().get(0).value();
                    Yaml one =
                            value instanceof Yaml.Items items ? items.values().get(flow ? 1 : 0) : value;
                    assertThat(((Yaml.Text) one).value()).as(yaml).isEqualTo(texts.get(i));
                }
            }
        });
    }

    @Test
    void markupStaysText() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            List<String> dialogs = new ArrayList<>();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            String evil =
                    "<img src=x onerror=alert(1)><script>alert(2)</script> **<b>x</b>** [x](javascript:alert(3)) `<i>`";
            page.navigate(server.address() + WRITE);
            fill(page, Map.of("title", evil, "summary", evil, "when", evil, "steps.gist", evil, "materials", evil));
            page.locator("[data-act=host]").click();
            assertThat(page.locator(
                                    "[data-preview] img, [data-preview] script, [data-preview] b, [data-preview] [href^=java]")
                            .count())
                    .isZero();
            assertThat(page.locator("[data-preview]").textContent()).contains("<script>alert(2)</script>");
            assertThat(dialogs).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aTextIsHandedOverInFourWays(boolean fromDisk) {
        String home = fromDisk ? site.folder().toUri().toString() : server.address();
        visit(home, new Browser.NewContextOptions().setAcceptDownloads(true), page -> {
            // nobody leaves this machine in a test
            page.context().route(url -> url.startsWith("https:"), route -> route.abort());
            page.navigate(home + WRITE);
            fill(page, Map.of("title", "Walk: in pairs & more", "summary", "Ä +%?#=\" x"));
            String text = page.locator("[data-file]").inputValue();
            String host = page.locator("[data-act=host]").getAttribute("href");
            assertThat(host)
                    .startsWith(
                            "https://github.com/example/practice-playbook/new/main?filename=content/practices/walk-in-pairs-more.md&value=");
            assertThat(URLDecoder.decode(host.substring(host.indexOf("&value=") + 7), StandardCharsets.UTF_8))
                    .isEqualTo(text);
            String mail = page.locator("[data-act=email]").getAttribute("href");
            assertThat(URLDecoder.decode(mail.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .startsWith(
                            "mailto:?subject=Write a practice: Walk: in pairs & more&body=practices/walk-in-pairs-more.md")
                    .endsWith(text.replace("\n", "\r\n"));
            Download download = page.waitForDownload(
                    () -> page.locator("[data-act=download]").click());
            assertThat(download.suggestedFilename()).isEqualTo("walk-in-pairs-more.md");
            assertThat(download.path()).content().isEqualTo(text);
            page.locator("[data-act=copy]").click();
            page.locator("[data-next] li:has-text('The text is copied.')").waitFor();
            page.locator("[name=aka]").focus();
            page.locator("[name=aka]").fill("");
            page.keyboard().press("Control+v");
            assertThat(page.locator("[name=aka]").inputValue()).isEqualTo(text);
        });
    }

    @Test
    void aLongTextIsCopiedAndTheStepsSaySo() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.context().route(url -> url.startsWith("https:"), route -> route.abort());
            page.navigate(server.address() + WRITE);
            fill(page, Map.of("title", "Walk in pairs", "summary", "x", "why", "Long words. ".repeat(600)));
            assertThat(page.locator("[data-act=host]").getAttribute("href"))
                    .isEqualTo(
                            "https://github.com/example/practice-playbook/new/main?filename=content/practices/walk-in-pairs.md");
            assertThat(page.locator("[data-act=email]").getAttribute("href").length())
                    .isLessThan(2000);
            page.context()
                    .waitForPage(() -> page.locator("[data-act=host]").click())
                    .close();
            Locator steps = page.locator("[data-next] li");
            steps.first().waitFor();
            assertThat(steps.first().textContent()).contains("too long");
            assertThat(steps.allTextContents())
                    .anySatisfy(step -> assertThat(step).contains("walk-in-pairs.md"));
        });
    }

    @Test
    void whereABrowserDoesNotCopyTheTextIsMarked() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.addInitScript("Object.defineProperty(navigator, 'clipboard', {value: undefined});"
                    + "Document.prototype.execCommand = () => false;");
            page.navigate(server.address() + ASK);
            fill(page, Map.of("title", "End well", "summary", "x"));
            page.locator("[data-act=copy]").click();
            page.locator("[data-next] li:has-text('Ctrl+C')").waitFor();
            assertThat(page.evaluate("() => document.activeElement.hasAttribute('data-file')"
                            + " && getSelection().toString().startsWith('---')"))
                    .isEqualTo(true);
        });
    }

    @Test
    void mistakesAreListedAndTheListLeadsToThem() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + WRITE);
            assertThat(page.locator("[data-problems] li").count()).isZero();
            page.locator("[data-add=steps]").focus();
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("gist");
            fill(page, Map.of("story", "[x](nowhere.md)"));
            page.locator("[data-act=copy]").focus();
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.hasAttribute('data-summary')"))
                    .isEqualTo(true);
            assertThat(page.locator("[data-summary] li").allTextContents()).hasSize(3);
            page.locator("[data-summary] a").last().focus();
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("story");
            assertThat(page.locator("[name=story]").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(page.locator("[name=story]").isVisible()).isTrue();
        });
    }

    @Test
    void aDraftIsKeptAndCanBeThrownAway() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + TRIED + "?practice=know-your-role");
            assertThat(page.locator("[data-practices]").inputValue()).isEqualTo("know-your-role");
            fill(page, Map.of("title", "We tried: silence", "result", "mixed", "roles", "member"));
            page.waitForTimeout(400);
            page.reload();
            assertThat(page.locator("[data-draft]").textContent()).contains("is back");
            assertThat(page.locator("[name=title]").inputValue()).isEqualTo("We tried: silence");
            assertThat(page.locator("[name=result][value=mixed]").isChecked()).isTrue();
            assertThat(page.locator("[name=roles][value=member]").isChecked()).isTrue();
            page.locator("[data-draft-clear]").click();
            assertThat(page.locator("[name=title]").inputValue()).isEmpty();
            page.reload();
            assertThat(page.locator("[data-draft]").isVisible()).isFalse();
            assertThat(page.locator("[data-practices]").inputValue()).isEqualTo("know-your-role");
        });
    }

    @Test
    void aBrowserThatKeepsNothingStillLetsOneWrite() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.addInitScript("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});");
            page.navigate(server.address() + ASK);
            fill(page, Map.of("title", "End well", "summary", "x"));
            assertThat(page.locator("[data-file]").inputValue()).contains("title: End well");
            page.locator("[data-draft]").waitFor();
            assertThat(page.locator("[data-draft]").textContent()).contains("does not keep");
        });
    }

    @Test
    void theAllClearIsGivenOnlyOfWhatIsWholeAndCouldBeRead() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + ASK);
            fill(page, Map.of("title", "End well"));
            Locator verdict = page.locator("[data-verdict]");
            assertThat(verdict.textContent()).startsWith("So far, so good;");
            fill(page, Map.of("summary", "Meetings end late. Say when."));
            assertThat(verdict.textContent()).isEqualTo("Nothing to mend.");
            page.navigate(server.address() + CHANGE + "?file=practices/know-your-role.md");
            page.waitForFunction("() => document.querySelector('#f-text')?.value");
            page.fill("#f-text", text("practices/know-your-role.md").replaceFirst("title: .*", "title: &know x"));
            page.locator("[data-verdict]:has-text('Not all of this could be read here')")
                    .waitFor();
        });
    }

    @Test
    void aTitleThatGivesNoNameOfAFileIsTold() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            Locator told = page.locator("[data-problems] [data-code=title-name]");
            page.navigate(server.address() + ASK);
            fill(page, Map.of("title", "a".repeat(Slug.LONGEST), "summary", "x"));
            assertThat(told.count()).isZero();
            for (String title : List.of("a".repeat(Slug.LONGEST + 1), "円".repeat(Slug.LONGEST / 3 + 1))) {
                fill(page, Map.of("title", title));
                assertThat(told.textContent()).contains("too long for the name of a file");
            }
            fill(page, Map.of("title", "?!"));
            assertThat(told.textContent()).contains("at least one letter");
        });
    }

    @Test
    void longLinesStayInThePaneOfTheCheck() {
        Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(390, 844);
        visit(server.address(), phone, page -> {
            page.navigate(server.address() + WRITE);
            fill(
                    page,
                    Map.of("title", "W".repeat(70), "summary", "x", "what", "```\n" + "word ".repeat(30) + "\n```\n"));
            page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
            assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
            assertThat(page.evaluate("() => { const pane = document.querySelector('.pane');"
                            + " return pane.scrollWidth - pane.clientWidth; }"))
                    .isEqualTo(0);
        });
    }

    @Test
    void adviceWaitsForErrorsStandsFoldedAndKeepsNobodyBack() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + WRITE);
            Locator fold = page.locator("[data-advice]");
            fill(page, Map.of("title", "Knowing the role", "what", "1. Walk."));
            assertThat(fold.isVisible()).isFalse();
            fill(page, Map.of("summary", "x"));
            assertThat(fold.isVisible()).isTrue();
            assertThat(fold.getAttribute("open")).isNull();
            assertThat(page.locator("[data-verdict]").textContent()).isEqualTo("4 pieces of advice.");
            assertThat(page.locator("[data-errors] li").count()).isZero();
            assertThat(page.locator("#f-authors-says p").count()).isZero();
            assertThat(page.locator("#f-title-says p").textContent()).contains("much like \"Know your role\"");
            page.locator("[data-act=copy]").click();
            page.locator("[data-next] li:has-text('The text is copied.')").waitFor();
            assertThat(page.locator("[data-summary]").isVisible()).isFalse();
            assertThat(page.locator("#f-authors-says p").textContent()).contains("who wrote it");
            fold.locator("summary").click();
            fold.locator("[data-code=credit-missing] a").click();
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("f-authors");
        });
    }

    @Test
    void withoutScriptThePageTellsHowToDoItByHand() {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            for (String path : List.of(WRITE, TRIED, ASK, CHANGE)) {
                page.navigate(server.address() + path);
                assertThat(page.locator("form").isVisible()).as(path).isFalse();
                assertThat(page.locator("[data-act]").first().isVisible())
                        .as(path)
                        .isFalse();
                assertThat(page.locator(".by-hand-steps").first().isVisible())
                        .as(path)
                        .isTrue();
            }
            page.navigate(server.address() + WRITE);
            assertThat(page.locator(".by-hand pre").first().textContent())
                    .contains("title: Title here", "## What to do");
        }
    }

    @Test
    void aPartThatIsMissingIsTold() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.route("**/rules.js", route -> route.abort());
            page.navigate(server.address() + WRITE);
            page.locator("[data-broken]").waitFor();
            assertThat(page.locator(".by-hand-steps").isVisible()).isTrue();
        }
    }

    @Test
    void everyTextCanBeChangedInThePage() throws IOException {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            for (String path : List.of(
                    "practices/know-your-role.md",
                    "attempts/members-tool.md",
                    "pathways/start-here.md",
                    "pages/leverage-points.md",
                    "taxonomy/roles.yml",
                    "practices/pause-to-move-faster.md")) {
                page.navigate(server.address() + CHANGE + "?file=" + path);
                page.waitForFunction("() => document.querySelector('#f-text')?.value");
                assertThat(page.locator("#f-text").inputValue()).isEqualTo(text(path));
                page.locator("[data-verdict]:has-text('Nothing is changed yet')")
                        .waitFor();
                assertThat(page.locator("[data-problems] li").allTextContents())
                        .as(path)
                        .isEmpty();
            }
        });
    }

    static Stream<Arguments> changes() {
        String role = "practices/know-your-role.md";
        String tool = "attempts/members-tool.md";
        String start = "pathways/start-here.md";
        return Stream.of(
                changed(role, "title: Know your role", "title: Know: your role"),
                changed(role, "title: Know your role", "title:"),
                changed(role, "title: Know your role\n", ""),
                changed(role, "title: Know your role", "title:Know your role"),
                changed(role, "title: Know your role", "title: [Know your role]"),
                changed(role, "title: Know your role", "title: \"Know: your role\""),
                changed(role, "title: Know your role", "title: #1 know your role"),
                changed(role, "title: Know your role", "title: Know your role #1"),
                changed(role, "title: Know your role", "title: Know your role # a note"),
                changed(role, "title: Know your role", "title: “Know your role”"),
                changed(role, "  - markers", "  - “markers”"),
                changed(role, "materials:\n", "materials\n"),
                changed(role, "related:\n", "Related\n"),
                changed(role, "title: Know your role", "title = Know your role"),
                changed(role, "title: Know your role", "title; Know your role"),
                changed(role, "  - markers", " - markers"),
                changed(role, "  - markers", "   - markers"),
                changed(role, "  - markers", "markers"),
                changed(role, "phases: [prepare, act]", "phases:\n - prepare\n- act"),
                changed(role, "phases: [prepare, act]", "phases: [prepare, act],"),
                changed(role, "reviewed: 2026-11", "reviewed: 11/2026"),
                changed(role, "title: Know your role", "title: @know"),
                changed(role, "title: Know your role", "title: *Know* your role"),
                changed(role, "title: Know your role", "title: > 3 people"),
                changed(role, "title: Know your role", "title: !important"),
                changed(role, "title: Know your role", "title: \"Know your role"),
                changed(role, "title: Know your role", "title: 'Know your role"),
                changed(role, "title: Know your role", "title: \"Know\n  your role\""),
                changed(role, "title: Know your role", "title: 'Don''t know'"),
                changed(role, "title: Know your role", "title: \"Know\" your role"),
                changed(role, "title: Know your role", "title: 'What's your role'"),
                changed(role, "title: Know your role", "title: \"C:\\Users\""),
                changed(role, "title: Know your role", "title Know your role"),
                changed(role, "title: Know your role", "title: Know your role\nor not"),
                changed(role, "title: Know your role", "title: {Know your role"),
                changed(role, "phases: [prepare, act]", "phases: [prepare, act"),
                changed(role, "phases: [prepare, act]", "phases: [prepare,\n  act]"),
                changed(role, "phases: [prepare, act]", "phases: [prepare, act] and more"),
                changed(role, "  - markers", "  - \"markers"),
                changed(role, "  - markers", "  - 'markers' and \"pens\""),
                changed(role, "  - markers", "  - @markers"),
                changed(role, "  - markers", "  - |\n    note: \"x\n    [\n  - markers"),
                changed(role, "  - title: An article", "  - title: An: article"),
                changed(role, "authors: [", "authors ["),
                changed(role, "reviewed: 2026-11", "reviewed 2026-11"),
                changed(role, "title: Know your role", "title: Know\n  your role"),
                changed(role, "title: Know your role", "Title: Know your role"),
                changed(role, "title: Know your role", "title: Know your role\ntitle: Twice"),
                changed(role, "title: Know your role", "title: Pausing to move faster"),
                changed(role, "challenges: [doing-members-work", "challenges: [doing-member-work"),
                changed(role, "time: 60-90 min", "time: an hour or so"),
                changed(role, "time: 60-90 min", "time: 60–90min"),
                changed(role, "time: 60-90 min", "time: 1 hour"),
                changed(role, "experience: some", "experience: lots"),
                changed(role, "reviewed: 2026-11", "reviewed: 2026-31"),
                changed(role, "reviewed: 2026-11", "state: retired"),
                changed(role, "reviewed: 2026-11", "replaced_by: know-your-role"),
                changed(role, "](say-what-we-do.md)", "](say-what.md)"),
                changed(role, "authors:", "autors:"),
                changed(role, "authors:", "\tauthors:"),
                changed(role, "\n---\n\n", "\n\n"),
                changed(role, "\n---\n\n", "\n--\n\n"),
                changed(role, "---\n", ""),
                changed(role, "## What to do", "## Waht to do"),
                changed(role, "## What to do", "### What to do"),
                changed(role, "## What to do", "**What to do**"),
                changed(role, "## What to do", "## Later\n\n## What to do"),
                changed(role, "## When to use", "# Know your role\n\n## When to use"),
                changed(role, "## When to use", "## Steps\n\n1. Walk.\n\n## When to use"),
                changed(role, "## When to use", "```\n## When to use"),
                changed(role, "## When to use", "**TODO [x] (y.md)\n\n## When to use"),
                changed(role, "## When to use", "<javascript:alert(1)>, <ftp://a.b>\n\n## When to use"),
                changed(role, "## When to use", "<file:///a> `<javascript:x>` \\<ftp://a.b>\n\n## When to use"),
                changed(role, "## When to use", "[r] <https://a.b> <a@b.c>\n\n[r]: <none.md> (x)\n\n## When to use"),
                changed(role, "## When to use", "[r]\n\n[r]: <a b.md>\n\n## When to use"),
                changed(tool, "title:", "follows: members-tool\ntitle:"),
                changed(tool, "setting:", "lession:"),
                changed(tool, "practices: [know-your-role]", "practices: [know]"),
                changed(tool, "## Why, as far as we can see", "## Why, as far as we can sea"),
                changed(start, "    why:", "    wy:"),
                changed(start, "practice: fail-first-attempt", "practice: know-your-role"),
                changed(start, "practice: fail-first-attempt", "practice: fail"),
                changed("pages/leverage-points.md", "order:", "ordre:"),
                changed("pages/leverage-points.md", "## ", "##"));
    }

    private static Arguments changed(String path, String before, String after) {
        return Arguments.of(path, before, after);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsCheckedAsTheBuildDoes(String path, String before, String after) {
        Page page = visit.page();
        page.navigate(server.address() + CHANGE + "?file=" + path);
        page.waitForFunction("() => document.querySelector('#f-text')?.value");
        String text = text(path);
        assertThat(text).contains(before.strip());
        int at = text.indexOf(before);
        page.locator("#f-text")
                .fill(at < 0 ? text : text.substring(0, at) + after + text.substring(at + before.length()));
        page.waitForFunction("() => ['entry', 'check', 'show'].every(name => playbookContribute[name])");
        page.evaluate("() => playbookContribute.refresh()");
        page.waitForFunction("() => playbookContribute.loading === 0");
        String written = page.locator("[data-file]").inputValue();
        assertSame(page, verdict(path, written, false), written);
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void aMistakeInAWholeTextLeadsToItsLine() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + CHANGE + "?file=practices/know-your-role.md");
            page.waitForFunction("() => document.querySelector('#f-text')?.value");
            String text = text("practices/know-your-role.md");
            page.fill(
                    "#f-text",
                    text.replace("](say-what-we-do.md)", "](say-what.md)").replace("time: 60-90", "time: 60–"));
            Locator first =
                    page.locator("[data-problems] li[data-code=broken-link] a").first();
            int line = text.substring(0, text.indexOf("](say-what-we-do.md)")).split("\n").length;
            assertThat(first.textContent()).startsWith("Line " + line + ": There is nothing at");
            first.click();
            assertThat((String) page.evaluate("() => { const area = document.activeElement;"
                            + " return area.value.slice(area.selectionStart, area.selectionEnd); }"))
                    .isEqualTo(text.split("\n")[line - 1].replace("say-what-we-do.md", "say-what.md"));
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "() => { const area = document.activeElement;"
                                                    + " return area.scrollTop > 0 && document.querySelectorAll('form textarea').length === 1; }"))
                    .isTrue();
            page.fill("#f-text", text.replace("title: Know your role", "title: \"Know your role"));
            assertThat(page.locator("[data-problems] li[data-code=quote-open]").textContent())
                    .startsWith("Line 2: A quotation mark opens here");
        });
    }

    @Test
    void aTextThatIsNotThereIsNamed() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + CHANGE + "?file=practices/<b>nope.md");
            page.locator(".none:visible").waitFor();
            assertThat(page.locator(".none p").first().textContent())
                    .startsWith("There is no text practices/<b>nope.md in this playbook. First open the page");
        });
    }

    @Test
    void rowsAreToldApartByEar() {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + WRITE);
            Locator rows = page.locator("[data-rows=steps] .row");
            page.locator("[data-add=steps]").click();
            page.locator("[data-add=steps]").click();
            rows.first().locator("[name=gist]").fill("Sit down");
            assertThat(rows.last().getAttribute("aria-label")).isEqualTo("Step 2");
            Locator up = rows.last().locator("[data-up]");
            assertThat(up.getAttribute("aria-label")).isEqualTo("Move up: Step 2");
            up.click();
            assertThat(rows.last().locator("[name=gist]").inputValue()).isEqualTo("Sit down");
            assertThat(rows.last().getAttribute("aria-label")).isEqualTo("Step 2");
            assertThat(rows.first().locator("[data-up]").getAttribute("aria-disabled"))
                    .isEqualTo("true");
        });
    }

    @Test
    void aPlaybookWithoutRepositoryTakesChangesByMail() throws IOException {
        Path built = built("repository: https://github.com/example/practice-playbook", "email: playbook@example.org");
        String home = built.toUri().toString();
        visit(home, new Browser.NewContextOptions(), page -> {
            page.navigate(home + "practices/know-your-role.html");
            page.locator("text=Suggest a change").last().click();
            page.waitForFunction("() => document.querySelector('#f-text')?.value");
            assertThat(page.locator("[data-act=host]").count()).isZero();
            page.locator("#f-text").fill("---\ntitle: Know your role\nsummary: Short.\n---\n");
            page.waitForTimeout(400);
            assertThat(page.locator("[data-act=email]").getAttribute("href"))
                    .startsWith("mailto:playbook@example.org?");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.com/a/b, , https://gitlab.com/a/b/-/new/main/content/practices?file_name=walk.md&content=",
        "https://codeberg.org/a/b, , https://codeberg.org/a/b/_new/main?filename=content/practices/walk.md&value=",
        "https://code.example.org/a/b, gitlab, https://code.example.org/a/b/-/new/main/content/practices?file_name=walk.md&content=",
        "https://git.example.org/a/b, gitea, https://git.example.org/a/b/_new/main?filename=content/practices/walk.md&value="
    })
    void eachHostHasItsOwnAddresses(String repository, String kind, String expected) throws IOException {
        Path built = built(
                "repository: https://github.com/example/practice-playbook",
                "repository: " + repository + (kind == null ? "" : "\nhost: " + kind));
        String home = built.toUri().toString();
        visit(home, new Browser.NewContextOptions(), page -> {
            page.navigate(home + WRITE);
            fill(page, Map.of("title", "Walk", "summary", "x"));
            assertThat(page.locator("[data-act=host]").getAttribute("href")).startsWith(expected);
        });
    }

    private Path built(String before, String after) throws IOException {
        Path content = temp.resolve("content");
        copy(Path.of("content"), content);
        Path settings = content.resolve("playbook.yml");
        Files.writeString(settings, Files.readString(settings).replace(before, after));
        Path built = temp.resolve("site");
        assertThat(BuiltSite.build(content, built, temp.resolve("x.zip"))).isZero();
        return built;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 390", "DARK, 1360"})
    void aFormInUseIsAccessible(ColorScheme scheme, int width) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900);
        visit(server.address(), options, page -> {
            for (String path : List.of(WRITE, TRIED, ASK, CHANGE + "?file=practices/know-your-role.md", CHANGE)) {
                page.navigate(server.address() + path);
                if (path.startsWith(CHANGE)) {
                    page.locator("#f-text:visible, .none:visible").waitFor();
                } else {
                    page.locator("[data-add]").all().forEach(Locator::click);
                    fill(
                            page,
                            Map.of(
                                    "title",
                                    "Know the role",
                                    path.equals(TRIED) ? "lesson" : "summary",
                                    "x".repeat(241)));
                    page.locator("[data-act=copy]").click();
                    page.evaluate("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
                }
                List<String> violations = new ArrayList<>();
                new AxeBuilder(page)
                        .analyze()
                        .getViolations()
                        .forEach(violation -> violation
                                .getNodes()
                                .forEach(node -> violations.add(path + " " + violation.getId() + " " + node.getTarget()
                                        + " " + node.getFailureSummary())));
                assertThat(violations).isEmpty();
                int over = (Integer) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertThat(over).as(path).isZero();
            }
        });
    }

    @Test
    void theScriptsOfAFormAreSmall() throws IOException {
        visit(server.address(), new Browser.NewContextOptions(), page -> {
            for (String path : List.of(WRITE, CHANGE)) {
                page.navigate(server.address() + path);
                int size = 0;
                for (Locator script : page.locator("script[src*=assets]").all()) {
                    size += zipped(site.folder()
                            .resolve("contribute")
                            .resolve(script.getAttribute("src"))
                            .normalize());
                }
                assertThat(size).as(path).isLessThan(10_240);
                page.evaluate(
                        "() => document.querySelector('form input, form textarea').dispatchEvent(new FocusEvent('focusin', {bubbles: true}))");
                page.locator("script[src*=writing]")
                        .waitFor(new Locator.WaitForOptions()
                                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
                String later = page.locator("[data-scripts]").getAttribute("data-scripts");
                assertThat(later.split(" "))
                        .hasSize(3)
                        .allSatisfy(script -> assertThat(zipped(site.folder().resolve(script)))
                                .isPositive()
                                .isLessThan(10_240));
            }
        });
    }

    private static int zipped(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.size();
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of("content", path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts values into a form: {@code sources.url} is a field of a row; of boxes the value names the one to tick. */
    private static void fill(Page page, Map<String, String> values) {
        page.locator("form").waitFor();
        page.evaluate("() => document.querySelectorAll('form details').forEach(fold => fold.open = true)");
        values.forEach((name, value) -> {
            int dot = name.indexOf('.');
            Locator place = page.locator("form");
            if (dot > 0) {
                String rows = name.substring(0, dot);
                if (page.locator("[data-rows=" + rows + "] .row").count() == 0) {
                    page.locator("[data-add=" + rows + "]").click();
                }
                place = page.locator("[data-rows=" + rows + "] .row").first();
            }
            put(place.locator("[name=" + name.substring(dot + 1) + "]" + (dot > 0 ? "" : ":not(.row *)")), value);
        });
        page.waitForFunction(
                "() => window.playbookContribute && playbookContribute.rules?.says && playbookContribute.refresh");
        page.evaluate("() => playbookContribute.refresh()");
        page.waitForFunction("() => playbookContribute.loading === 0");
    }

    private static void put(Locator control, String value) {
        String kind = (String) control.first().evaluate("e => e.localName + ' ' + e.type");
        if (kind.startsWith("select")) {
            control.selectOption(value);
        } else if (kind.endsWith("checkbox") || kind.endsWith("radio")) {
            control.page()
                    .locator("[name=" + control.first().getAttribute("name") + "][value=" + value + "]")
                    .check();
        } else if (value.indexOf('\0') >= 0
                || value.indexOf('\uD83D') >= 0
                        && !Character.isLowSurrogate(value.charAt(value.indexOf('\uD83D') + 1))) {
            // what no keyboard sends, but a paste may
            control.evaluate(
                    "e => { e.value = 'a\\u202Eb \\uD83D end \\u0000\\u0007'; e.dispatchEvent(new Event('input', {bubbles: true})); }");
        } else {
            control.fill(value);
        }
    }

    private static void visit(String home, Browser.NewContextOptions options, Consumer<Page> work) {
        options.setReducedMotion(ReducedMotion.REDUCE);
        if (!home.startsWith("file")) {
            options.setPermissions(List.of("clipboard-read", "clipboard-write"));
        }
        try (BrowserContext context = chromium.browser().newContext(options);
                Visit visit = new Visit(context, home)) {
            work.accept(visit.page());
            assertThat(visit.complaints().stream().filter(line -> !line.contains("blob:")))
                    .isEmpty();
        }
    }
}
