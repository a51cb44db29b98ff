package org.practiceplaybook.importer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.practiceplaybook.content.Taxonomy;

/** What a piece of another library can be in the playbook, and the names under which other libraries have it. */
enum Field {
    TITLE("title", "title", "name", "practice", "practice name", "method", "method name", "pattern name"),
    SUMMARY(
            "summary",
            "summary",
            "subtitle",
            "what is",
            "what is it",
            "what",
            "patlet",
            "description",
            "short description",
            "tagline",
            "excerpt",
            "abstract",
            "in short",
            "in a nutshell",
            "lead",
            "teaser",
            "intro"),
    TIME(
            "time",
            "time",
            "timing",
            "duration",
            "time required",
            "time needed",
            "time frame",
            "timeframe",
            "timebox",
            "how long",
            "how long does it take",
            "length",
            "duration of play",
            "estimated time",
            "minutes"),
    GROUP(
            "group",
            "group",
            "group size",
            "people",
            "participants",
            "number of participants",
            "number of people",
            "number of players",
            "players",
            "attendees",
            "team size",
            "size",
            "how many",
            "how many people"),
    EXPERIENCE("experience", "experience", "difficulty", "level", "skill level", "complexity", "facilitator level"),
    MATERIALS(
            "materials",
            "materials",
            "material",
            "materials needed",
            "supplies",
            "equipment",
            "tools",
            "props",
            "you will need",
            "what you need",
            "what youll need",
            "things needed",
            "space and materials"),
    ROLES("roles", "roles", "role", "who", "audience", "actors"),
    PHASES("phases", "phases", "phase", "stage", "stages"),
    CHALLENGES("challenges", "challenges", "challenge", "problems", "use cases"),
    LEVERAGE("leverage", "leverage", "leverage points", "leverage point"),
    /** Words of any of the four vocabularies. */
    TERMS(
            "terms",
            "tags",
            "tag",
            "keywords",
            "topics",
            "labels",
            "category",
            "categories",
            "mobius tag",
            "perspectives",
            "terms"),
    RELATED(
            "related",
            "related",
            "related practices",
            "related patterns",
            "related methods",
            "see also",
            "similar",
            "works well with"),
    SOURCES(
            "sources",
            "sources",
            "source",
            "references",
            "reference",
            "resources",
            "credits",
            "credit",
            "attribution",
            "acknowledgements",
            "acknowledgments",
            "acknowledgement",
            "further reading",
            "inspired by",
            "origin"),
    AUTHORS(
            "authors",
            "authors",
            "author",
            "authorss",
            "by",
            "written by",
            "contributors",
            "contributor",
            "creator",
            "submitted by"),
    AKA("aka", "aka", "alias", "aliases", "also known as", "also called", "other names", "redirect from", "permalink"),
    REVIEWED(
            "reviewed",
            "reviewed",
            "last reviewed",
            "lastmod",
            "last modified",
            "last modified at",
            "last updated",
            "updated",
            "modified",
            "date",
            "created",
            "published at",
            "publish date"),
    STATE("state", "state", "status", "draft", "published", "archived", "deprecated"),
    REPLACED_BY("replaced_by", "replaced by", "superseded by"),
    LICENCE("licence", "licence", "license", "copyright", "rights"),
    ORIGINAL("original", "original", "original url", "canonical", "canonical url", "source url", "url", "homepage"),
    IMAGE("image", "image", "jumbotron", "cover", "cover image", "featured image", "hero", "hero image"),
    SLUG("slug", "slug"),
    ORDER("order", "order", "weight", "nav order", "position", "sidebar position");

    private final String key;
    private final List<String> names;

    Field(String key, String... names) {
        this.key = key;
        this.names = Arrays.stream(names).map(Field::normal).toList();
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
        return switch (this) {
            case CHALLENGES -> Optional.of(Taxonomy.CHALLENGES);
            case ROLES -> Optional.of(Taxonomy.ROLES);
            case PHASES -> Optional.of(Taxonomy.PHASES);
            case LEVERAGE -> Optional.of(Taxonomy.LEVERAGE);
            default -> Optional.empty();
        };
    }

    static Optional<Field> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** What something is by the name that it has elsewhere. */
    static Optional<Field> named(String name) {
        String normal = normal(name);
        return Arrays.stream(values())
                .filter(field -> field.names.contains(normal))
                .findFirst();
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
