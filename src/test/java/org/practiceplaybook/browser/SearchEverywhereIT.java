package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.search.RandomText;
import org.practiceplaybook.search.Script;
import org.practiceplaybook.search.Tokens;

/** The script finds the same everywhere: in a browser, from a server and from a disk, and in Node, where the tests run it. */
class SearchEverywhereIT {
    private static final int QUERIES = 1000;
    private static final int LIMIT = 10;

    private static Chromium chromium;
    private static BuiltSite site;
    private static SubPathServer server;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        site = BuiltSite.get();
        server = new SubPathServer(site.folder());
    }

    @AfterAll
    static void stop() {
        server.close();
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void everyQueryHasTheSameResults(String scheme) {
        List<String> queries = queries();
        List<Script.Answer> inNode = Script.open(index()).orElseThrow().search(queries, LIMIT);
        String home =
                scheme.equals("http") ? server.address() : site.folder().toUri().toString();
        List<String> differences = new ArrayList<>();
        int found = 0;
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, home)) {
            open(visit, home + "practices/know-your-role.html");
            @SuppressWarnings("unchecked") // what the script below gives
            List<List<List<Object>>> all = (List<List<List<Object>>>) visit.page()
                    .evaluate(
                            "async ([queries, limit]) => {"
                                    + " const session = await PlaybookSearch.open('../');"
                                    + " const all = [];"
                                    + " for (const query of queries) {"
                                    + "  const result = await session.search(query, { limit });"
                                    + "  all.push(result.hits.map((hit) => [hit.page, hit.anchor, String(hit.score)]));"
                                    + " }"
                                    + " return all; }",
                            List.of(queries, LIMIT));
            for (int i = 0; i < queries.size(); i++) {
                String node = inNode.get(i).hits().stream()
                        .map(hit -> line(hit.page(), hit.anchor(), hit.score()))
                        .collect(Collectors.joining("\n"));
                String browser = all.get(i).stream()
                        .map(row ->
                                line((String) row.get(0), (String) row.get(1), Double.parseDouble((String) row.get(2))))
                        .collect(Collectors.joining("\n"));
                found += node.isEmpty() ? 0 : 1;
                if (!node.equals(browser)) {
                    differences.add(queries.get(i) + "\n" + node + "\n-- but in the browser --\n" + browser);
                }
            }
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(differences).isEmpty();
        assertThat(found).isGreaterThan(QUERIES * 6 / 10);
    }

    private static String line(String page, String anchor, double score) {
        return page + "#" + anchor + " " + score;
    }

    private static Map<String, byte[]> index() {
        try (Stream<Path> walk = Files.walk(site.folder().resolve("search"))) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(site.folder().relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every letter that Java knows, and texts that nobody would write, are cut into the same words. */
    @Test
    void everyTextHasTheSameWords() throws IOException {
        List<String> texts =
                new ArrayList<>(Files.readAllLines(Path.of("src/test/resources/search/tokens.txt")).stream()
                        .filter(line -> !line.startsWith("# "))
                        .map(SearchEverywhereIT::unescaped)
                        .toList());
        Random random = new Random(71);
        for (int i = 0; i < 3000; i++) {
            String text = RandomText.of(random, 30);
            if (text.codePoints().allMatch(SearchEverywhereIT::isKnown)) {
                texts.add(text);
            }
        }
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int type = Character.getType(c);
            if (type != Character.UNASSIGNED
                    && type != Character.PRIVATE_USE
                    && type != Character.SURROGATE
                    && (c < 0x3400 || c > 0xd7ff || c % 97 == 0)
                    && (c < 0x17000 || c > 0x18cff)
                    && c < 0x20100) {
                String letter = new String(Character.toChars(c));
                texts.add("a" + letter + "b " + letter + "\u65e5" + letter + " x-" + letter + ".c");
            }
        }
        List<String> java = texts.stream().map(SearchEverywhereIT::words).toList();
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, server.address())) {
            open(visit, server.address() + "index.html");
            @SuppressWarnings("unchecked") // what the script below gives
            List<String> browser = (List<String>) visit.page()
                    .evaluate(
                            // a lone surrogate does not travel as it is
                            "(texts) => texts.map((text) => PlaybookSearch.tokens("
                                    + "text.replace(/\\\\u([0-9a-f]{4})/g, (all, hex) => String.fromCharCode(parseInt(hex, 16))))"
                                    + ".map((t) => [t.start, t.end, t.key, t.joint].join(' ')).join('|'))",
                            texts.stream().map(SearchEverywhereIT::escaped).toList());
            List<String> differences = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                if (!java.get(i).equals(browser.get(i))) {
                    differences.add(
                            escaped(texts.get(i)) + ": " + java.get(i) + " but in the browser " + browser.get(i));
                }
            }
            assertThat(differences).isEmpty();
        }
        assertThat(texts).hasSizeGreaterThan(20_000);
    }

    /** A letter that is newer than Java's Unicode may be known to the browser. */
    private static boolean isKnown(int c) {
        return Character.getType(c) != Character.UNASSIGNED || c >= 0x20000 && c < 0x40000;
    }

    private static String words(String text) {
        return Tokens.of(text).stream()
                .map(token -> token.start() + " " + token.end() + " " + token.key() + " " + token.joint())
                .collect(Collectors.joining("|"));
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(c < 127 && c >= ' ' && c != '\\' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return out.toString();
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** Opens a page, and has the search loaded. */
    private static void open(Visit visit, String address) {
        visit.go(address);
        visit.page().locator("[data-find]").focus();
        visit.page().waitForFunction("() => window.PlaybookSearch && PlaybookSearch.openDialog");
    }

    // ---- queries ----

    /** What readers may type: words of the content and pairs of them, with slips, cut, as phrases, left out, and worse. */
    private static List<String> queries() {
        Random random = new Random(72);
        List<String> lines = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(Path.of("content"))) {
            for (Path file : walk.filter(path -> path.toString().matches(".*\\.(md|yml)"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.length() > 20)
                        .forEach(lines::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> queries = new LinkedHashSet<>(List.of(
                "",
                " ",
                "\"",
                "\"\"",
                "-",
                "--",
                "!?",
                "role:",
                "role:facilitator",
                "ROLE:facilitator team",
                "type:practice",
                "tried:yes",
                "minutes:30",
                "minutes:030 people:12",
                "minutes:99999999999",
                "people:0",
                "type:practice -team",
                "type:page -\"your role\"",
                "__proto__",
                "constructor",
                "__proto__:x",
                "constructor:x",
                "toString",
                "hasOwnProperty valueOf",
                "role:__proto__",
                "<script>alert(1)</script>",
                "</script>",
                "\u202ehcraes",
                "\u05e9\u05dc\u05d5\u05dd",
                "\ud83d\udc69\u200d\ud83d\udc67",
                "x".repeat(10_000),
                "team ".repeat(2000),
                "\"know your role",
                "“know your role”",
                "the",
                "a",
                "to be or not to be",
                "know your role",
                "FAIL",
                "fail",
                "manage a user",
                "-\"know your\"",
                "\u65e5"));
        while (queries.size() < QUERIES) {
            String[] words = lines.get(random.nextInt(lines.size())).split("[^\\p{L}'’-]+");
            if (words.length > 4) {
                int at = random.nextInt(words.length - 3);
                queries.add(query(random, words[at], words[at + 1], words[at + 2], String.join(" ", words)));
            }
        }
        return List.copyOf(queries);
    }

    private static String query(Random random, String one, String two, String three, String line) {
        return switch (random.nextInt(12)) {
            case 0 -> one;
            case 1 -> one + " ";
            case 2 -> one + " " + two;
            case 3 -> slip(random, one);
            case 4 -> slip(random, one) + " " + two;
            case 5 -> one.substring(0, one.length() / 2);
            case 6 -> one + " " + two.substring(0, (two.length() + 1) / 2);
            case 7 -> "\"" + one + " " + two + "\"" + (random.nextBoolean() ? " " + three : "");
            case 8 -> one + " " + two + " -" + (random.nextBoolean() ? three : "\"" + two + " " + three + "\"");
            case 9 -> line;
            case 10 -> RandomText.of(random, 6).replaceAll("[\\ud800-\\udfff]", "") + " " + one;
            default -> (random.nextBoolean() ? "type:practice " : "phase:learn ") + one + " " + slip(random, two);
        };
    }

    private static String slip(Random random, String word) {
        if (word.length() < 3) {
            return word;
        }
        int at = random.nextInt(word.length() - 1);
        String before = word.substring(0, at);
        return switch (random.nextInt(4)) {
            case 0 -> before + word.substring(at + 1);
            case 1 -> before + "e" + word.substring(at);
            case 2 -> before + "o" + word.substring(at + 1);
            default -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
