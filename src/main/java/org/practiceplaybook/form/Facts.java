package org.practiceplaybook.form;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Sketch;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.TermRefs;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * What a form knows of the playbook around the text in it: names, vocabularies, what a link can lead to. Not the texts, but
 * for those that a link needs.
 */
final class Facts {
    private static final String MD = ".md";
    private static final Located<String> NOTHING = new Located<>("", Span.NONE);

    private final PlaybookSettings settings;
    private final Model model;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<GlossaryEntry> glossary = new ArrayList<>();
    private final List<ContentAsset> assets = new ArrayList<>();

    private Facts(PlaybookSettings settings, Model model) {
        this.settings = settings;
        this.model = model;
    }

    /** What a form shows of the playbook, and needs before somebody writes. */
    static Map<String, Object> shown(Library library) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("practices", practices(library.practices().values()));
        facts.put("attempts", titles(library.attempts().values()));
        return facts;
    }

    /** What else a text is judged by. */
    static Map<String, Object> judgedBy(Library library) {
        PlaybookSettings settings = library.settings();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("language", settings.language());
        if (settings.languages().size() > 1) {
            facts.put("languages", settings.languages());
        }
        facts.put("address", settings.address().map(URI::toString).orElse(""));
        facts.put("drafts", practices(library.hidden().values()));
        facts.put(
                "retired",
                library.practices().values().stream()
                        .filter(practice -> practice.state() == State.RETIRED)
                        .map(Practice::slug)
                        .toList());
        facts.put("pathways", titles(library.pathways().values()));
        facts.put("pages", titles(library.allPages()));
        Map<String, Object> terms = new LinkedHashMap<>();
        for (Taxonomy taxonomy : library.taxonomies()) {
            terms.put(
                    taxonomy.key(),
                    library.terms(taxonomy).stream()
                            .map(term -> List.of(term.slug(), term.name(), term.numeral()))
                            .toList());
        }
        facts.put("terms", terms);
        facts.put(
                "labels",
                library.taxonomies().stream()
                        .map(taxonomy -> List.of(taxonomy.key(), taxonomy.label()))
                        .toList());
        facts.put(
                "fields",
                library.model().own().stream()
                        .map(own -> List.of(own.key(), own.label(), own.kind().key()))
                        .toList());
        facts.put(
                "glossary",
                library.glossary().stream()
                        .map(entry -> List.of(
                                entry.term().value(),
                                entry.means(),
                                entry.aka().stream().map(Located::value).toList()))
                        .toList());
        facts.put(
                "assets",
                library.assets().stream()
                        .map(asset -> List.of(asset.path(), asset.danger().orElse("")))
                        .toList());
        return facts;
    }

    private static List<List<Object>> practices(Collection<Practice> practices) {
        Map<String, List<Object>> byTitle = new TreeMap<>();
        for (Practice practice : practices) {
            List<Object> told = new ArrayList<>(List.of(
                    practice.slug(),
                    practice.title().value(),
                    practice.aka().stream().map(Located::value).toList()));
            addPath(practice, told);
            byTitle.put(practice.title().value().toLowerCase(Locale.ROOT) + "\n" + practice.slug(), told);
        }
        return List.copyOf(byTitle.values());
    }

    private static List<List<Object>> titles(Collection<? extends Entry> entries) {
        List<List<Object>> titles = new ArrayList<>();
        for (Entry entry : entries) {
            List<Object> told =
                    new ArrayList<>(List.of(entry.slug(), entry.title().value(), List.of()));
            addPath(entry, told);
            titles.add(told);
        }
        return titles;
    }

    /** Where the file is called otherwise than the address. */
    private static void addPath(Entry entry, List<Object> told) {
        if (!entry.file().path().endsWith("/" + entry.slug() + MD)) {
            told.add(entry.file().path());
        }
    }

    /** Reads {@link #shown} and {@link #judgedBy} together. */
    static Facts of(JsonValue given) {
        PlaybookSettings plain = PlaybookSettings.DEFAULT;
        String address = given.text("address");
        Facts facts = new Facts(
                new PlaybookSettings(
                        plain.file(),
                        plain.name(),
                        plain.tagline(),
                        address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address)),
                        plain.repository(),
                        plain.host(),
                        plain.branch(),
                        languages(given),
                        plain.edition(),
                        plain.reviewAfterMonths(),
                        plain.licence(),
                        plain.email(),
                        plain.authorsHidden(),
                        plain.downloads(),
                        plain.look(),
                        plain.model(),
                        plain.written()),
                model(given));
        Set<String> retired = new HashSet<>(given.texts("retired"));
        given.list("practices").forEach(told -> {
            Known known = Known.of("practices", told);
            facts.entries.add(practice(known, retired.contains(known.slug) ? State.RETIRED : State.LIVE));
        });
        given.list("drafts").forEach(told -> facts.entries.add(practice(Known.of("practices", told), State.DRAFT)));
        given.list("attempts").forEach(told -> facts.entries.add(attempt(Known.of("attempts", told))));
        given.list("pathways").forEach(told -> facts.entries.add(pathway(Known.of("pathways", told))));
        given.list("pages").forEach(told -> facts.entries.add(page(Known.of("pages", told))));
        for (Taxonomy taxonomy : facts.model.taxonomies()) {
            given.part("terms").list(taxonomy.key()).forEach(told -> facts.terms.add(term(taxonomy, told)));
        }
        given.list("glossary").forEach(told -> facts.glossary.add(word(told)));
        given.list("assets").forEach(told -> facts.assets.add(asset(told)));
        return facts;
    }

    private static List<String> languages(JsonValue given) {
        List<String> languages = given.texts("languages");
        return languages.isEmpty() ? List.of(given.text("language")) : languages;
    }

    private static Model model(JsonValue given) {
        return new Model(
                given.list("labels").stream()
                        .map(told -> (List<?>) told)
                        .map(told -> new Taxonomy((String) told.get(0), (String) told.get(1), true))
                        .toList(),
                given.list("fields").stream()
                        .map(told -> (List<?>) told)
                        .map(told -> new Model.Own(
                                (String) told.get(0),
                                (String) told.get(1),
                                kind((String) told.get(2)),
                                SourceFile.unread(PlaybookSettings.FILE).whole()))
                        .toList());
    }

    private static Model.Kind kind(String key) {
        for (Model.Kind kind : Model.Kind.values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        return Model.Kind.TEXT;
    }

    /** An entry of which only names are known. */
    private record Known(String slug, Located<String> title, List<String> aka, SourceFile file) {
        static Known of(String folder, Object told) {
            List<?> values = (List<?>) told;
            String slug = (String) values.get(0);
            String path = values.size() > 3 ? (String) values.get(3) : folder + "/" + slug + MD;
            return new Known(
                    slug,
                    new Located<>((String) values.get(1), Span.NONE),
                    JsonValue.texts(values.get(2)),
                    SourceFile.unread(path));
        }
    }

    private static Practice practice(Known known, State state) {
        return new Practice(
                known.file,
                known.slug,
                known.title,
                NOTHING,
                TermRefs.NONE,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                known.aka.stream().map(name -> new Located<>(name, Span.NONE)).toList(),
                Optional.empty(),
                state,
                Optional.empty(),
                Body.EMPTY,
                Sketch.EMPTY);
    }

    private static Attempt attempt(Known known) {
        return new Attempt(
                known.file,
                known.slug,
                known.title,
                List.of(),
                List.of(),
                Optional.empty(),
                NOTHING,
                "",
                Optional.empty(),
                "",
                TermRefs.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Body.EMPTY);
    }

    private static Pathway pathway(Known known) {
        return new Pathway(known.file, known.slug, known.title, NOTHING, List.of(), List.of(), List.of(), Body.EMPTY);
    }

    private static Page page(Known known) {
        return new Page(
                known.file, known.slug, known.title, NOTHING, Page.UNORDERED, Optional.empty(), List.of(), Body.EMPTY);
    }

    private static ContentAsset asset(Object told) {
        List<?> values = (List<?>) told;
        String danger = (String) values.get(1);
        return new ContentAsset(
                (String) values.get(0),
                Optional.empty(),
                Optional.empty(),
                danger.isEmpty() ? Optional.empty() : Optional.of(danger));
    }

    private static Term term(Taxonomy taxonomy, Object told) {
        List<?> values = (List<?>) told;
        String number = (String) values.get(2);
        return new Term(
                taxonomy,
                (String) values.get(0),
                (String) values.get(1),
                "",
                0,
                "",
                List.of(),
                number.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number)),
                Optional.empty(),
                "",
                SourceFile.unread(taxonomy.file()).whole());
    }

    private static GlossaryEntry word(Object told) {
        List<?> values = (List<?>) told;
        return new GlossaryEntry(
                SourceFile.unread("glossary.yml"),
                new Located<>((String) values.get(0), Span.NONE),
                (String) values.get(1),
                Optional.empty(),
                JsonValue.texts(values.get(2)).stream()
                        .map(name -> new Located<>(name, Span.NONE))
                        .toList());
    }

    Model model() {
        return model;
    }

    String language() {
        return settings.language();
    }

    /** Those of all editions, the playbook's own first. */
    List<String> languages() {
        return settings.languages();
    }

    List<GlossaryEntry> glossary() {
        return glossary;
    }

    /** The path of the entry that has an address already, if one has. */
    Optional<String> owner(String folder, String slug) {
        return entries.stream()
                .filter(entry -> entry.file().path().startsWith(folder + "/")
                        && entry.slug().equals(slug))
                .map(entry -> entry.file().path())
                .findFirst();
    }

    /** Is this an entry of which only names are known? */
    boolean knows(String path) {
        return entries.stream().anyMatch(entry -> entry.file().path().equals(path));
    }

    /**
     * The playbook with some texts in it.
     *
     * @param texts by path
     * @param gone path of one in whose place another stands, or empty
     * @param found what was found in the one that is judged
     */
    Content with(Map<String, Entry> texts, String gone, List<Diagnostic> found) {
        List<Practice> practices = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        List<Pathway> pathways = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        List<Entry> all = new ArrayList<>(entries);
        all.removeIf(entry ->
                texts.containsKey(entry.file().path()) || entry.file().path().equals(gone));
        all.addAll(texts.values());
        for (Entry entry : all) {
            if (entry instanceof Practice practice) {
                practices.add(practice);
            } else if (entry instanceof Attempt attempt) {
                attempts.add(attempt);
            } else if (entry instanceof Pathway pathway) {
                pathways.add(pathway);
            } else {
                pages.add((Page) entry);
            }
        }
        return new Content(
                settings, model, practices, attempts, pathways, pages, terms, glossary, assets, List.of(), found);
    }
}
