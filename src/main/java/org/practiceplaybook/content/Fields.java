package org.practiceplaybook.content;

import static org.practiceplaybook.source.RuleCode.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.practiceplaybook.content.value.Band;
import org.practiceplaybook.content.value.Experience;
import org.practiceplaybook.content.value.GroupRange;
import org.practiceplaybook.content.value.HostKind;
import org.practiceplaybook.content.value.Keyed;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.content.value.Outcome;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.content.value.TimeRange;
import org.practiceplaybook.content.value.Where;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Yaml;

/**
 * The table of fields. What stands in a file, what editors and forms offer, what an importer looks for and in which order
 * keys are written derives from it; no key is written anywhere else. To add a field, add its row here and to the list of
 * its kind, and show it on a page.
 */
public final class Fields {
    static final String PRACTICES_NAME = "practice";
    static final String ATTEMPTS_NAME = "attempt";
    static final String PATHWAYS_NAME = "pathway";
    static final String PAGES_NAME = "page";
    static final String ANY_TERM = "term";
    static final String WEB = "https?://[^\\s]+";

    // all entries
    public static final Field<Optional<Located<String>>> TITLE = prose("title")
            .needed(TITLE_MISSING, "what it is called", "…")
            .longest(60, TITLE_LONG)
            .labelled("titleLabel");
    public static final Field<Optional<Located<String>>> SUMMARY = prose("summary")
            .needed(SUMMARY_MISSING, "in two sentences, the problem and what the practice does about it", "…")
            .longest(240, SUMMARY_LONG);

    // practices
    public static final Field<List<Located<String>>> CHALLENGES =
            terms(Taxonomy.CHALLENGES, "too-much-too-little-time");
    public static final Field<List<Located<String>>> ROLES = terms(Taxonomy.ROLES, "facilitator");
    public static final Field<List<Located<String>>> PHASES = terms(Taxonomy.PHASES, "gather");
    public static final Field<List<Located<String>>> LEVERAGE = terms(Taxonomy.LEVERAGE, "mindset");
    public static final Field<Optional<Located<TimeRange>>> TIME = range(
            "time",
            TimeRange::parse,
            TimeRange.pattern() + "|ongoing",
            TIME_FORM,
            "a time",
            "45 min, 1-2 h, 20 min per person, ongoing",
            Misreading::time,
            TimeRange::canonical,
            TIME_SPELLING);
    public static final Field<Optional<Where>> WHERE = choice("where", Where.values(), WHERE_VALUE);
    public static final Field<Optional<Located<GroupRange>>> GROUP = range(
            "group",
            GroupRange::parse,
            GroupRange.pattern() + "|any",
            GROUP_FORM,
            "a number of people",
            "6, 4-12, 8+, any",
            Misreading::group,
            GroupRange::canonical,
            GROUP_SPELLING);
    public static final Field<Optional<Experience>> EXPERIENCE =
            choice("experience", Experience.values(), EXPERIENCE_VALUE);
    public static final Field<List<Located<String>>> MATERIALS =
            lines("materials").translated(Field.Wording.WORDS);
    public static final Field<List<Yaml.Entry>> RELATED =
            new Field<>("related", new Shape.Reasons(PRACTICES_NAME)).longest(120, REASON_LONG);

    // what is credited
    public static final Field<Optional<Located<String>>> SOURCE_TITLE =
            TITLE.plain().called(Elsewhere.SOURCE_TITLE).translated(Field.Wording.FACT);
    public static final Field<Optional<Located<String>>> AUTHOR =
            prose("author").translated(Field.Wording.FACT);
    public static final Field<Optional<Located<String>>> YEAR = text("year");
    public static final Field<Optional<Located<String>>> URL = text("url", "", WEB + "|mailto:.+|tel:.+");
    public static final Field<Optional<Located<String>>> NOTE = prose("note");

    private static final List<Field<?>> OF_SOURCE = List.of(SOURCE_TITLE, URL, AUTHOR, YEAR, NOTE);

    public static final Field<List<FieldReader>> SOURCES = new Field<>("sources", new Shape.Parts(OF_SOURCE))
            .needed(CREDIT_MISSING, "nothing to read on about it", "");
    public static final Field<List<Located<String>>> AUTHORS =
            lines("authors").needed(CREDIT_MISSING, "no name with it", "[your name, or your network's]");
    public static final Field<List<Located<String>>> AKA = lines("aka").translated(Field.Wording.MORE_WORDS);
    public static final Field<Optional<Located<PartialDate>>> REVIEWED = date(
            "reviewed",
            text -> PartialDate.parse(text).filter(date -> date.month().isPresent()),
            REVIEWED_FORM,
            "2026-05 or 2026-05-17");
    public static final Field<Optional<State>> STATE = choice("state", State.values(), STATE_VALUE);
    public static final Field<Optional<Located<String>>> REPLACED_BY = text("replaced_by", PRACTICES_NAME, "");

