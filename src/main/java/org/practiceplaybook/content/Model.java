package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.practiceplaybook.content.value.Keyed;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.yaml.KnownKeys;

/**
 * By what a playbook describes its entries: the table of {@link Fields}, without the vocabularies that it has no file of,
 * with those of its own and with the fields that its settings add.
 *
 * @param taxonomies the vocabularies that there are: the usual ones, then those of its own
 * @param own the fields that the settings add to practices
 */
public record Model(List<Taxonomy> taxonomies, List<Own> own) {
    /** What the theme has words for, and nothing else. */
    public static final Model USUAL = new Model(Taxonomy.USUAL, List.of());

    /** What a form calls the text of an entry. */
    private static final String WHOLE_TEXT = "text";

    private static final String NUMBER = "\\d{1,12}(?:[.,]\\d{1,6})?";
    private static final String RANGE = NUMBER + "(?:\\s*[-–]\\s*" + NUMBER + "|\\+)?";

    public Model {
        taxonomies = List.copyOf(taxonomies);
        own = List.copyOf(own);
    }

    /** What a field of one's own holds. */
    public enum Kind implements Keyed {
        TEXT(new Shape.Text(true, "", "")),
        NUMBER(value("-?" + Model.NUMBER, "a number", "12, 2.5", text -> text.matches("-?" + Model.NUMBER), "")),
        RANGE(value(Model.RANGE, "a number or a range", "5, 5-10, 5+", Kind::isRange, "\\s*[-–]\\s*")),
        LINK(new Shape.Value<>(
                text -> Url.of(text).kind() == Url.Kind.OUTSIDE ? Optional.of(text) : Optional.empty(),
                Fields.WEB + "|mailto:.+|tel:.+",
                RuleCode.URL_FORM,
                "an address",
                "https://example.org/page",
                unknown -> Optional.empty(),
                text -> "",
                RuleCode.URL_FORM));

        private final Shape<Optional<Located<String>>> shape;

        Kind(Shape<Optional<Located<String>>> shape) {
            this.shape = shape;
        }

        /** A shape whose canonical form has a hyphen in place of what matches {@code between}, where that is not empty. */
        private static Shape<Optional<Located<String>>> value(
                String pattern, String meaning, String form, Function<String, Boolean> fits, String between) {
            return new Shape.Value<>(
                    text -> fits.apply(text) ? Optional.of(text) : Optional.empty(),
                    pattern,
                    RuleCode.FIELD_FORM,
                    meaning,
                    form,
                    unknown -> Optional.empty(),
                    text -> between.isEmpty() ? "" : text.replaceAll(between, "-"),
                    RuleCode.FIELD_FORM);
        }

        private static boolean isRange(String text) {
            return text.matches(Model.RANGE);
        }
    }

    /**
     * A vocabulary as the settings tell of it.
     *
     * @param label or empty
     */
    public record Facet(String key, String label, boolean filter, Place place) {}

    /** A field that the settings add. */
    public record Own(String key, String label, Kind kind, Place place) {
        /** A text as its field holds it; empty where it is of another kind. */
        public Optional<String> understood(String text) {
            return kind.shape instanceof Shape.Value<?> value
                    ? value.parser().apply(text).map(Object::toString)
                    : Optional.of(text).filter(some -> !some.isEmpty());
        }

        Field<Optional<Located<String>>> field() {
            return new Field<>(key, kind.shape).said(label);
        }
    }

    /** What the settings say of vocabularies and of fields of one's own. */
    public record Said(List<Facet> facets, List<Own> fields) {
        static final Said NOTHING = new Said(List.of(), List.of());

        public Said {
            facets = List.copyOf(facets);
            fields = List.copyOf(fields);
        }

        /** Does it say the same, wherever it stands? */
        boolean isAs(Said other) {
            return placeless().equals(other.placeless());
        }

        private Said placeless() {
            return new Said(
                    facets.stream()
                            .map(one -> new Facet(one.key(), one.label(), one.filter(), null))
                            .toList(),
                    fields.stream()
                            .map(one -> new Own(one.key(), one.label(), one.kind(), null))
                            .toList());
        }
    }

    /** What a practice says in a field of one's own, as readers see it. */
    public record Value(String key, String label, String text, Optional<Url> link) {}

    /**
     * The model of a content folder.
     *
     * @param paths of all its files
     */
    public static Model of(Collection<String> paths, Said said) {
        Set<String> there = new TreeSet<>();
        paths.forEach(path -> Taxonomy.keyOf(path).ifPresent(there::add));
        Map<String, Facet> told = new LinkedHashMap<>();
        said.facets().forEach(facet -> told.put(facet.key(), facet));
        Set<String> keys = new LinkedHashSet<>();
        Taxonomy.USUAL.forEach(usual -> keys.add(usual.key()));
        keys.addAll(told.keySet());
        keys.addAll(there);
        List<Taxonomy> taxonomies = new ArrayList<>();
        for (String key : keys) {
            boolean usual = Taxonomy.isUsual(key);
            if (there.contains(key) && (usual || isFree(key))) {
                String name = usual ? "" : EntryReader.titleOfSlug(key);
                Facet facet = told.getOrDefault(key, new Facet(key, "", true, null));
                taxonomies.add(new Taxonomy(key, facet.label().isEmpty() ? name : facet.label(), facet.filter()));
            }
        }
        return new Model(
                taxonomies,
                said.fields().stream()
                        .filter(field -> !there.contains(field.key()))
                        .toList());
    }

    /** Can a vocabulary have this key? */
    static boolean canHold(String key) {
        return isFree(key) || Taxonomy.isUsual(key);
    }

