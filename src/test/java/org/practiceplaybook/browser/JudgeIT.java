package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.check.Mistake;
import org.practiceplaybook.check.SmallPlaybook;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.form.Judge;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.source.TextDecoder;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.Workers;

/** The judge as a script in a browser says what the build says, and soon enough. */
class JudgeIT {
    /**
     * What only all texts together, the bytes of a file, a parser of HTML or long tables can tell; and signs that no text may hold, which
     * are taken out of this table's files as these are decoded ({@code JudgeTest} has them).
     */
    private static final Set<RuleCode> OF_THE_BUILD = Set.of(
            RuleCode.NEAR_DUPLICATE,
            RuleCode.PAGE_EMPTY,
            RuleCode.FOLLOWS_CIRCLE,
            RuleCode.LINE_ENDS,
            RuleCode.BYTE_ORDER_MARK,
            RuleCode.NOT_UTF8,
            RuleCode.UTF_16,
            RuleCode.CONTROL_SIGN,
            RuleCode.NAME_SIGN,
            RuleCode.SLUG_TWICE,
            RuleCode.TRANSLATION_ORPHAN,
            RuleCode.FILE_NAME,
            RuleCode.FOREIGN_SIGN,
            RuleCode.NAMED_TWICE,
            RuleCode.FOOTNOTE_ALONE,
            RuleCode.UNSAFE_HTML,
            RuleCode.HTML_ELEMENT,
            RuleCode.HTML_ATTRIBUTE);

    private static final Pattern TRANSLATION = Pattern.compile(".*\\.([a-zA-Z]{2})\\.md");

    private static final int SLOWER = 4;

    private static Chromium chromium;
    private static BuiltSite site;
    private static SubPathServer server;

    @TempDir
    private Path temp;

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

    @Test
    void eachMistakeOfTheTableIsToldInTheSameWords() throws IOException {
        try (BrowserContext context = chromium.browser().newContext(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(server.address() + FormPage.WRITE);
            page.locator("[name=title]").focus();
            page.waitForFunction("() => window.playbookJudge");
            page.evaluate("all => { window.words = all; }", words());
            int compared = 0;
            List<String> others = new ArrayList<>();
            for (Mistake mistake : Mistake.all()) {
                compared += compare(page, mistake, others);
            }
            assertThat(others).isEmpty();
            assertThat(compared).isGreaterThan(190);
        }
    }

    /** Gives how many texts were judged, and adds what was said in other words. */
    private int compare(Page page, Mistake mistake, List<String> others) throws IOException {
        List<Map.Entry<String, byte[]>> entries = mistake.files().entrySet().stream()
                .filter(file -> !TextReader.slug(file.getKey()).isEmpty() && file.getValue().length < 100_000)
                // forms know one translation of a text
                .filter(file -> !mistake.name().equals("two translations of one text"))
                // an image of HTML is seen by a parser of HTML only
                .filter(file -> !mistake.name().equals("an image of HTML without a description"))
                // forms are not told the whole old addresses of other texts
                .filter(file -> !mistake.name().equals("two texts at one old address"))
                .toList();
        if (entries.isEmpty()) {
            return 0;
        }
        Path folder = Files.createTempDirectory(temp, "case");
        SmallPlaybook.write(folder);
        mistake.files().forEach((path, bytes) -> SmallPlaybook.write(folder, path, bytes));
        Library library = Linker.link(ContentFolder.open(folder).read(new Workers(1)), History.NONE, false);
        List<Diagnostic> all = SmallPlaybook.check(folder);
        for (Map.Entry<String, byte[]> entry : entries) {
            Matcher translated = TRANSLATION.matcher(entry.getKey());
            String language = translated.matches() ? translated.group(1) : "en";
            if (!library.editions().containsKey(language) && translated.matches()) {
                continue; // no form shows what no edition has
            }
            page.evaluate(
                    "([facts, language]) => { window.judge = playbookJudge({...facts, text: words[language],"
                            + " ...(language === 'en' ? {} : {original: words.en})}); }",
                    List.of(facts(library.in(language)), language));
            SourceFile file = TextDecoder.decode(entry.getKey(), entry.getValue(), new ArrayList<>());
            List<Diagnostic> built = all.stream()
                    .filter(finding -> finding.place().file().path().equals(file.path()))
                    .filter(finding -> !OF_THE_BUILD.contains(finding.rule()))
                    .toList();
            List<Diagnostic> judged = judged(page, file, folder).stream()
                    .filter(finding -> !OF_THE_BUILD.contains(finding.rule()))
                    .toList();
            if (!Mistake.words(judged).equals(Mistake.words(built))) {
                others.add(mistake + " in " + file.path() + ": " + Mistake.words(judged) + "\ninstead of "
                        + Mistake.words(built));
            }
        }
        return entries.size();
    }

    private static Map<String, Object> facts(Library library) {
        Map<String, Object> facts = new LinkedHashMap<>(Judge.facts(library));
        facts.putAll(Judge.moreFacts(library));
        return facts;
    }

    /** By language; the same for all cases. */
    private static Map<String, Map<String, String>> words() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        Theme theme = Theme.of(Theme.files(Optional.empty()), "en");
        for (String language : theme.languages()) {
            Words words = theme.words(language);
            Map<String, String> texts = new LinkedHashMap<>();
            words.keys().forEach(key -> texts.put(key, words.get(key)));
            all.put(language, texts);
        }
        return all;
    }