    // attempts
    public static final Field<List<Located<String>>> PRACTICES = names("practices", PRACTICES_NAME)
            .needed(PRACTICES_MISSING, "the practice that it is about", "[know-your-role]");
    public static final Field<List<Located<String>>> LED_TO = names("led_to", PRACTICES_NAME);
    public static final Field<Optional<Outcome>> RESULT = choice("result", Outcome.values(), RESULT_VALUE)
            .needed(RESULT_MISSING, "how it went", "went-well, mixed or fell-short");
    public static final Field<Optional<Located<String>>> LESSON = prose("lesson")
            .needed(LESSON_MISSING, "in one sentence, what was learnt", "…")
            .longest(160, LESSON_LONG);
    public static final Field<Optional<Located<String>>> SETTING = prose("setting")
            .needed(SETTING_MISSING, "what was tried, and not among whom", "A first meeting of eight organisations");
    public static final Field<Optional<Located<PartialDate>>> WHEN =
            date("when", PartialDate::parse, WHEN_FORM, "2026 or 2026-05");
    public static final Field<Optional<Located<String>>> SHARED_BY = prose("shared_by")
            .translated(Field.Wording.FACT)
            .needed(
                    SHARER_MISSING,
                    "it counted with all others that name nobody, as one person's",
                    "your name, or anonymous");
    public static final Field<Optional<Located<String>>> FOLLOWS = text("follows", ATTEMPTS_NAME, "");
    public static final Field<Optional<FieldReader>> SOURCE = new Field<>("source", new Shape.Part(OF_SOURCE));

    // pathways
    public static final Field<Optional<Located<String>>> PATHWAY_SUMMARY =
            SUMMARY.needed(SUMMARY_MISSING, "in a sentence or two, when to take this path", "…");
    public static final Field<Optional<Located<String>>> STEP_PRACTICE =
            text("practice", PRACTICES_NAME, "").needed(RuleCode.STEP_PRACTICE, "the pathway without this step", "…");
    public static final Field<Optional<Located<String>>> WHY = prose("why");
    public static final Field<List<FieldReader>> STEPS =
            new Field<>("steps", new Shape.Parts(List.of(STEP_PRACTICE, WHY)));
    public static final Field<List<Located<String>>> FOR = names("for", ANY_TERM);

    // pages
    public static final Field<Optional<Located<String>>> PAGE_TITLE = TITLE.plain();
    public static final Field<Optional<Located<String>>> PAGE_SUMMARY = SUMMARY.plain();
    public static final Field<Optional<Located<String>>> IN_MENU = prose("in_menu");
    public static final Field<Optional<Located<Integer>>> ORDER = number("order", "-?\\d{1,6}", ORDER_FORM, "3");

    // translations
    public static final Field<Optional<Located<String>>> TRANSLATES = value(
            "translates",
            text -> text.matches("[0-9A-Fa-f]{8}") ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty(),
            "[0-9A-Fa-f]{8}",
            TRANSLATES_FORM,
            "a mark of the original",
            "1a2b3c4d");

    // terms of vocabularies, words of the glossary
    public static final Field<Optional<Located<String>>> NAME =
            prose("name").needed(TERM_NAME, "a term that is not explained", "…");
    public static final Field<Optional<Located<String>>> DEFINITION =
            prose("definition").needed(TERM_DEFINITION, "a term that is not explained", "…");
    public static final Field<Optional<Located<String>>> QUESTION = prose("question");
    public static final Field<List<Located<String>>> QUESTIONS =
            lines("questions").translated(Field.Wording.WORDS);
    public static final Field<Optional<Located<Integer>>> NUMBER = number("number", "\\d{1,4}", NUMBER_FORM, "6");
    public static final Field<Optional<Band>> BAND = choice("band", Band.values(), BAND_VALUE);
    public static final Field<Optional<Located<String>>> EXAMPLE = prose("example");
    public static final Field<Optional<Located<String>>> MEANS = prose("means");
    public static final Field<Optional<Located<String>>> SEE = text("see");
    public static final Field<Optional<Located<String>>> WORD_TRANSLATES = text("translates");