    /**
     * The error that nothing of one's own can be called so.
     *
     * @param where the key stands
     */
    static Diagnostic unfitKey(Place place, String key, String where, String effect) {
        String better = Slug.of(key);
        Diagnostic error = Diagnostic.of(
                        RuleCode.OWN_KEY,
                        place,
                        Taxonomy.isKey(key)
                                ? "entries have something called \"" + key + "\" already"
                                : "\"" + key + "\" cannot be a key: small letters, digits and hyphens only")
                .effect(effect);
        return isFree(better)
                ? error.remedy("write \"" + better + "\" in " + where + " and in the entries")
                : error.remedy("take another word for it, in " + where + " and in the entries");
    }

    /** Can this be the key of a vocabulary or a field of one's own? No other field or part of an entry is called so. */
    static boolean isFree(String key) {
        return Taxonomy.isKey(key) && !isTaken(key);
    }

    /** Has an entry a field or a part of this name already? */
    static boolean isTaken(String key) {
        boolean taken = key.equals(Fields.ANY_TERM) || key.equals(WHOLE_TEXT);
        for (Map.Entry<String, List<Field<?>>> kind :
                Fields.ofTranslations(Fields.ofEntries()).entrySet()) {
            taken |= kind.getKey().equals(key);
            for (Field<?> field : kind.getValue()) {
                taken |= field.key().equals(key);
            }
        }
        for (SectionKind kind : SectionKind.values()) {
            taken |= kind.key().equals(key);
        }
        return taken;
    }

    /** The same as settings in another language call it. */
    Model called(Said other) {
        return new Model(
                taxonomies.stream()
                        .map(one -> other.facets().stream()
                                .filter(facet -> facet.key().equals(one.key())
                                        && !facet.label().isEmpty())
                                .findFirst()
                                .map(facet -> new Taxonomy(one.key(), facet.label(), one.filter()))
                                .orElse(one))
                        .toList(),
                own.stream()
                        .map(one -> other.fields().stream()
                                .filter(field -> field.key().equals(one.key()))
                                .findFirst()
                                .orElse(one))
                        .toList());
    }

    /** What a practice says in the fields of one's own, as this model calls them. */
    List<Value> called(List<Value> values) {
        return values.stream()
                .map(value -> own.stream()
                        .filter(one -> one.key().equals(value.key()))
                        .findFirst()
                        .map(one -> new Value(one.key(), one.label(), value.text(), value.link()))
                        .orElse(value))
                .toList();
    }

    /** The vocabulary of a key. */
    public Optional<Taxonomy> taxonomy(String key) {
        return taxonomies.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** The table of {@link Fields#all()} as this playbook has it. */
    public Map<String, List<Field<?>>> all() {
        Map<String, List<Field<?>>> all = new LinkedHashMap<>(Fields.all());
        all.putAll(ofEntries());
        return all;
    }

    /** The table of {@link Fields#ofEntries()} as this playbook has it. */
    public Map<String, List<Field<?>>> ofEntries() {
        Map<String, List<Field<?>>> all = Fields.ofEntries();
        all.put(Fields.PRACTICES_NAME, ofPractice());
        all.put(Fields.ATTEMPTS_NAME, ofAttempt());
        return all;
    }

    /** What the front matter of a practice may hold, in the order in which it is written. */
    public List<Field<?>> ofPractice() {
        return table(Fields.OF_PRACTICE, Fields.MATERIALS);
    }

    /** The same of an attempt, which has no fields of one's own. */
    public List<Field<?>> ofAttempt() {
        return table(Fields.OF_ATTEMPT, null);
    }

    /** The keys to be expected in front matter. */
    KnownKeys keys() {
        return Fields.keys(ofTranslations().values());
    }

    /** What translations of entries are read by. */
    Map<String, List<Field<?>>> ofTranslations() {
        return Fields.ofTranslations(ofEntries());
    }

    private List<Field<?>> table(List<Field<?>> usual, Field<?> beforeOwn) {
        List<Field<?>> table = new ArrayList<>();
        boolean vocabularies = false;
        for (Field<?> field : usual) {
            if (!field.isVocabulary()) {
                table.add(field);
            } else if (!vocabularies) {
                vocabularies = true;
                taxonomies.forEach(taxonomy -> table.add(field(taxonomy)));
            }
            if (field == beforeOwn) {
                own.forEach(one -> table.add(one.field()));
            }
        }
        return List.copyOf(table);
    }

    private static Field<?> field(Taxonomy taxonomy) {
        return Fields.OF_VOCABULARIES.stream()
                .filter(field -> field.key().equals(taxonomy.key()))
                .findFirst()
                .<Field<?>>map(field -> field)
                .orElseGet(() -> new Field<>(taxonomy.key(), new Shape.Names(taxonomy.key())))
                .said(taxonomy.label());
    }

    /** What a practice says in the fields of one's own; what is not understood as it was written. */
    List<Value> values(FieldReader fields) {
        List<Value> values = new ArrayList<>();
        for (Own one : own) {
            Field<Optional<Located<String>>> field = one.field();
            Optional<String> read = fields.get(field).map(Located::value);
            String text = read.orElseGet(() -> fields.written(field));
            boolean link = read.isPresent() && one.kind() == Kind.LINK;
            boolean range = read.isPresent() && one.kind() == Kind.RANGE;
            if (!text.isEmpty()) {
                values.add(new Value(
                        one.key(),
                        one.label(),
                        range ? text.replaceAll("\\s*[-–]\\s*", "–") : text,
                        link ? Optional.of(Url.of(text)) : Optional.empty()));
            }
        }
        return values;
    }
}