    /** As a form asks: once more with the texts that are needed. */
    @SuppressWarnings("unchecked")
    private static List<Diagnostic> judged(Page page, SourceFile file, Path folder) throws IOException {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("path", file.path(), "text", file.text()));
        Map<String, Object> verdict = (Map<String, Object>) page.evaluate("asked => judge.verdict(asked)", asked);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String path : (List<String>) verdict.get("needs")) {
            Path text = folder.resolve(path);
            texts.put(path, Files.exists(text) ? Files.readString(text) : "");
        }
        if (!texts.isEmpty()) {
            asked.put("texts", texts);
            verdict = (Map<String, Object>) page.evaluate("asked => judge.verdict(asked)", asked);
        }
        List<Diagnostic> found = new ArrayList<>();
        for (Map<String, Object> finding : (List<Map<String, Object>>) verdict.get("findings")) {
            RuleCode rule = Stream.of(RuleCode.values())
                    .filter(code -> code.id().equals(finding.get("code")))
                    .findFirst()
                    .orElseThrow();
            Diagnostic told = Diagnostic.of(
                            rule,
                            new Place(
                                    file,
                                    new Span((Integer) finding.get("start"), (Integer) finding.get("end")),
                                    (Integer) finding.get("line") == 0),
                            (String) finding.get("message"))
                    .label((String) finding.get("label"))
                    .effect((String) finding.get("effect"))
                    .remedy((String) finding.get("remedy"));
            Map<String, Object> instead = (Map<String, Object>) finding.get("instead");
            found.add(
                    instead == null
                            ? told
                            : told.edit(new Edit(
                                    new Span((Integer) instead.get("start"), (Integer) instead.get("end")),
                                    (String) instead.get("text"))));
        }
        return found;
    }

    /** Of three tries one is enough: a slow moment is the machine's. */
    @Test
    void itIsReadySoonAndAnswersSoonOnASlowMachine() {
        double ready = Double.MAX_VALUE;
        double verdict = Double.MAX_VALUE;
        for (int tries = 0; tries < 3 && (ready >= 2_000 || verdict >= 600); tries++) {
            try (BrowserContext context = chromium.browser().newContext()) {
                Page page = context.newPage();
                CDPSession session = context.newCDPSession(page);
                com.google.gson.JsonObject rate = new com.google.gson.JsonObject();
                rate.addProperty("rate", SLOWER);
                session.send("Emulation.setCPUThrottlingRate", rate);
                page.navigate(server.address() + FormPage.WRITE);
                page.waitForFunction("() => window.playbookRules");
                ready = Math.min(
                        ready,
                        number(
                                page.evaluate(
                                        "() => new Promise(done => { const begun = performance.now();"
                                                + " document.querySelector('[name=title]').focus();"
                                                + " playbookContribute.writing(() => { playbookContribute.refresh(); done(performance.now() - begun); }); })")));
                String words = "Some people walk and *others* sit on a [bench](know-your-role.md). ".repeat(90);
                List<Double> times = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    times.add(number(page.evaluate(
                            "words => { const begun = performance.now(); document.querySelector('[name=why]').value = words;"
                                    + " document.querySelector('[name=title]').value = 'Walk';"
                                    + " playbookContribute.refresh(); return performance.now() - begun; }",
                            words + i)));
                }
                verdict = Math.min(
                        verdict, times.subList(3, 8).stream().sorted().toList().get(2));
                System.out.println("slowed " + SLOWER + " times: ready after " + Math.round(ready)
                        + " ms, a verdict on 1,000 words after " + Math.round(verdict) + " ms " + times);
            }
        }
        assertThat(ready).isLessThan(2_000 * allowance());
        assertThat(verdict).isLessThan(600 * allowance());
    }

    /** A machine that does other things beside the tests is slow by itself. */
    private static double allowance() {
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage();
        return Math.max(1, load / Runtime.getRuntime().availableProcessors());
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void whoOnlyReadsLoadsNothingOfIt() throws IOException {
        for (String path : site.pages()) {
            String html = Files.readString(site.folder().resolve(path));
            assertThat(html).as(path).doesNotContain("<script src=\"../assets/judge");
        }
        try (Stream<Path> assets = Files.list(site.folder().resolve("assets"))) {
            List<Path> later = assets.filter(
                            file -> file.getFileName().toString().matches("(?:judge|writing|contribute|drafts)-.*"))
                    .toList();
            assertThat(later).hasSize(4);
            int size = later.stream().mapToInt(JudgeIT::zipped).sum()
                    + zipped(site.folder().resolve("contribute/checks.js"))
                    + zipped(site.folder().resolve("contribute/rules.js"));
            System.out.println("compressed in all: " + size);
            assertThat(size).isLessThan(350 * 1024);
        }
    }

    private static final class Smallest extends GZIPOutputStream {
        Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private static int zipped(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new Smallest(bytes)) {
            Files.copy(file, gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