    static final List<Field<?>> OF_VOCABULARIES = List.of(CHALLENGES, ROLES, PHASES, LEVERAGE);
    public static final List<Field<?>> OF_PRACTICE = joined(
            List.of(TITLE, SUMMARY),
            OF_VOCABULARIES,
            List.of(
                    TIME,
                    WHERE,
                    GROUP,
                    EXPERIENCE,
                    MATERIALS,
                    RELATED,
                    SOURCES,
                    AUTHORS,
                    AKA,
                    REVIEWED,
                    STATE,
                    REPLACED_BY));
    public static final List<Field<?>> OF_ATTEMPT = joined(
            List.of(TITLE, PRACTICES, LED_TO, RESULT, LESSON, SETTING, WHEN, SHARED_BY),
            OF_VOCABULARIES,
            List.of(FOLLOWS, SOURCE, AKA));
    public static final List<Field<?>> OF_PATHWAY = List.of(TITLE, PATHWAY_SUMMARY, STEPS, FOR, AKA);
    public static final List<Field<?>> OF_PAGE = List.of(PAGE_TITLE, ORDER, PAGE_SUMMARY, IN_MENU, AKA);
    public static final List<Field<?>> OF_TERM =
            List.of(NAME, DEFINITION, ORDER, QUESTION, QUESTIONS, NUMBER, BAND, EXAMPLE);
    public static final List<Field<?>> OF_WORD = List.of(MEANS, SEE, AKA);
    static final List<Field<?>> OF_TRANSLATED_WORD = joined(OF_WORD, List.of(WORD_TRANSLATES));

    private Fields() {}

    /**
     * The whole table: what the front matter of a {@code practice}, an {@code attempt}, a {@code pathway} and a {@code page}
     * may hold, the settings ({@code playbook}), a term ({@code taxonomy}) and a word ({@code glossary}).
     */
    public static Map<String, List<Field<?>>> all() {
        Map<String, List<Field<?>>> all = new LinkedHashMap<>(ofEntries());
        all.put("playbook", Playbook.OF_PLAYBOOK);
        all.put("taxonomy", OF_TERM);
        all.put("glossary", OF_WORD);
        return all;
    }

    /** The part of the table that is about entries. */
    public static Map<String, List<Field<?>>> ofEntries() {
        Map<String, List<Field<?>>> all = new LinkedHashMap<>();
        all.put(PRACTICES_NAME, OF_PRACTICE);
        all.put(ATTEMPTS_NAME, OF_ATTEMPT);
        all.put(PATHWAYS_NAME, OF_PATHWAY);
        all.put(PAGES_NAME, OF_PAGE);
        return all;
    }

    /** What translations of entries are read by: facts are understood in them, though the original's count. */
    static Map<String, List<Field<?>>> ofTranslations(Map<String, List<Field<?>>> entries) {
        Map<String, List<Field<?>>> all = new LinkedHashMap<>();
        entries.forEach((kind, table) -> all.put(kind, joined(table, List.of(TRANSLATES))));
        return all;
    }

    @SafeVarargs
    static List<Field<?>> joined(List<Field<?>>... lists) {
        List<Field<?>> joined = new ArrayList<>();
        for (List<Field<?>> list : lists) {
            joined.addAll(list);
        }
        return List.copyOf(joined);
    }

    /** The keys of some lists of fields. */
    static KnownKeys keys(Collection<List<Field<?>>> lists) {
        return KnownKeys.of(
                lists.stream().flatMap(List::stream).map(Field::key).distinct().toList());
    }

    static Field<Optional<Located<String>>> prose(String key) {
        return new Field<>(key, new Shape.Text(true, "", ""));
    }

    static Field<Optional<Located<String>>> text(String key) {
        return text(key, "", "");
    }

    static Field<Optional<Located<String>>> text(String key, String names, String pattern) {
        return new Field<>(key, new Shape.Text(false, names, pattern));
    }

    static Field<Optional<Located<String>>> colour(String key) {
        return value(
                key,
                DataReader::colour,
                "#?(?:[0-9A-Fa-f]{3}){1,2}",
                ACCENT_FORM,
                "a colour",
                key + ": \"#7a2048\", with quotation marks");
    }

    /** A name that needs no quotation marks in CSS but gets them. */
    static Field<Optional<Located<String>>> font(String key) {
        String pattern = "[A-Za-z0-9][A-Za-z0-9 -]*";
        return value(
                key,
                text -> text.matches(pattern) ? Optional.of(text) : Optional.empty(),
                pattern,
                FONT_FORM,
                "the name of a font",
                key + ": Georgia");
    }

    static Field<List<FieldReader>> ways(String key) {
        return new Field<>(key, new Shape.Parts(List.of(Playbook.WAY_TO, Playbook.WAY_TEXT)));
    }

