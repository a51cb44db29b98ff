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

    /** The way out of the content folder. */
    private static final String ABOVE = "../../";

    /** Stands for a length. */
    private static final int LENGTH = 777;

    private static final String LONG = "x".repeat(LENGTH);

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
            practice(
                    "sources",
                    "title: x\nsummary: x\nsources:\n  - author: x\n  - title: x\n    url: w\n  - title: x\n    url: 'javascript:x'"),
            attempt("unknown", "title: x\npractices: [w]\nresult: w\nlesson: x\nwhen: w\nfollows: w"),
            attempt("itself", "title: x\npractices: [long]\nresult: mixed\nlesson: x\nfollows: itself"),
            practice("links", "title: x\nsummary: x", "[x](w) ![x](w) ![](https://example.org/x.png)"),
            new Specimen("practices/no-fence.md", "title: x\nsummary: x\n"),
            practice("colon", "title: x: x\nsummary: x"),
            practice("much", "title: x\nsummary: " + "x".repeat(Limits.FRONT_MATTER)));

    /** The error has the code of a broken link, and other words. */
    private static final Specimen OUTSIDE = practice("outside", "title: x\nsummary: x", "[x](" + ABOVE + "w)");

    private Specimens() {}

    private static Specimen practice(String name, String fields, String... body) {
        return new Specimen("practices/" + name + ".md", text(fields, body));
    }

    private static Specimen attempt(String name, String fields) {
        return new Specimen("attempts/" + name + ".md", text(fields));
    }

    private static String text(String fields, String... body) {
        return "---\n" + fields.replaceAll("\\bw\\b", WRITTEN) + "\n---\n"
                + String.join("\n", body).replaceAll("\\bw\\b", WRITTEN) + "\n";
    }

    /**
     * Each message by its code: is it an error, what is wrong, how to mend it. {@code {0}} stands for what the writer wrote,
     * or how long it is.
     */
    static Map<String, List<Object>> messages(Library library) {
        Map<String, List<Object>> messages = new LinkedHashMap<>();
        diagnostics(library, ALL).forEach(found -> messages.putIfAbsent(found.code(), message(found)));
        diagnostics(library, List.of(OUTSIDE)).stream()
                .filter(found -> found.code().equals("broken-link"))
                .forEach(found -> messages.put("broken-link-outside", message(found)));
        Diagnostic taken =
                ContentFolder.taken(new SourceFile("practices/x.md", ""), "practices/" + WRITTEN + ".md", WRITTEN);
        messages.put(taken.code(), message(taken));
        return messages;
    }

    /** The fields that no entry of a kind may be without, by the folder of the kind. */
    static Map<String, List<String>> required() {
        String missing = "-missing";
        Map<String, List<String>> required = new LinkedHashMap<>();
        for (String folder : ContentFolder.keys().keySet()) {
            required.put(
                    folder,
                    ContentFolder.readEntry(folder + "/x.md", "---\n---\n", "en").diagnostics().stream()
                            .map(Diagnostic::code)
                            .filter(code -> code.endsWith(missing))
                            .map(code -> code.substring(0, code.length() - missing.length()))
                            .toList());
        }
        return required;
    }

    private static List<Object> message(Diagnostic found) {
        String label = found.label().replace(String.valueOf(LENGTH), "{0}");
        String message = found.message().replace(ABOVE + WRITTEN, "{0}").replace(WRITTEN, "{0}");
        String remedy = found.remedy().replace(WRITTEN, "{0}");
        return List.of(found.isError(), message, label.contains("{0}") ? label : "", remedy);
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
                List.of(),
                List.of(),
                library.terms().values().stream()
                        .flatMap(terms -> terms.values().stream())
                        .toList(),
                List.of(),
                List.of(),
                List.of());
        Stream.concat(
                        alone.diagnostics().stream(),
                        Checks.run(content, Linker.link(content, History.NONE, true)).stream())
                .forEach(found::add);
        return found;
    }
}
