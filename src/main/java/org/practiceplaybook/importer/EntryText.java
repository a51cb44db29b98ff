package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.content.Experience;
import org.practiceplaybook.content.GroupRange;
import org.practiceplaybook.content.PartialDate;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.TimeRange;
import org.practiceplaybook.yaml.Scalars;

/** An entry of the playbook while it is put together, and at the end as the text of a file. */
final class EntryText {
    /** What had no other place stands below this. */
    static final String NOTES = "Notes from import";

    /** The playbook reads no more than 16 KB of front matter. */
    private static final int LONGEST_FRONT_MATTER = 15_000;

    String title = "";
    String summary = "";
    final Map<Taxonomy, Set<String>> terms = new EnumMap<>(Taxonomy.class);
    Optional<TimeRange> time = Optional.empty();
    Optional<GroupRange> group = Optional.empty();
    Optional<Experience> experience = Optional.empty();
    final Set<String> materials = new LinkedHashSet<>();
    final Map<String, String> related = new LinkedHashMap<>();
    final List<Source> sources = new ArrayList<>();
    final Set<String> authors = new LinkedHashSet<>();
    final Set<String> aka = new LinkedHashSet<>();
    Optional<PartialDate> reviewed = Optional.empty();
    String state = "";
    String replacedBy = "";
    String order = "";
    String intro = "";
    /** Text below headings, each begun with its heading's line. */
    final List<String> sections = new ArrayList<>();

    final List<Note> notes = new ArrayList<>();

    /** A credited work. Empty where something is not known. */
    record Source(String title, String author, String year, String url, String note) {}

    /** What had no other place: Markdown. */
    record Note(String label, String text) {}

    void note(String label, String text) {
        notes.add(new Note(label.strip(), text.strip()));
    }

    boolean hasText() {
        return !intro.isBlank() || !sections.isEmpty();
    }

    String practice() {
        moveLongListsToNotes();
        return "---\n" + practiceFields() + "---\n\n" + body();
    }

    String page() {
        StringBuilder fields = new StringBuilder();
        field(fields, "title", title);
        field(fields, "summary", summary);
        fields.append(order.isEmpty() ? "" : "order: " + order + "\n");
        return "---\n" + fields + "---\n\n" + body();
    }

    private String practiceFields() {
        StringBuilder out = new StringBuilder();
        field(out, "title", title);
        field(out, "summary", summary);
        for (Taxonomy taxonomy : Taxonomy.values()) {
            inline(out, taxonomy.key(), terms.getOrDefault(taxonomy, Set.of()));
        }
        time.ifPresent(range -> field(out, "time", range.canonical()));
        group.ifPresent(range -> out.append("group: ").append(range.canonical()).append('\n'));
        experience.ifPresent(level -> field(out, "experience", level.key()));
        lines(out, "materials", materials);
        if (!related.isEmpty()) {
            out.append("related:\n");
            related.forEach((slug, reason) -> {
                out.append("  ").append(Scalars.of(slug)).append(':');
                out.append(reason.isEmpty() ? "" : " " + Scalars.of(reason)).append('\n');
            });
        }
        if (!sources.isEmpty()) {
            out.append("sources:\n");
            sources.forEach(source -> source(out, source));
        }
        inline(out, "authors", authors);
        inline(out, "aka", aka);
        reviewed.ifPresent(date -> out.append("reviewed: ").append(date.iso()).append('\n'));
        field(out, "state", state);
        field(out, "replaced_by", replacedBy);
        return out.toString();
    }

    private static void source(StringBuilder out, Source source) {
        out.append("  - title: ").append(Scalars.of(source.title())).append('\n');
        field(out, "    author", source.author());
        field(out, "    year", source.year());
        field(out, "    url", source.url());
        field(out, "    note", source.note());
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
                    summary = Plain.start(summary, 240);
                    title = Plain.start(title, 200);
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
                out.append("**").append(Plain.escaped(note.label())).append(":**");
                out.append(block ? "\n\n" : " ").append(note.text()).append("\n\n");
            }
        }
        return out.toString().strip() + "\n";
    }

    private static void field(StringBuilder out, String key, String value) {
        if (!value.isEmpty()) {
            out.append(key).append(": ").append(Scalars.of(value)).append('\n');
        }
    }

    private static void inline(StringBuilder out, String key, Set<String> values) {
        if (!values.isEmpty()) {
            out.append(key).append(": [");
            out.append(String.join(", ", values.stream().map(Scalars::inList).toList()));
            out.append("]\n");
        }
    }

    private static void lines(StringBuilder out, String key, Set<String> values) {
        if (!values.isEmpty()) {
            out.append(key).append(":\n");
            values.forEach(value -> out.append("  - ").append(Scalars.of(value)).append('\n'));
        }
    }
}