    static Field<List<Shape.Named>> named(String key, Field<?>... fields) {
        return new Field<>(key, new Shape.ByName(List.of(fields)));
    }

    static Field<List<Located<String>>> lines(String key) {
        return new Field<>(key, new Shape.Lines());
    }

    private static Field<List<Located<String>>> names(String key, String names) {
        return new Field<>(key, new Shape.Names(names));
    }

    private static Field<List<Located<String>>> terms(Taxonomy taxonomy, String example) {
        return names(taxonomy.key(), taxonomy.key())
                .needed(
                        TERMS_MISSING,
                        "it in the list of all practices, and not under what they look for",
                        "[" + example + "]");
    }

    static <E extends Keyed> Field<Optional<E>> choice(String key, E[] values, RuleCode wrong) {
        return new Field<>(key, new Shape.Choice<>(List.of(values), wrong));
    }

    static <V> Field<Optional<Located<V>>> value(
            String key,
            Function<String, Optional<V>> parser,
            String pattern,
            RuleCode wrong,
            String meaning,
            String form) {
        return range(key, parser, pattern, wrong, meaning, form, unknown -> Optional.empty(), value -> "", wrong);
    }

    private static <V> Field<Optional<Located<V>>> range(
            String key,
            Function<String, Optional<V>> parser,
            String pattern,
            RuleCode wrong,
            String meaning,
            String form,
            Function<String, Optional<Misreading>> hint,
            Function<V, String> canonical,
            RuleCode spelling) {
        return new Field<>(key, new Shape.Value<>(parser, pattern, wrong, meaning, form, hint, canonical, spelling));
    }

    private static Field<Optional<Located<PartialDate>>> date(
            String key, Function<String, Optional<PartialDate>> parser, RuleCode wrong, String form) {
        return range(key, parser, PartialDate.pattern(), wrong, "a date", form, Misreading::date, date -> "", wrong);
    }

    static Field<Optional<Located<Integer>>> number(String key, String pattern, RuleCode wrong, String form) {
        return value(
                key,
                text -> text.matches(pattern) ? Optional.of(Integer.parseInt(text)) : Optional.empty(),
                pattern,
                wrong,
                "a number",
                form);
    }

    /**
     * The part of the table that is about {@code playbook.yml}. It is made when somebody asks for it, and so the judge of a
     * form, which reads no settings, is the smaller.
     */
    public static final class Playbook {
        public static final Field<Optional<Located<String>>> PLAYBOOK_NAME = NAME.plain();
        public static final Field<Optional<Located<String>>> TAGLINE = prose("tagline");
        public static final Field<Optional<Located<String>>> ADDRESS = text("address", "", WEB);
        public static final Field<Optional<Located<String>>> REPOSITORY = text("repository", "", WEB);
        public static final Field<Optional<HostKind>> HOST = choice("host", HostKind.values(), HOST_VALUE);
        public static final Field<Optional<Located<String>>> BRANCH = text("branch");
        public static final Field<Optional<Located<String>>> LANGUAGE =
                value("language", LanguageTag::of, "", LANGUAGE_FORM, "a language", "en, de, pt-BR");
        public static final Field<List<Located<String>>> LANGUAGES =
                new Field<>("languages", new Shape.Values<>((Shape.Value<String>) LANGUAGE.shape()));
        public static final Field<Optional<Located<String>>> EDITION =
                text("edition").translated(Field.Wording.WORDS);
        public static final Field<Optional<Located<Integer>>> REVIEW_AFTER_MONTHS =
                number("review_after_months", "[1-9]\\d{0,2}", REVIEW_AFTER_MONTHS_FORM, "12");
        public static final Field<Optional<Located<String>>> LICENCE = prose("licence");
        public static final Field<Optional<Located<String>>> LICENSE = prose("license");
        public static final Field<Optional<Located<String>>> EMAIL =
                value("email", DataReader::email, "", EMAIL_FORM, "an e-mail address", "playbook@example.org");
        public static final Field<List<Located<String>>> AUTHORS_HIDDEN = lines("authors_hidden");
        public static final Field<List<Located<String>>> DOWNLOADS = lines("downloads");
        public static final Field<Optional<Located<String>>> ACCENT = colour("accent");
        public static final Field<Optional<Located<String>>> ACCENT_DARK = colour("accent_dark");
        public static final Field<Optional<Located<String>>> LOGO = text("logo");
        public static final Field<Optional<Located<String>>> FONT_TEXT = font("font_text");
        public static final Field<Optional<Located<String>>> FONT_INTERFACE = font("font_interface");
        public static final Field<Optional<Located<String>>> FONT_CODE = font("font_code");
        public static final Field<Optional<Located<String>>> WAY_TO = text("to");
        public static final Field<Optional<Located<String>>> WAY_TEXT = prose("text");
        public static final Field<List<FieldReader>> MENU = ways("menu");
        public static final Field<List<FieldReader>> FOOTER = ways("footer");
        public static final Field<List<Located<String>>> HOME = lines("home");
        public static final Field<Optional<Located<String>>> LABEL = prose("label");
        public static final Field<Optional<Boolean>> FILTER = new Field<>("filter", new Shape.Flag());
        public static final Field<Optional<Model.Kind>> KIND = choice("kind", Model.Kind.values(), KIND_VALUE);
        public static final Field<List<Shape.Named>> FACETS = named("facets", LABEL, FILTER);
        public static final Field<List<Shape.Named>> FIELDS = named("fields", LABEL, KIND);

