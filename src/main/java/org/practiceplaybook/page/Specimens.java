package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.FileReading;
import org.practiceplaybook.content.Limits;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/**
 * The messages of the checks, got by giving them small texts that make every mistake a form can make. So a form says what
 * the build says, letter by letter, and whoever changes a message changes it in one place.
 */
final class Specimens {
    /** Stands for whatever a writer wrote; no text has it. */
    private static final String WRITTEN = "\uE000";

    /** Stands for a length. */
    private static final int LENGTH = 777;

    private static final String LONG = "a".repeat(LENGTH);

    /** A text with mistakes. Of mistakes with one code the first counts. */
    private record Specimen(String path, String text) {}

    private static final List<Specimen> ALL = List.of(
            practice("empty", "title: ''\nsummary: ''"),
            attempt("empty", "title: ''\npractices: []\nresult: ''\nlesson: ''"),
            practice("long", "title: " + LONG + "\nsummary: " + LONG + "\nrelated:\n  long: " + LONG),
            attempt("long", "title: x\npractices: [long]\nresult: mixed\nlesson: " + LONG),
            practice("placeholder", "title: Title here\nsummary: x"),
            practice("time", "title: x\nsummary: x\ntime: w\ngroup: w\nreviewed: w\nexperience: w\nstate: w"),
            practice("unknown", "title: x\nsummary: x\nchallenges: [w]\nroles: [w]\nphases: [w]\nleverage: [w]\nw: x"),
            practice("related", "title: x\nsummary: x\nrelated:\n  w: x"),
            practice("alone", "title: x\nsummary: x\nrelated:\n  w:"),
            practice(
                    "sources",
                    "title: x\nsummary: x\nsources:\n  - author: x\n  - title: x\n    url: w\n  - title: x\n    url: 'javascript:x'"),
            attempt("unknown", "title: x\npractices: [w]\nresult: w\nlesson: x\nwhen: w\nfollows: w"),
            attempt("itself", "title: x\npractices: [long]\nresult: mixed\nlesson: x\nfollows: itself"),
            practice("links", "title: x\nsummary: x", "[x](w) ![x](w) ![](https://example.org/x.png)"),
            practice(
                    "addresses",
                    "title: x\nsummary: x",
                    "[x](www.example.org) [x]() [x](file:x) [x](#w) [x](x y.md) [x] (x.md) (x)[x.md]"),
            practice("signs", "title: x\nsummary: x", "[^w] [x][w] **x\n##x"),
            practice("heading", "title: x\nsummary: x", "# x"),
            practice("replaced", "title: x\nsummary: x\nreplaced_by: replaced"),
            practice("retired", "title: x\nsummary: x\nstate: retired"),
            attempt("bare", "title: x\npractices: [long]\nresult: mixed\nlesson: x"),
            pathway("steps", "title: x\nsummary: x\nsteps:\n  - why: x\n  - practice: long"),
            practice("dash", "title: x\nsummary: x\naka:\n  -x"),
            practice("twice", "title: x\nw: x\nw: x"),
            practice("tab", "title: x\n\tsummary: x"),
            practice("no-space", "title:x\nsummary: x"),
            practice("hash", "title: x #x\nsummary: “x”"),
            new Specimen("practices/late.md", "x\n---\ntitle: x\n"),
            new Specimen("practices/dashes.md", "–––\ntitle: x\n"),
            pathway("for", "title: x\nsummary: x\nfor: [w]"),
            new Specimen("practices/no-fence.md", "title: x\nsummary: x\n"),
            practice("colon", "title: x: x\nsummary: x"),
            practice("much", "title: x\nsummary: " + "x".repeat(Limits.FRONT_MATTER)));

    /** Texts with a mistake that is told in other words from case to case, or only of a text without others. */
    private static final List<Variant> VARIANTS = variants();

    /**
     * The words for one case of a mistake.
     *
     * @param key the code, or the code, a colon and the case
     * @param texts the first makes the mistake
     * @param written what {@code {0}}, {@code {1}} and so on stand for
     */
    private record Variant(String key, List<Specimen> texts, List<String> written) {
        String code() {
            return key.replaceFirst(":.*", "");
        }
    }

    private Specimens() {}

