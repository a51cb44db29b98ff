package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.content.value.Keyed;
import org.practiceplaybook.content.value.Meaning;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.markdown.Part;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.yaml.Yaml;

/**
 * What the fields of a text hold, as other programs read it: texts, numbers, lists and maps by key, in the order of the
 * table. A field without a value is left out; times and groups are spelled as the playbook spells them.
 */
public final class FieldValues {
    private FieldValues() {}

    /**
     * The front matter of an entry.
     *
     * @param language BCP 47, for the quotation marks of prose
     */
    public static Map<String, Object> of(Entry entry, Model model, String language) {
        return of(
                reader(entry, model, QuotationMarks.of(language)),
                model.ofEntries().get(kind(entry)));
    }

    /** What the table of fields calls entries of this kind. */
    public static String kind(Entry entry) {
        if (entry instanceof Practice) {
            return Fields.PRACTICES_NAME;
        }
        if (entry instanceof Attempt) {
            return Fields.ATTEMPTS_NAME;
        }
        return entry instanceof Pathway ? Fields.PATHWAYS_NAME : Fields.PAGES_NAME;
    }

    /** The settings; who would rather not be named is not told. What a reader finds amiss is told elsewhere. */
    static Map<String, Object> ofSettings(FieldReader reader) {
        List<Field<?>> told = Fields.Playbook.OF_PLAYBOOK.stream()
                .filter(field -> field != Fields.Playbook.AUTHORS_HIDDEN)
                .toList();
        return of(reader.quiet(), told);
    }

    /**
     * What an entry means, in eight digits: its words and the words of its sections. Facts do not count, which every
     * language has from the original; nor do blanks, capitals, marks and markup.
     */
    public static String meaning(Entry entry, Model model) {
        Meaning meaning = new Meaning().with(entry.title().value());
        FieldReader reader = reader(entry, model, QuotationMarks.of(PlaybookSettings.DEFAULT.language()));
        words(reader, model.ofEntries().get(kind(entry)), meaning);
        for (Part part : entry.body().parts()) {
            part.heading().ifPresent(heading -> meaning.with(heading.text()));
            meaning.with(part.text());
        }
        return meaning.digits();
    }

    /**
     * What of an entry's meaning is not as it was.
     *
     * @param fields by their keys
     * @param headings of sections, in the order of the later text; empty of what stands before the first
     */
    public record Changed(List<String> fields, List<String> headings) {
        public static final Changed NOTHING = new Changed(List.of(), List.of());

        public Changed {
            fields = List.copyOf(fields);
            headings = List.copyOf(headings);
        }
    }

    /** What changed between two states of an entry, by {@link #meaning}. */
    public static Changed changed(Entry before, Entry after, Model model) {
        return new Changed(
                different(ofFields(before, model), ofFields(after, model)),
                different(ofSections(before), ofSections(after)));
    }

    private static List<String> different(Map<String, String> before, Map<String, String> after) {
        Map<String, String> all = new LinkedHashMap<>(after);
        before.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .filter(key -> !before.getOrDefault(key, "").equals(after.getOrDefault(key, "")))
                .toList();
    }

    private static Map<String, String> ofFields(Entry entry, Model model) {
        Map<String, String> meanings = new LinkedHashMap<>();
        FieldReader reader = reader(entry, model, QuotationMarks.of(PlaybookSettings.DEFAULT.language()));
        for (Field<?> field : model.ofEntries().get(kind(entry))) {
            Meaning meaning = new Meaning();
            words(reader, List.of(field), meaning);
            meanings.put(field.key(), meaning.digits());
        }
        // a title may stand in the text
        meanings.put(
                Fields.TITLE.key(), new Meaning().with(entry.title().value()).digits());
        return meanings;
    }

