package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.yaml.Scalars;

/** An entry of the playbook while it is put together, and at the end as the text of a file. */
final class EntryText {
    /** What had no other place stands below this. */
    static final String NOTES = "Notes from import";

    /** The playbook reads no more than 16 KB of front matter. */
    private static final int LONGEST_FRONT_MATTER = 15_000;

    String title = "";
    String summary = "";
    final Map<Taxonomy, Set<String>> terms = new LinkedHashMap<>();
    final Set<String> materials = new LinkedHashSet<>();
    final Map<String, String> related = new LinkedHashMap<>();
    final List<Source> sources = new ArrayList<>();
    final Set<String> authors = new LinkedHashSet<>();
    final Set<String> aka = new LinkedHashSet<>();
    Optional<PartialDate> reviewed = Optional.empty();
    private final Map<String, String> plain = new HashMap<>();
    String intro = "";
    /** Text below headings, each begun with its heading's line. */
    final List<String> sections = new ArrayList<>();

    /** Addresses and footnotes that stand apart from where they are used, by their labels. */
    final Map<String, String> definitions = new LinkedHashMap<>();

    final List<Note> notes = new ArrayList<>();

    private final List<Field<?>> table;

    /** An entry of a practice's fields, in their order. */
    EntryText(List<Field<?>> table) {
        this.table = table;
    }

    /** A credited work. Empty where something is not known. */
    record Source(String title, String author, String year, String url, String note) {}

    /** What had no other place: Markdown. */
    record Note(String label, String text) {}

    void note(String label, String text) {
        notes.add(new Note(label.strip(), text.strip()));
    }

    /** Gives a field of one line its value. */
    void set(Field<?> field, String value) {
        plain.put(field.key(), value);
    }

    boolean has(Field<?> field) {
        return plain.containsKey(field.key());
    }

    /** Gives a field its value where it has none; false where it has another. */
    boolean offer(String key, String value) {
        plain.putIfAbsent(key, value);
        return plain.get(key).equals(value);
    }

    String practice() {
        moveLongListsToNotes();
        return text(practiceFields());
    }

    String page() {
        Map<String, String> written = lines();
        written.put(Fields.AKA.key(), inline(aka));
        return text(inOrder(Fields.OF_PAGE, written));
    }

    /** What has one line: numbers, ranges and dates stand without quotation marks. */
    private Map<String, String> lines() {
        Map<String, String> lines = new HashMap<>();
        plain.forEach(
                (key, value) -> lines.put(key, value.matches("-?\\d[\\d+-]*") ? " " + value + "\n" : line(value)));
        lines.put(Fields.TITLE.key(), line(title));
        lines.put(Fields.SUMMARY.key(), line(summary));
        return lines;
    }

    private String text(String fields) {
        return "---\n" + fields + "---\n\n" + body();
    }

    private String practiceFields() {
        Map<String, String> written = lines();
        terms.forEach((taxonomy, slugs) -> written.put(taxonomy.key(), inline(slugs)));
        written.put(Fields.MATERIALS.key(), below(materials.stream().map(item -> "  - " + Scalars.of(item) + "\n")));
        written.put(
                Fields.RELATED.key(),
                below(related.entrySet().stream()
                        .map(one -> "  " + Scalars.of(one.getKey()) + ":"
                                + (one.getValue().isEmpty() ? "\n" : line(one.getValue())))));
        written.put(Fields.SOURCES.key(), below(sources.stream().map(EntryText::source)));
        written.put(Fields.AUTHORS.key(), inline(authors));
        written.put(Fields.AKA.key(), inline(aka));
        reviewed.ifPresent(date -> written.put(Fields.REVIEWED.key(), " " + date.iso() + "\n"));
        return inOrder(table, written);
    }

    /** Keys in the order of the table, each with what stands behind it; those without anything are left out. */
    private static String inOrder(List<Field<?>> table, Map<String, String> written) {
        StringBuilder out = new StringBuilder();
        for (Field<?> field : table) {
            String value = written.getOrDefault(field.key(), "");
            out.append(value.isEmpty() ? "" : field.key() + ":" + value);
        }
        return out.toString();
    }

    private static String source(Source source) {
        StringBuilder out = new StringBuilder();
        part(out, Fields.SOURCE_TITLE, source.title());
        part(out, Fields.AUTHOR, source.author());
        part(out, Fields.YEAR, source.year());
        part(out, Fields.URL, source.url());
        part(out, Fields.NOTE, source.note());
        return out.toString();
    }

    private static void part(StringBuilder out, Field<?> field, String value) {
        if (!value.isEmpty()) {
            out.append(out.isEmpty() ? "  - " : "    ")
                    .append(field.key())
                    .append(':')
                    .append(line(value));
        }
    }

    private void moveLongListsToNotes() {
        while (practiceFields().length() > LONGEST_FRONT_MATTER) {
            if (!sources.isEmpty()) {
                StringBuilder list = new StringBuilder();
                sources.forEach(source -> list.append("- ")
                        .append(String.join(", ", source.author(), source.title(), source.url(), source.note()))
                        .append('\n'));
                note("Sources", list.toString());
                sources.clear();
            } else if (!related.isEmpty()) {
                note("Related", "- " + String.join("\n- ", related.keySet()));
                related.clear();
            } else {
                Map<String, Set<String>> lists = Map.of("Materials", materials, "Also called", aka, "Authors", authors);
                Map.Entry<String, Set<String>> longest = lists.entrySet().stream()
                        .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(
                                String.join("", a).length(), String.join("", b).length())))
                        .orElseThrow();
                if (longest.getValue().isEmpty()) {
                    note("Summary", summary);
                    note("Title", title);
                    summary = PlainText.start(summary, Fields.SUMMARY.longest());
                    title = PlainText.start(title, 200);
                    return;
                }
                note(longest.getKey(), "- " + String.join("\n- ", longest.getValue()));
                longest.getValue().clear();
            }
        }
    }

    private String body() {
        StringBuilder out = new StringBuilder();
        if (!intro.isBlank()) {
            out.append(intro.strip()).append("\n\n");
        }
        sections.forEach(section -> out.append(section.strip()).append("\n\n"));
        if (!notes.isEmpty()) {
            out.append("## ").append(NOTES).append("\n\n");
            for (Note note : notes) {
                boolean block = note.text().contains("\n") || note.text().startsWith("- ");
                out.append("**").append(PlainText.escaped(note.label())).append(":**");
                out.append(block ? "\n\n" : " ").append(note.text()).append("\n\n");
            }
        }
        String text = out.toString().strip();
        String used = definitions.entrySet().stream()
                .filter(one -> text.contains("[" + one.getKey() + "]") && !text.contains("[" + one.getKey() + "]:"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
        return text + (used.isEmpty() ? "" : "\n\n" + used) + "\n";
    }

    private static String line(String value) {
        return value.isEmpty() ? "" : " " + Scalars.of(value) + "\n";
    }

    private static String inline(Set<String> values) {
        return values.isEmpty()
                ? ""
                : " [" + values.stream().map(Scalars::inList).collect(Collectors.joining(", ")) + "]\n";
    }

    private static String below(Stream<String> lines) {
        String all = lines.collect(Collectors.joining());
        return all.isEmpty() ? "" : "\n" + all;
    }
}
