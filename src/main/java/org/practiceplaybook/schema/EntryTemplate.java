package org.practiceplaybook.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.Shape;
import org.practiceplaybook.theme.Words;

/**
 * A file to fill in by hand. The keys and their order are those of the table of {@link Fields}; which of them stand there,
 * with which hint and which first words, and the text below, the theme's words say after {@code new.practice.}.
 */
public final class EntryTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private EntryTemplate() {}

    /**
     * The text of the file.
     *
     * @param kind {@code practice}, {@code attempt}, {@code pathway}, {@code page}; of another kind of words a practice's keys
     *     and no headings
     * @param values what places such as <code>{title}</code> stand for
     */
    public static String of(String kind, Model model, Words words, Map<String, String> values) {
        StringBuilder out = new StringBuilder("---\n");
        for (Field<?> field : model.ofEntries().getOrDefault(kind, model.ofPractice())) {
            String word = "new." + kind + "." + field.key();
            if (!field.said().isEmpty()) {
                out.append(own(field, words, values));
            } else if (words.keys().contains(word)) {
                out.append(field(field, filled(words.get(word), field, values)));
            }
        }
        String body = "new." + kind + ".body";
        return out + "---\n" + (words.keys().contains(body) ? "\n" + body(words.get(body), words.sections()) : "");
    }

    /** The first words of a text, its headings filled in by the keys of {@link SectionKind}. */
    private static String body(String text, SectionNames names) {
        return PLACE.matcher(text)
                .replaceAll(place -> Stream.of(SectionKind.values())
                        .filter(kind -> kind.key().equals(place.group(1)))
                        .map(kind -> Matcher.quoteReplacement(names.usual(kind)))
                        .findFirst()
                        .orElseGet(() -> Matcher.quoteReplacement(place.group())));
    }

    private static String filled(String text, Field<?> field, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("choices", String.join(", ", field.shape().choices()));
        all.put("form", field.shape() instanceof Shape.Value<?> value ? value.form() : "");
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(all.getOrDefault(place.group(1), place.group())));
    }

    /** A field that the playbook itself has a name for, with what may stand there. */
    private static String own(Field<?> field, Words words, Map<String, String> values) {
        String form = field.shape() instanceof Shape.Value<?> value ? value.form() : "";
        String can = values.getOrDefault(field.key(), form);
        String said = can.isEmpty() ? field.said() : words.get("new.own", field.said(), can);
        return field(field, "# " + said);
    }

    /** Lines that begin with # are hints and stand above the key. */
    private static String field(Field<?> field, String text) {
        StringBuilder out = new StringBuilder();
        text.lines()
                .filter(line -> line.startsWith("#"))
                .forEach(line -> out.append(line).append('\n'));
        List<String> value = text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        out.append(field.key()).append(':');
        if (field.shape() instanceof Shape.Parts parts && !value.isEmpty()) {
            String two = parts.fields().get(1).key();
            value.forEach(line -> out.append("\n  - ")
                    .append(parts.fields().get(0).line(line.replaceFirst(": ", "\n    " + two + ": "))));
            return out.append('\n').toString();
        }
        String line = String.join(" ", value);
        boolean list = field.shape() instanceof Shape.Names
                || field.shape() instanceof Shape.Lines
                || field.shape() instanceof Shape.Parts;
        String shown = list ? "[" + line + "]" : line;
        return out.append(shown.isEmpty() ? "" : " " + shown).append('\n').toString();
    }
}