    private static Map<String, String> ofSections(Entry entry) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Part part : entry.body().parts()) {
            meanings.merge(
                    part.heading().map(Heading::text).orElse(""),
                    new Meaning().with(part.text()).digits(),
                    String::concat);
        }
        return meanings;
    }

    private static void words(FieldReader reader, List<Field<?>> table, Meaning meaning) {
        for (Field<?> field : table) {
            // what is only added to leaves the translation as good as it was
            if (field.wording() == Field.Wording.WORDS) {
                Object value = reader.get(field);
                parts(value).forEach(part -> words(part, field.shape().fields(), meaning));
                if (parts(value).isEmpty()) {
                    plain(field.shape(), value).ifPresent(words -> meaning.with(words.toString()));
                }
            }
        }
    }

    /**
     * The keys of facts that a translation gives otherwise than its original: they are the original's to give.
     *
     * @return where each key stands in the translation
     */
    public static List<Located<String>> otherFacts(Entry original, Entry translation, Model model) {
        QuotationMarks marks = QuotationMarks.of(PlaybookSettings.DEFAULT.language());
        return otherFacts(
                model.ofEntries().get(kind(original)),
                reader(original, model, marks),
                reader(translation, model, marks));
    }

    static List<Located<String>> otherFacts(List<Field<?>> table, FieldReader own, FieldReader other) {
        List<Located<String>> keys = new ArrayList<>();
        for (Field<?> field : table) {
            Optional<Object> said = value(field, other);
            boolean differs = field.isTranslated()
                    ? !names(field, own).containsAll(names(field, other))
                    : said.isPresent() && !said.equals(value(field, own));
            if (differs) {
                keys.add(new Located<>(field.key(), other.placeOf(field)));
            }
        }
        return keys;
    }

    /** What reasons and parts are told from each other by. */
    private static <T> Set<String> names(Field<T> field, FieldReader reader) {
        T value = reader.get(field);
        Set<String> names = new HashSet<>();
        parts(value)
                .forEach(part -> names.add(part.written(field.shape().fields().get(0))));
        if (field.shape() instanceof Shape.Reasons && value instanceof List<?> reasons) {
            reasons.forEach(reason -> names.add(((Yaml.Entry) reason).key().value()));
        }
        return names;
    }

    private static List<FieldReader> parts(Object value) {
        Object one = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (one instanceof FieldReader part) {
            return List.of(part);
        }
        return one instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof FieldReader
                ? list.stream().map(FieldReader.class::cast).toList()
                : List.of();
    }

    private static FieldReader reader(Entry entry, Model model, QuotationMarks marks) {
        Yaml.Mapping mapping = FrontMatter.read(entry.file()).mapping();
        List<Field<?>> table = model.ofEntries().get(kind(entry));
        return new FieldReader(entry.file(), mapping, table, marks, new ArrayList<>());
    }

    private static Map<String, Object> of(FieldReader reader, List<Field<?>> table) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field<?> field : table) {
            value(field, reader).ifPresent(value -> values.put(field.key(), value));
        }
        return values;
    }

    private static <T> Optional<Object> value(Field<T> field, FieldReader reader) {
        return plain(field.shape(), reader.get(field));
    }

    private static Optional<Object> plain(Shape<?> shape, Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(one -> plain(shape, one));
        }
        if (value instanceof Located<?> located) {
            return plain(shape, located.value());
        }
        if (value instanceof FieldReader part) {
            return Optional.of(of(part, shape.fields()));
        }
        if (shape instanceof Shape.ByName) {
            Map<String, Object> byName = new LinkedHashMap<>();
            for (Object one : (List<?>) value) {
                Shape.Named named = (Shape.Named) one;
                byName.put(named.name().value(), of(named.fields(), shape.fields()));
            }
            return byName.isEmpty() ? Optional.empty() : Optional.of(byName);
        }
        if (value instanceof List<?> list) {
            Object plain = shape instanceof Shape.Reasons ? reasons(list) : list(shape, list);
            return list.isEmpty() ? Optional.empty() : Optional.of(plain);
        }
        if (value instanceof Keyed keyed) {
            return Optional.of(keyed.key());
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return Optional.of(value);
        }
        String text = shape instanceof Shape.Value<?> form ? spelled(form, value) : value.toString();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @SuppressWarnings("unchecked")
    private static <V> String spelled(Shape.Value<V> form, Object value) {
        String canonical = form.canonical().apply((V) value);
        return canonical.isEmpty() ? value.toString() : canonical;
    }

    private static List<Object> list(Shape<?> shape, List<?> list) {
        return list.stream().flatMap(one -> plain(shape, one).stream()).toList();
    }

    private static Map<String, String> reasons(List<?> entries) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Object one : entries) {
            Yaml.Entry entry = (Yaml.Entry) one;
            String reason =
                    entry.value() instanceof Yaml.Text text && !text.isEmpty() ? FieldReader.fold(text.value()) : "";
            reasons.put(entry.key().value(), reason);
        }
        return reasons;
    }
}