    private static List<Variant> variants() {
        String fields = "title: x\nsummary: x";
        List<Variant> variants = new ArrayList<>(List.of(
                variant("broken-link:outside", List.of("../../away"), practice("v1", fields, "[x](../../away)")),
                variant("what-missing", List.of(), practice("v2", fields, "## When to use\n\nx")),
                variant("when-missing", List.of(), practice("v3", fields, "## What to do\n\nx")),
                variant("credit-missing:both", List.of(), practice("v4", fields, "x")),
                variant(
                        "credit-missing:authors",
                        List.of(),
                        practice("v5", fields + "\nsources: [{title: x, author: x}]", "x")),
                variant("credit-missing:sources", List.of(), practice("v6", fields + "\nauthors: [x]", "x")),
                variant("story-learning", List.of(), practice("v7", fields, "## A story\n\n" + "tale ".repeat(99))),
                variant("learning-missing", List.of(), attempt("v8", tried("x"), "## What happened\n\nx")),
                variant("lesson-thin:title", List.of(), attempt("v9", tried("Zebra crossing"))),
                variant("lesson-thin:short", List.of("Stripes"), attempt("v10", tried("Stripes"))),
                variant(
                        "near-duplicate:title",
                        List.of("Zebra crossing", "practices/a.md"),
                        practice("b", "title: Zebra crossing\nsummary: x"),
                        practice("a", "title: Zebra crossing\nsummary: x")),
                variant(
                        "near-duplicate:aka",
                        List.of("Level crossing", "practices/c.md", "A crossing of levels"),
                        practice("d", "title: Ferry\nsummary: x\naka: [A crossing of levels]"),
                        practice("c", "title: Level crossing\nsummary: x")),
                variant(
                        "aka-taken",
                        List.of("Tram stop", "practices/tram.md", "tram"),
                        practice("e", "title: x\nsummary: x\naka: [tram]"),
                        practice("tram", "title: Tram stop\nsummary: x"))));
        variants.addAll(ofTexts(fields));
        variants.addAll(ofFields(fields));
        List<String> keys = List.of("challenges", "roles", "phases", "leverage");
        for (int missing = 1; missing < 1 << keys.size(); missing++) {
            StringBuilder given = new StringBuilder(fields);
            List<String> absent = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                if ((missing >> i & 1) == 1) {
                    absent.add(keys.get(i));
                } else {
                    given.append('\n').append(keys.get(i)).append(": [x]");
                }
            }
            variants.add(variant(
                    "terms-missing:" + String.join(",", absent),
                    List.of(),
                    practice("terms-" + missing, given.toString(), "x")));
        }
        return variants;
    }

    /** What is said of the text. */
    private static List<Variant> ofTexts(String fields) {
        String tale =
                "Many people walk round one lake every morning; nobody swims, since nets hang there all summer long.";
        return List.of(
                variant("broken-link:draft", List.of("f.md"), practice("g", fields, "[x](f.md)"), draft("f", fields)),
                variant(
                        "broken-anchor:term",
                        List.of("nought"),
                        practice("h", fields, "[x](../taxonomy/roles.yml#nought)")),
                variant(
                        "old-name",
                        List.of("canoe", "boat"),
                        practice("i", fields, "[x](canoe.md)"),
                        practice("boat", fields + "\naka: [canoe]")),
                variant("missing-image:outside", List.of("../../gone"), practice("v", fields, "![x](../../gone)")),
                variant("unsafe-link:text", List.of(), practice("unsafe", fields, "[x](a-scheme:x)")),
                variant("disk-link:root", List.of(), practice("root", fields, "[x](/home/x.md)")),
                variant("missing-image:empty", List.of(), practice("empty", fields, "![x]()")),
                variant("code-open", List.of("```"), practice("j", fields, "```\nx")),
                variant("item-space", List.of("+"), practice("k", fields, "+x\n+x")),
                variant("placeholder:sign", List.of("TODO"), practice("l", fields, "TODO")),
                variant(
                        "placeholder:phrase",
                        List.of("Say why this comes next."),
                        practice("m", fields, "Say why this comes next.")),
                variant(
                        "section-twice",
                        List.of("Steps"),
                        practice("twice2", fields, "## What to do\n\n1. x\n\n## Steps\n\n1. x")),
                variant("section-empty", List.of("Later"), practice("n", fields, "## Later")),
                variant(
                        "section-name",
                        List.of("Waht to do", "What to do"),
                        practice("o", fields, "## Waht to do\n\nx")),
                variant("what-missing:none", List.of(), practice("p", fields, "x")),
                variant("steps-list", List.of(), practice("q", fields, "## What to do\n\nx")),
                variant(
                        "time-sum",
                        List.of("40", "35 min"),
                        practice("r", fields + "\ntime: 35 min", "## What to do\n\n1. x (40 min)")),
                variant("heading-level:first", List.of("3"), practice("s", fields, "### x")),
                variant("heading-level", List.of("3", "5", "####"), practice("t", fields, "## x\n\n### x\n\n##### x")),
                variant("heading-bold", List.of("Steps"), practice("u", fields, "**Steps**")),
                variant(
                        "near-duplicate:text",
                        List.of("Lake", "practices/lake.md", "100"),
                        practice("river", "title: River\nsummary: x", tale),
                        practice("lake", "title: Lake\nsummary: x", tale)));
    }

    /** What is said of fields that only somebody who changes a whole file can get wrong. */
    private static List<Variant> ofFields(String fields) {
        return List.of(
                variant(
                        "old-name:field",
                        List.of("kayak", "punt"),
                        practice("f0", fields + "\nrelated: {kayak: x}"),
                        practice("punt", fields + "\naka: [kayak]")),
                variant("time-spelling", List.of("35 min"), practice("f1", fields + "\ntime: 35min")),
                variant("group-spelling", List.of("4-6"), practice("f2", fields + "\ngroup: 4 to 6")),
                variant("key-case", List.of("summary", "Summary"), practice("f3", "title: x\nSummary: x")),
                variant("title-missing:absent", List.of(), practice("f17", "aka: [x]")),
                variant("summary-missing:absent", List.of(), practice("f18", "aka: [x]")),
                variant("practices-missing:absent", List.of(), attempt("f19", "setting: x")),
                variant("result-missing:absent", List.of(), attempt("f20", "setting: x")),
                variant("lesson-missing:absent", List.of(), attempt("f21", "setting: x")),
                variant("hash-start", List.of("summary"), practice("f12", "title: x\nsummary: #x")),
                variant("indent", List.of(), practice("f13", "title: x\n  summary: x")),
                variant("tab:below", List.of(), practice("f14", "title: x\nsummary: x\naka:\n\t- x")),
                variant(
                        "fence-missing:second",
                        List.of(),
                        new Specimen("practices/f15.md", "---\ntitle: x\nsummary: x\n\nx\n")),
                variant(
                        "fence-form:second",
                        List.of(),
                        new Specimen("practices/f16.md", "---\ntitle: x\nsummary: x\n--\nx\n")),
                variant("special-start", List.of("@"), practice("f4", "title: x\nsummary: @x")),
                variant("quote-open", List.of(), practice("f22", "title: \"x\nsummary: x")),
                variant("quote-inside", List.of(), practice("f23", "title: \"x\" x\nsummary: x")),
                variant("bracket-open", List.of("]"), practice("f24", "title: x\nroles: [x\nsummary: x")),
                variant("backslash", List.of(), practice("f25", "title: \"\\x\"\nsummary: x")),
                variant("after-bracket", List.of(), practice("f28", "title: x\nroles: [x],\nsummary: x")),
                variant("item-joined", List.of(), practice("f31", fields + "\nmaterials:\n  - y\n   - z")),
                variant("indent:item", List.of(), practice("f29", fields + "\nmaterials:\n  - y\n - z")),
                variant("second-line:item", List.of(), practice("f30", fields + "\nmaterials:\n  - y\nz\naka: [x]")),
                variant("no-colon", List.of(), practice("f26", "title: x\nsummary x")),
                variant("second-line", List.of(), practice("f27", "title: x\nx\nsummary: x")),
                variant("no-space:item", List.of(), practice("f5", fields + "\naka:\n  - x\n  -x")),
                variant("colon-item", List.of("materials"), practice("f6", fields + "\nmaterials:\n  - x: x")),
                variant("brackets", List.of("title"), practice("f7", "title: [x]\nsummary: x")),
                variant(
                        "attempt-draft",
                        List.of("ferry"),
                        attempt("f8", "title: x\npractices: [ferry]\nresult: mixed\nlesson: x"),
                        draft("ferry", fields)),
                variant(
                        "step-draft",
                        List.of("canal"),
                        pathway("f9", fields + "\nsteps: [canal, x]"),
                        draft("canal", fields)),
                variant("step-twice", List.of("raft"), pathway("f10", fields + "\nsteps: [raft, raft]")),
                variant("steps-number", List.of("11"), pathway("f11", fields + "\nsteps: [" + "x,".repeat(11) + "]")));
    }

    private static Specimen draft(String name, String fields) {
        return practice(name, fields + "\nstate: draft");
    }

    private static Variant variant(String key, List<String> written, Specimen... texts) {
        return new Variant(key, List.of(texts), written);
    }

    private static String tried(String lesson) {
        return "title: Zebra crossing\npractices: [a]\nresult: mixed\nlesson: " + lesson;
    }

    private static Specimen practice(String name, String fields, String... body) {
        return new Specimen("practices/" + name + ".md", text(fields, body));
    }

    private static Specimen attempt(String name, String fields, String... body) {
        return new Specimen("attempts/" + name + ".md", text(fields, body));
    }

    private static Specimen pathway(String name, String fields, String... body) {
        return new Specimen("pathways/" + name + ".md", text(fields, body));
    }

    private static String text(String fields, String... body) {
        return "---\n" + fields.replaceAll("\\bw\\b", WRITTEN) + "\n---\n"
                + String.join("\n", body).replaceAll("\\bw\\b", WRITTEN) + "\n";
    }

    /**
     * Each message by its code, or by its code, a colon and the case: is it an error, what is wrong, how to mend it.
     * {@code {0}} stands for what the writer wrote, or how long it is.
     */
    static Map<String, List<Object>> messages(Library library) {
        Map<String, List<Object>> messages = new LinkedHashMap<>();
        List<Specimen> all = new ArrayList<>(ALL);
        library.settings()
                .address()
                .ifPresent(address -> all.add(practice("own", "title: x\nsummary: x", "[x](" + address + "x)")));
        diagnostics(library, all).forEach(found -> messages.putIfAbsent(found.code(), message(found, List.of())));
        List<Diagnostic> ofVariants = diagnostics(
                library,
                VARIANTS.stream().flatMap(variant -> variant.texts().stream()).toList());
        for (Variant variant : VARIANTS) {
            ofVariants.stream()
                    .filter(found -> found.code().equals(variant.code()))
                    .filter(found -> found.place()
                            .file()
                            .path()
                            .equals(variant.texts().get(0).path()))
                    .findFirst()
                    .ifPresent(found -> messages.put(variant.key(), message(found, variant.written())));
        }
        Diagnostic taken =
                ContentFolder.taken(new SourceFile("practices/x.md", ""), "practices/" + WRITTEN + ".md", WRITTEN);
        messages.put(taken.code(), message(taken, List.of()));
        return messages;
    }

    private static List<Object> message(Diagnostic found, List<String> written) {
        String label = places(found.label(), written).replace(String.valueOf(LENGTH), "{0}");
        return List.of(
                found.isError(),
                places(found.message(), written),
                label.contains("{") ? label : "",
                // the attempts that could be meant are not those here
                found.code().equals("unknown-attempt")
                        ? ""
                        // a title that is made of the file's name
                        : places(found.remedy(), written).replaceFirst("title: \\w+$", "title: …"));
    }

    private static String places(String text, List<String> written) {
        String with = text.replace(WRITTEN, "{0}");
        for (int i = 0; i < written.size(); i++) {
            with = with.replace(written.get(i), "{" + i + "}");
        }
        return with;
    }

    private static List<Diagnostic> diagnostics(Library library, List<Specimen> specimens) {
        String language = library.settings().language();
        List<FileReading> readings = specimens.stream()
                .map(specimen -> ContentFolder.readEntry(specimen.path(), specimen.text(), language))
                .toList();
        Content alone = ContentFolder.assemble(readings);
        List<Diagnostic> found = new ArrayList<>();
        Content content = new Content(
                library.settings(),
                alone.practices(),
                alone.attempts(),
                alone.pathways(),
                List.of(),
                library.terms().values().stream()
                        .flatMap(terms -> terms.values().stream())
                        .toList(),
                List.of(),
                List.of(),
                List.of());
        Stream.concat(
                        alone.diagnostics().stream(),
                        Checks.run(content, Linker.link(content, History.NONE, false)).stream())
                .forEach(found::add);
        return found;
    }
}
