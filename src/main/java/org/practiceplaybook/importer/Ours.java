package org.practiceplaybook.importer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Taxonomy;

/** What a piece of another library can be in the playbook: a field of its table, or something that goes into several. */
enum Ours {
    TITLE(Fields.TITLE),
    SUMMARY(Fields.SUMMARY),
    TIME(Fields.TIME),
    GROUP(Fields.GROUP),
    EXPERIENCE(Fields.EXPERIENCE),
    MATERIALS(Fields.MATERIALS),
    ROLES(Fields.ROLES),
    PHASES(Fields.PHASES),
    CHALLENGES(Fields.CHALLENGES),
    LEVERAGE(Fields.LEVERAGE),
    /** Words of any of the four vocabularies. */
    TERMS("terms", "tags, tag, keywords, topics, labels, category, categories, mobius tag, perspectives"),
    RELATED(Fields.RELATED),
    SOURCES(Fields.SOURCES),
    AUTHORS(Fields.AUTHORS),
    AKA(Fields.AKA),
    REVIEWED(Fields.REVIEWED),
    STATE(Fields.STATE),
    REPLACED_BY(Fields.REPLACED_BY),
    LICENCE(Fields.LICENCE),
    ORIGINAL("original", "original url, canonical, canonical url, source url, url, homepage"),
    IMAGE("image", "jumbotron, cover, cover image, featured image, hero, hero image"),
    SLUG("slug", "slug"),
    ORDER(Fields.ORDER);

    private final String key;
    private final List<String> names;

    Ours(Field<?> field) {
        this.key = field.key();
        this.names = field.names().map(Ours::normal).toList();
    }

    Ours(String key, String names) {
        this.key = key;
        this.names = Stream.concat(Stream.of(key), Stream.of(names.split(", ")))
                .map(Ours::normal)
                .toList();
    }

    /** As it stands in a mapping. */
    String key() {
        return key;
    }

    /** Usual names in other libraries in their normal form, the likeliest first. */
    List<String> names() {
        return names;
    }

    /** Is it a fact that stands in a line or a table at the head of a text? */
    boolean isFact() {
        return switch (this) {
            case TITLE, SUMMARY, IMAGE, SLUG, ORDER, ORIGINAL -> false;
            default -> true;
        };
    }

    /** Does it hold words of the vocabularies? */
    boolean isTerms() {
        return this == TERMS || taxonomy().isPresent();
    }

    /** The vocabulary of its words; empty where it has none, or where they may be of any. */
    Optional<Taxonomy> taxonomy() {
        return Stream.of(Taxonomy.values())
                .filter(taxonomy -> taxonomy.key().equals(key))
                .findFirst();
    }

    static Optional<Ours> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** What something is by the name that it has elsewhere. */
    static Optional<Ours> named(String name) {
        String normal = normal(name);
        return Arrays.stream(values())
                .filter(field -> field.names.contains(normal))
                .findFirst();
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
