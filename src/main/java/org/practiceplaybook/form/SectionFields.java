package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** The sections of a text as a form shows them, and the text with some of them changed. */
final class SectionFields {
    private final SourceFile file;
    private final int bodyStart;
    private final List<Field> fields;
    private final List<Stretch> stretches = new ArrayList<>();
    private final String marks;
    private final SectionNames names;

    /**
     * A field for a section.
     *
     * @param name of the field
     * @param heading of the section
     * @param points is each line of it a point?
     * @param steps the field of its steps, or empty
     */
    record Field(String name, String heading, boolean points, String steps) {
        static Field of(JsonValue given) {
            return new Field(
                    given.text("field"),
                    given.text("heading"),
                    given.values().get("points") == Boolean.TRUE,
                    given.text("steps"));
        }
    }

    /** A section of the text: from its heading to the next one, and what is written in it without blank lines around. */
    private record Stretch(String title, Span whole, Span content) {}

    SectionFields(SourceFile file, int bodyStart, Body body, List<Field> fields, SectionNames names) {
        this.names = names;
        this.file = file;
        this.bodyStart = bodyStart;
        this.fields = fields;
        List<Heading> headings =
                body.parts().stream().flatMap(part -> part.heading().stream()).toList();
        int highest = headings.stream().mapToInt(Heading::level).min().orElse(2);
        this.marks = "#".repeat(highest == 1 && !body.isRaised() ? 2 : highest);
        List<Heading> outer =
                headings.stream().filter(Section.beginnings(body, names)).toList();
        for (int i = 0; i < outer.size(); i++) {
            int start = lineOf(outer.get(i));
            int end = i + 1 < outer.size()
                    ? lineOf(outer.get(i + 1))
                    : file.text().length();
            stretches.add(new Stretch(outer.get(i).text(), new Span(start, end), content(outer.get(i), end)));
        }
    }

    private int lineOf(Heading heading) {
        return file.lineAt(heading.span().start()).start();
    }

    private Span content(Heading heading, int end) {
        Span line = file.lineAt(heading.span().end());
        int from = next(line.end(), end);
        boolean underlined = !file.slice(line).stripLeading().startsWith("#");
        if (underlined) {
            from = next(from, end);
        }
        int to = end;
        while (to > from && Character.isWhitespace(file.text().charAt(to - 1))) {
            to--;
        }
        int start = from;
        while (from < to && Character.isWhitespace(file.text().charAt(from))) {
            from = file.text().charAt(from) == '\n' ? start = from + 1 : from + 1;
        }
        return new Span(Math.min(start, to), to);
    }

    private int next(int from, int end) {
        int line = file.text().indexOf('\n', from);
        return line < 0 ? end : Math.min(end, line + 1);
    }

    private Optional<Stretch> stretch(Field field) {
        SectionKind kind = names.kind(field.heading);
        return stretches.stream()
                .filter(stretch -> stretch.title.equalsIgnoreCase(field.heading)
                        || kind != SectionKind.OTHER && names.kind(stretch.title) == kind)
                .findFirst();
    }

    private String written(Stretch stretch) {
        return file.slice(stretch.content).replace("\r\n", "\n");
    }

    private Optional<Steps> steps(Field field) {
        return field.steps.isEmpty()
                ? Optional.empty()
                : Steps.read(stretch(field).map(this::written).orElse(""));
    }

    /** What each field holds. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Optional<Steps> steps = steps(field);
            values.put(
                    field.name,
                    steps.map(Steps::before)
                            .orElseGet(() -> stretch(field).map(this::written).orElse("")));
            steps.ifPresent(read -> values.put(
                    field.steps, read.rows().stream().map(Steps.Step::row).toList()));
        }
        return values;
    }

    /** The field that something stands in. */
    Optional<String> at(int offset) {
        for (Field field : fields) {
            Optional<Stretch> found = stretch(field)
                    .filter(stretch -> stretch.whole.start() <= offset && offset < Math.max(stretch.whole.end(), 1));
            if (found.isPresent()) {
                Span content = found.get().content;
                boolean step = steps(field)
                        .filter(steps -> !steps.rows().isEmpty())
                        .filter(steps ->
                                offset >= content.start() + steps.before().length())
                        .isPresent();
                return Optional.of(step && offset >= content.start() ? field.steps : field.name);
            }
        }
        return Optional.empty();
    }

