package org.practiceplaybook.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.Taxonomy;

/**
 * What a piece of another library can be in the playbook: a field of its table, or something that goes into several.
 *
 * @param part how it is filled
 * @param key as it stands in a mapping
 * @param names usual names in other libraries in their normal form, the likeliest first
 * @param taxonomy the vocabulary of its words; empty where it has none, or where they may be of any
 * @param own a field that the playbook's settings add
 */
record Ours(Part part, String key, List<String> names, Optional<Taxonomy> taxonomy, Optional<Model.Own> own) {
    /** How a field is filled. */
    enum Part {
        TITLE,
        SUMMARY,
        TIME,
        GROUP,
        EXPERIENCE,
        MATERIALS,
        TERMS,
        OWN,
        RELATED,
        SOURCES,
        AUTHORS,
        AKA,
        REVIEWED,
        STATE,
        REPLACED_BY,
        LICENCE,
        ORIGINAL,
        IMAGE,
        SLUG,
        ORDER
    }

    static final Ours TITLE = of(Part.TITLE, Fields.TITLE);
    static final Ours SUMMARY = of(Part.SUMMARY, Fields.SUMMARY);
    static final Ours TIME = of(Part.TIME, Fields.TIME);
    static final Ours GROUP = of(Part.GROUP, Fields.GROUP);
    static final Ours AKA = of(Part.AKA, Fields.AKA);
    static final Ours STATE = of(Part.STATE, Fields.STATE);
    static final Ours SLUG = of(Part.SLUG, "slug", "slug");
    static final Ours ORDER = of(Part.ORDER, Fields.ORDER);

    private static Ours of(Part part, Field<?> field) {
        return new Ours(
                part,
                field.key(),
                Stream.concat(field.names(), Stream.of(field.said()))
                        .map(Ours::normal)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    private static Ours of(Part part, String key, String names) {
        return new Ours(
                part,
                key,
                Stream.concat(Stream.of(key), Stream.of(names.split(", ")))
                        .map(Ours::normal)
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    private Ours of(Taxonomy vocabulary) {
        return new Ours(part, key, names, Optional.of(vocabulary), own);
    }

    private Ours of(Model.Own field) {
        return new Ours(part, key, names, taxonomy, Optional.of(field));
    }

    /** All that a piece can be in a playbook. */
    record Table(List<Ours> all) {
        static Table of(Model model) {
            List<Field<?>> fields = model.ofPractice();
            Stream<Ours> vocabularies = model.taxonomies().stream()
                    .map(taxonomy ->
                            Ours.of(Part.TERMS, field(fields, taxonomy.key())).of(taxonomy));
            Stream<Ours> own = model.own().stream()
                    .map(one -> Ours.of(Part.OWN, field(fields, one.key())).of(one));
            return new Table(Stream.of(
                            Stream.of(
                                    TITLE,
                                    SUMMARY,
                                    TIME,
                                    GROUP,
                                    Ours.of(Part.EXPERIENCE, Fields.EXPERIENCE),
                                    Ours.of(Part.MATERIALS, Fields.MATERIALS)),
                            own,
                            vocabularies,
                            Stream.of(
                                    // words of any vocabulary
                                    Ours.of(
                                            Part.TERMS,
                                            "terms",
                                            "tags, tag, keywords, topics, labels, category, categories, mobius tag,"
                                                    + " perspectives"),
                                    Ours.of(Part.RELATED, Fields.RELATED),
                                    Ours.of(Part.SOURCES, Fields.SOURCES),
                                    Ours.of(Part.AUTHORS, Fields.AUTHORS),
                                    AKA,
                                    Ours.of(Part.REVIEWED, Fields.REVIEWED),
                                    STATE,
                                    Ours.of(Part.REPLACED_BY, Fields.REPLACED_BY),
                                    Ours.of(Part.LICENCE, Fields.Playbook.LICENCE),
                                    Ours.of(
                                            Part.ORIGINAL,
                                            "original",
                                            "original url, canonical, canonical url, source url, url, homepage"),
                                    Ours.of(
                                            Part.IMAGE,
                                            "image",
                                            "jumbotron, cover, cover image, featured image, hero, hero image"),
                                    SLUG,
                                    ORDER))
                    .flatMap(some -> some)
                    .toList());
        }

        private static Field<?> field(List<Field<?>> fields, String key) {
            return fields.stream()
                    .filter(field -> field.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        Optional<Ours> ofKey(String key) {
            return all.stream().filter(field -> field.key.equals(key)).findFirst();
        }

        /** What something is by the name that it has elsewhere; a name of the playbook's own comes first. */
        Optional<Ours> named(String name) {
            String normal = normal(name);
            return Stream.concat(all.stream().filter(Ours::isOwn), all.stream().filter(field -> !field.isOwn()))
                    .filter(field -> field.names.contains(normal))
                    .findFirst();
        }

        /** Is a label that of a fact? */
        boolean isFact(String label) {
            return named(label).filter(Ours::isFact).isPresent();
        }
    }

    private boolean isOwn() {
        return own.isPresent()
                || taxonomy.filter(vocabulary -> !vocabulary.isUsual()).isPresent();
    }

    /** Is it a fact that stands in a line or a table at the head of a text? */
    boolean isFact() {
        return switch (part) {
            case TITLE, SUMMARY, IMAGE, SLUG, ORDER, ORIGINAL -> false;
            default -> true;
        };
    }

    /** Does it hold words of the vocabularies? */
    boolean isTerms() {
        return part == Part.TERMS;
    }

    /** Is a piece called like a field of the playbook? */
    static boolean isCalled(Field<?> field, String name) {
        String normal = normal(name);
        return field.names().map(Ours::normal).anyMatch(normal::equals);
    }

    /** {@code timeRequired}, {@code Time Required:} and {@code time_required} are one. */
    static String normal(String name) {
        StringBuilder normal = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(normal::appendCodePoint);
        return normal.toString();
    }
}