        public static final List<Field<?>> OF_PLAYBOOK = joined(
                List.of(PLAYBOOK_NAME, TAGLINE, ADDRESS, REPOSITORY, HOST, BRANCH, LANGUAGE, LANGUAGES, EDITION),
                List.of(REVIEW_AFTER_MONTHS, LICENSE, LICENCE, EMAIL, AUTHORS_HIDDEN, DOWNLOADS),
                List.of(ACCENT, ACCENT_DARK, LOGO, FONT_TEXT, FONT_INTERFACE, FONT_CODE, MENU, FOOTER, HOME),
                List.of(FACETS, FIELDS));

        private Playbook() {}
    }

    /**
     * What other libraries call a field, besides its key, the likeliest first. Only an import asks for it, so nobody else
     * carries it.
     */
    static final class Elsewhere {
        static final String SOURCE_TITLE = "source title";

        private static final Map<String, String> NAMES = Map.ofEntries(
                Map.entry(
                        TITLE.key(),
                        "name, practice, practice name, method, method name, pattern name, sidebar label, nav title"
                                + ", link title"),
                Map.entry(
                        SUMMARY.key(),
                        "subtitle, what is, what is it, what, patlet, description, short description"
                                + ", tagline, excerpt, abstract, in short, in a nutshell, lead, teaser, intro"),
                Map.entry(CHALLENGES.key(), "challenge, problems, use cases"),
                Map.entry(ROLES.key(), "role, who, audience, actors"),
                Map.entry(PHASES.key(), "phase, stage, stages"),
                Map.entry(LEVERAGE.key(), "leverage points, leverage point"),
                Map.entry(
                        TIME.key(),
                        "timing, duration, time required, time needed, time frame, timeframe, timebox"
                                + ", how long, how long does it take, length, duration of play, estimated time"
                                + ", minutes"),
                Map.entry(
                        GROUP.key(),
                        "group size, people, participants, number of participants, number of people"
                                + ", number of players, players, attendees, team size, size, how many"
                                + ", how many people"),
                Map.entry(EXPERIENCE.key(), "difficulty, level, skill level, complexity, facilitator level"),
                Map.entry(
                        MATERIALS.key(),
                        "material, materials needed, supplies, equipment, tools, props, you will need"
                                + ", what you need, what youll need, things needed, space and materials"),
                Map.entry(
                        RELATED.key(),
                        "related practices, related patterns, related methods, see also, similar"
                                + ", works well with"),
                Map.entry(SOURCE_TITLE, "name, text, label"),
                Map.entry(AUTHOR.key(), "authors, by"),
                Map.entry(YEAR.key(), "date"),
                Map.entry(URL.key(), "link, href"),
                Map.entry(
                        SOURCES.key(),
                        "source, references, reference, resources, credits, credit, attribution"
                                + ", acknowledgements, acknowledgments, acknowledgement, further reading"
                                + ", inspired by, origin"),
                Map.entry(
                        AUTHORS.key(),
                        "author, authorss, by, written by, contributors, contributor, creator, submitted by"),
                Map.entry(
                        AKA.key(), "alias, aliases, also known as, also called, other names, redirect from, permalink"),
                Map.entry(
                        REVIEWED.key(),
                        "last reviewed, lastmod, last modified, last modified at, last updated, updated"
                                + ", modified, date, created, published at, publish date"),
                Map.entry(STATE.key(), "status, draft, published, archived, deprecated"),
                Map.entry(REPLACED_BY.key(), "superseded by"),
                Map.entry(ORDER.key(), "weight, nav order, position, sidebar position"),
                Map.entry(Playbook.LICENCE.key(), "license, copyright, rights"));

        private Elsewhere() {}

        static List<String> of(String name) {
            String names = NAMES.get(name);
            return names == null ? List.of() : List.of(names.split(", "));
        }
    }
}