    /** The field of a name, if there is one. */
    Optional<String> named(String name) {
        return fields.stream().map(Field::name).filter(name::equals).findFirst();
    }

    /** Puts in what was changed. */
    void change(JsonValue given, Patch patch, Markdown markdown) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Optional<Steps> steps = steps(field);
            List<JsonValue> rows = given.parts(field.steps.isEmpty() ? "-" : field.steps);
            String text = TypedText.clean(given.text(field.name)).strip();
            String before = stretch(field).map(this::written).orElse("");
            boolean same = steps.isPresent()
                    ? steps.get().isSameAs(text, filled(rows))
                    : text.equals(before.strip()) && rows.isEmpty();
            if ((given.has(field.name) || given.has(field.steps)) && !same) {
                String made = made(field, text, filled(rows), steps, markdown);
                int place = i;
                stretch(field).ifPresentOrElse(stretch -> change(stretch, made, patch), () -> add(place, made, patch));
            }
        }
    }

    private static List<JsonValue> filled(List<JsonValue> rows) {
        return rows.stream()
                .filter(row -> row.values().values().stream()
                        .anyMatch(value -> !value.toString().isBlank()))
                .toList();
    }

    private static String made(
            Field field, String text, List<JsonValue> rows, Optional<Steps> steps, Markdown markdown) {
        boolean asItWas = steps.filter(read -> read.before().equals(text)).isPresent();
        String safe = asItWas ? text : TypedText.section(text, markdown);
        String points = field.points && !safe.isEmpty() ? TypedText.points(safe) : safe;
        String list = rows.isEmpty()
                ? ""
                : steps.orElse(new Steps("", List.of(), "\n")).written(rows, markdown);
        return points.isEmpty() || list.isEmpty() ? points + list : points + "\n\n" + list;
    }

    private void change(Stretch stretch, String made, Patch patch) {
        if (made.isEmpty()) {
            patch.replace(stretch.whole, "");
        } else if (stretch.content.length() == 0) {
            boolean last = stretch.whole.end() == file.text().length();
            Span below = new Span(Math.min(stretch.content.start(), stretch.whole.end()), stretch.whole.end());
            patch.replace(below, "\n" + made + (last ? "\n" : "\n\n"));
        } else {
            patch.replace(stretch.content, made);
        }
    }

    /** Behind the nearest field before it that has a section, else before the nearest after it, else at the end. */
    private void add(int index, String made, Patch patch) {
        if (made.isEmpty()) {
            return;
        }
        Optional<Stretch> before = Optional.empty();
        for (int i = index - 1; i >= 0 && before.isEmpty(); i--) {
            before = stretch(fields.get(i));
        }
        Optional<Stretch> after = Optional.empty();
        for (int i = index + 1; i < fields.size() && after.isEmpty(); i++) {
            after = stretch(fields.get(i));
        }
        int end = file.text().length();
        int at = before.map(stretch -> stretch.whole.end())
                .orElse(after.map(stretch -> stretch.whole.start()).orElse(end));
        String so = file.text().substring(bodyStart, at).replace("\r\n", "\n")
                + patch.at(at).replace("\r\n", "\n");
        String gap =
                so.isEmpty() || so.endsWith("\n\n") ? (so.isEmpty() ? "\n" : "") : so.endsWith("\n") ? "\n" : "\n\n";
        patch.insert(at, gap + marks + " " + fields.get(index).heading + "\n\n" + made + "\n" + (at < end ? "\n" : ""));
    }
}
