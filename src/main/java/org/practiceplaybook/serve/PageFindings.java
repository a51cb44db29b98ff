package org.practiceplaybook.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Lines;
import org.practiceplaybook.source.Position;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.theme.Words;

/**
 * What the desk's script writes on a page: what was found in its file, each with the line that it is about, and what was
 * found elsewhere.
 *
 * @param content the content folder
 */
record PageFindings(Path content, EditorLink editor) {
    private static final int MOST_HERE = 200;
    private static final int MOST_ELSEWHERE = 50;
    private static final Pattern KEY = Pattern.compile("([A-Za-z][\\w-]*)[ \\t]*:.*");

    /** JSON for a page, by its path from the site's root. */
    String of(Snapshot site, String page) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", site.version());
        Optional<Words> known = site.theme().map(Theme::words);
        if (site.found().isPresent() && known.isPresent()) {
            Words words = known.get();
            List<Diagnostic> found = site.found().get();
            Optional<Entry> entry = Optional.ofNullable(site.entries().get(page));
            String file = entry.map(one -> one.file().path()).orElse("");
            List<Diagnostic> here =
                    found.stream().filter(one -> isIn(one, file)).toList();
            List<Diagnostic> elsewhere = found.stream()
                    .filter(one -> !isIn(one, file) && one.isError())
                    // a broken vocabulary is an error of each text that goes by it: its own comes first
                    .sorted(Comparator.comparing(
                            one -> one.place().file().path().endsWith(".md")))
                    .toList();
            all.put("title", count(found, words));
            all.put("errors", found.stream().anyMatch(Diagnostic::isError));
            entry.ifPresent(one -> {
                all.put("file", file);
                all.put("edit", editor.to(content.resolve(file), 1, 1));
                all.put("headings", headings(one));
            });
            all.put("here", here.stream().limit(MOST_HERE).map(one -> note(one)).toList());
            all.put(
                    "elsewhere",
                    elsewhere.stream()
                            .limit(MOST_ELSEWHERE)
                            .map(one -> pointer(one, site))
                            .toList());
            all.put(
                    "more",
                    elsewhere.size() > MOST_ELSEWHERE
                            ? words.count("desk.more", elsewhere.size() - MOST_ELSEWHERE)
                            : "");
            all.put("labels", labels(words));
        }
        return Json.of(all).toString();
    }

    private static boolean isIn(Diagnostic found, String file) {
        return found.place().file().path().equals(file);
    }

    private static String count(List<Diagnostic> found, Words words) {
        int errors = (int) found.stream().filter(Diagnostic::isError).count();
        int advice = found.size() - errors;
        if (found.isEmpty()) {
            return words.get("desk.none");
        }
        List<String> parts = new ArrayList<>();
        if (errors > 0) {
            parts.add(words.count("desk.errors", errors));
        }
        if (advice > 0) {
            parts.add(words.count("desk.advice", advice));
        }
        return String.join(", ", parts);
    }

    private static Map<String, Object> labels(Words words) {
        Map<String, Object> labels = new LinkedHashMap<>();
        for (String key :
                List.of("open", "here", "elsewhere", "error", "adviceOne", "effect", "write", "line", "label")) {
            labels.put(key, words.get("desk." + key, "{0}"));
        }
        return labels;
    }

    /** On which line each heading is. */
    private static Map<String, Object> headings(Entry entry) {
        Map<String, Object> headings = new LinkedHashMap<>();
        for (Heading heading : entry.body().headings()) {
            headings.put(heading.id(), entry.at(heading.span()).start().line());
        }
        return headings;
    }

    private Map<String, Object> note(Diagnostic found) {
        Position place = found.place().start();
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("error", found.isError());
        note.put("line", found.place().isWhole() ? 0 : place.line());
        note.put("key", found.place().isWhole() ? "" : key(found.place().file(), place.line()));
        note.put("message", Lines.brief(found.message()));
        note.put("label", Lines.brief(found.label()));
        note.put("effect", Lines.brief(found.effect()));
        note.put("remedy", Lines.brief(found.remedy()));
        note.put(
                "write",
                found.edit()
                        .map(edit -> edit.corrected(found.place().file()).strip())
                        .orElse(""));
        note.put("edit", editor.to(content.resolve(found.place().file().path()), place.line(), place.column()));
        return note;
    }

    private Map<String, Object> pointer(Diagnostic found, Snapshot site) {
        Position place = found.place().start();
        String path = found.place().file().path();
        Map<String, Object> pointer = new LinkedHashMap<>();
        pointer.put("place", found.place().isWhole() ? path : path + ":" + place.line());
        pointer.put("message", Lines.brief(found.message()));
        pointer.put(
                "page",
                site.entries().entrySet().stream()
                        .filter(entry -> entry.getValue().file().path().equals(path))
                        .map(entry -> "/" + Addresses.url(entry.getKey()))
                        .findFirst()
                        .orElse(""));
        pointer.put("edit", editor.to(content.resolve(path), place.line(), place.column()));
        return pointer;
    }

    /** The key of the front matter to which a line belongs, or empty where the line is part of the text. */
    private static String key(SourceFile file, int line) {
        String[] lines = file.text().split("\r?\n", -1);
        if (lines.length == 0 || !lines[0].startsWith("---")) {
            return "";
        }
        for (int i = 1; i < Math.min(lines.length, line - 1); i++) {
            if (lines[i].startsWith("---") || lines[i].startsWith("...")) {
                return "";
            }
        }
        for (int i = Math.min(line, lines.length) - 1; i > 0; i--) {
            Matcher key = KEY.matcher(lines[i]);
            if (key.matches()) {
                return key.group(1);
            }
        }
        return "title";
    }
}
