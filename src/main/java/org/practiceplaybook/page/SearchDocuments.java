package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.Band;
import org.practiceplaybook.content.value.OldAddress;
import org.practiceplaybook.content.value.Outcome;
import org.practiceplaybook.content.value.TimeRange;
import org.practiceplaybook.content.value.Where;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.markdown.Part;
import org.practiceplaybook.search.Alike;
import org.practiceplaybook.search.ConstraintTable;
import org.practiceplaybook.search.ConstraintTable.Named;
import org.practiceplaybook.search.Document;
import org.practiceplaybook.search.Document.Passage;
import org.practiceplaybook.search.Document.Range;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.text.GlossaryIndex;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.Workers;

/** What readers can search for: practices first, for where nothing else decides they come first. */
public final class SearchDocuments {
    /** Facets and ranges by which results can be narrowed. */
    static final String TYPE = "type";

    private static final String PRACTICE = "practice";

    static final String TRIED = "tried";
    static final String RESULT = "result";
    static final String WHERE = "where";
    /** Of what says nothing of where it is done: it may be done together. */
    private static final String OPEN = "open";

    /** Nothing that the search itself names begins so. */
    private static final String OWN = "in-";

    static final String MINUTES = "minutes";
    static final String PEOPLE = "people";

    /** Whoever searches mostly wants to do something; what a word means, and what nobody has written, comes after it. */
    private static final Map<String, Double> WEIGHTS =
            Map.of(PRACTICE, 1.0, "pathway", 0.75, "term", 0.7, "attempt", 0.6, "page", 0.45, "word", 0.03);

    private static final double STUB = 0.1;

    private final Edition edition;
    private final boolean saysWhere;
    private final Alike alike;

    private SearchDocuments(Edition edition) {
        this.edition = edition;
        this.saysWhere = saysWhere(edition.library());
        this.alike = new Alike(edition.words());
    }

    /** The documents of a site, in order. */
    public static List<Document> of(Edition edition, Workers workers) {
        SearchDocuments make = new SearchDocuments(edition);
        List<Supplier<Document>> documents = new ArrayList<>();
        edition.library().practices().values().forEach(practice -> documents.add(() -> make.practice(practice)));
        edition.library().pathways().values().forEach(pathway -> documents.add(() -> make.pathway(pathway)));
        edition.library().attempts().values().forEach(attempt -> documents.add(() -> make.attempt(attempt)));
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            edition.library().terms(taxonomy).forEach(term -> documents.add(() -> make.term(term)));
        }
        edition.library().allPages().forEach(page -> documents.add(() -> make.page(page)));
        edition.library().glossary().forEach(entry -> documents.add(() -> make.word(entry)));
        return workers.map(documents, Supplier::get);
    }

    /** What readers of an edition may write to say what must fit. */
    public static ConstraintTable constraints(Edition edition) {
        return ConstraintTable.of(edition.words(), named(edition));
    }

    private static List<Named> named(Edition edition) {
        Words words = edition.words();
        Alike alike = new Alike(words);
        List<Named> named = new ArrayList<>();
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            if (taxonomy.isLadder() || !taxonomy.filter()) {
                continue;
            }
            for (Term term : edition.library().terms(taxonomy)) {
                List<String> phrases = Stream.concat(Stream.of(term.name()), alike.of(said(term)).stream())
                        .toList();
                named.add(new Named(facet(taxonomy), term.slug(), phrases));
            }
        }
        if (saysWhere(edition.library())) {
            for (Where where : Where.values()) {
                named.add(new Named(WHERE, where.key(), List.of(words.get("where." + where.key()))));
            }
        }
        return named;
    }

    /** Does any practice say whether it is done together? */
    static boolean saysWhere(Library library) {
        return library.practices().values().stream()
                .anyMatch(practice -> practice.where().isPresent());
    }

    /** The name of a vocabulary as a facet: {@code role}, {@code in-format}. */
    static String facet(Taxonomy taxonomy) {
        return taxonomy.isUsual() ? taxonomy.key().replaceFirst("s$", "") : OWN + taxonomy.key();
    }

    private Document practice(Practice practice) {
        Cards.PracticeCard card = edition.cards().of(practice);
        List<String> strip = new ArrayList<>(card.facts());
        if (!card.tried().isEmpty()) {
            strip.add(card.tried());
        }
        if (practice.isStub()) {
            strip.add(edition.words().get("search.stub"));
        }
        Map<String, List<String>> facets = new LinkedHashMap<>();
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            facets.put(facet(taxonomy), values(edition.library().terms(taxonomy, practice)));
        }
        facets.put(TRIED, List.of(edition.library().attemptsAt(practice).isEmpty() ? "no" : "yes"));
        facets.put(WHERE, where(practice.where().map(Where::key)));
        Map<String, Range> ranges = new LinkedHashMap<>();
        if (practice.time().filter(time -> !time.isOngoing()).isPresent()) {
            ranges.put(MINUTES, minutes(List.of(practice)));
        }
        practice.group().ifPresent(group -> ranges.put(PEOPLE, new Range(group.low(), group.high())));
        Set<String> names = new LinkedHashSet<>();
        // what is called by a word of the glossary is called by its other names, too
        Set<String> others = new LinkedHashSet<>();
        otherNames(practice.title().value(), others);
        names(practice.aka()).forEach(name -> otherNames(name, others));
        names.addAll(others);
        String own = practice.own().stream()
                .map(fact -> fact.label() + ": " + fact.text() + ". ")
                .collect(Collectors.joining());
        return entry(practice, PRACTICE, List.copyOf(names), strip, own.strip(), facets, ranges);
    }

    private Document pathway(Pathway pathway) {
        StringBuilder more = new StringBuilder();
        List<Practice> steps = new ArrayList<>();
        for (Pathway.Step step : pathway.steps()) {
            edition.library().practice(step.practice().value()).ifPresent(practice -> {
                steps.add(practice);
                more.append(practice.title().value()).append(". ");
            });
            more.append(step.why()).append(' ');
        }
        Range minutes = minutes(steps);
        return entry(
                pathway,
                "pathway",
                alike.of(List.of(pathway.title().value())),
                List.of(edition.cards().of(pathway).facts()),
                more.toString().strip(),
                Map.of(WHERE, where(Optional.empty())),
                minutes.low() + minutes.each() == 0 ? Map.of() : Map.of(MINUTES, minutes));
    }

    /** What practices take at the least, and what each person adds. */
    private static Range minutes(List<Practice> practices) {
        int fixed = 0;
        int each = 0;
        int eachMost = 0;
        for (Practice practice : practices) {
            if (practice.time().filter(TimeRange::perPerson).isPresent()) {
                each += practice.time().get().lowMinutes();
                eachMost += practice.time().get().highMinutes();
            } else {
                fixed += practice.time().map(TimeRange::lowMinutes).orElse(0);
            }
        }
        return new Range(fixed, Integer.MAX_VALUE, each, eachMost);
    }

    /** Where no practice says it, nothing can be told apart. */
    private List<String> where(Optional<String> said) {
        return saysWhere ? List.of(said.orElse(OPEN)) : List.of();
    }

    private Document attempt(Attempt attempt) {
        Cards.AttemptCard card = edition.cards().of(attempt);
        List<String> strip = new ArrayList<>();
        for (String fact : List.of(card.resultText(), card.when())) {
            if (!fact.isEmpty()) {
                strip.add(fact);
            }
        }
        StringBuilder more = new StringBuilder(attempt.setting()).append(' ');
        Stream.concat(card.practices().stream(), card.ledTo().stream())
                .forEach(practice -> more.append(practice.text()).append(". "));
        Map<String, List<String>> facets = new LinkedHashMap<>();
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            List<Term> terms = edition.library().terms(taxonomy).stream()
                    .filter(term -> isOf(term, attempt))
                    .toList();
            facets.put(facet(taxonomy), values(terms));
        }
        facets.put(RESULT, attempt.outcome().map(Outcome::key).stream().toList());
        return entry(attempt, "attempt", List.of(), strip, more.toString().strip(), facets, Map.of());
    }

    /** By its name: to compare all that is in an attempt is slow, and the first time very slow. */
    private boolean isOf(Term term, Attempt attempt) {
        for (Attempt other : edition.library().attemptsOfTerm().getOrDefault(term.key(), List.of())) {
            if (other.slug().equals(attempt.slug())) {
                return true;
            }
        }
        return false;
    }

    /** What readers may call it: not the addresses that it had. */
    private static List<String> names(List<Located<String>> aka) {
        return aka.stream()
                .map(Located::value)
                .filter(name -> !OldAddress.isOne(name))
                .toList();
    }

    private Document page(Page page) {
        return entry(page, "page", List.of(), List.of(), "", Map.of(), Map.of());
    }

    private Document entry(
            Entry entry,
            String type,
            List<String> others,
            List<String> strip,
            String more,
            Map<String, List<String>> facets,
            Map<String, Range> ranges) {
        Set<String> names = new LinkedHashSet<>(names(entry.aka()));
        names.addAll(others);
        List<Passage> passages = new ArrayList<>();
        if (!more.isEmpty()) {
            passages.add(new Passage("", "", more));
        }
        passages.addAll(passages(entry.body()));
        return document(
                edition.addresses().of(entry),
                "",
                type,
                entry.title().value(),
                List.copyOf(names),
                entry.summary().value(),
                strip,
                passages,
                facets,
                ranges,
                entry instanceof Practice practice && practice.isStub() ? STUB : WEIGHTS.get(type));
    }

    private Document term(Term term) {
        List<Passage> passages = List.of(new Passage("", "", (term.question() + " " + term.example()).strip()));
        Taxonomy taxonomy = term.taxonomy();
        String strip = edition.words().called(taxonomy.label(), "search.term." + facet(taxonomy));
        return document(
                edition.addresses().of(term),
                "",
                "term",
                term.name(),
                alike.of(said(term)),
                term.definition(),
                List.of(strip),
                passages,
                Map.of(facet(term.taxonomy()), values(List.of(term))),
                Map.of(),
                WEIGHTS.get("term"));
    }

    /** What a term says of itself. */
    static List<String> said(Term term) {
        return List.of(term.name(), term.definition(), term.question());
    }

    private Document word(GlossaryEntry entry) {
        return document(
                edition.addresses().glossary(),
                Addresses.anchor(entry.term().value()),
                "word",
                entry.term().value(),
                entry.aka().stream().map(Located::value).toList(),
                entry.means(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                WEIGHTS.get("word"));
    }

    private Document document(
            String path,
            String anchor,
            String type,
            String title,
            List<String> aka,
            String summary,
            List<String> strip,
            List<Passage> passages,
            Map<String, List<String>> facets,
            Map<String, Range> ranges,
            double weight) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(TYPE, List.of(type));
        facets.forEach((name, values) -> {
            if (!values.isEmpty()) {
                all.put(name, values);
            }
        });
        return new Document(
                path,
                anchor,
                type,
                title,
                aka,
                summary,
                String.join(" · ", strip),
                passages,
                hidden(path, type, title, aka, summary, passages, facets),
                all,
                ranges,
                weight);
    }

    /** The values of terms in a facet: of a leverage point its band. */
    static List<String> values(List<Term> terms) {
        return terms.stream()
                .flatMap(term -> term.taxonomy().isLadder()
                        ? term.band().map(Band::key).stream()
                        : Optional.of(term.slug()).stream())
                .distinct()
                .toList();
    }

    private static List<Passage> passages(Body body) {
        List<Passage> passages = new ArrayList<>();
        for (Part part : body.parts()) {
            Optional<Heading> heading = part.heading();
            String title = heading.isPresent() ? heading.get().text() : "";
            if (!title.isEmpty() || !part.prose().isEmpty()) {
                passages.add(new Passage(heading.isPresent() ? heading.get().id() : "", title, part::prose));
            }
        }
        return passages;
    }

    /**
     * Words by which a text is found that are not in it: what it is for, so that whoever types a challenge finds what helps
     * with it, what else people say for the same need, and the other names of the glossary's words.
     */
    private String hidden(
            String path,
            String type,
            String title,
            List<String> aka,
            String summary,
            List<Passage> passages,
            Map<String, List<String>> facets) {
        Set<String> names = new LinkedHashSet<>();
        List<String> needs = new ArrayList<>(aka);
        needs.addAll(List.of(title, summary));
        String own = "";
        if (type.equals(PRACTICE)) {
            // said twice: a need that a practice tells of itself counts more than one of a challenge that it shares
            own = String.join(". ", alike.of(needs)) + ". ";
            facets.getOrDefault(facet(Taxonomy.CHALLENGES), List.of())
                    .forEach(slug -> edition.library()
                            .term(Taxonomy.CHALLENGES, slug)
                            .ifPresent(term -> needs.addAll(said(term))));
            names.addAll(needs.subList(aka.size() + 2, needs.size()));
        }
        names.addAll(alike.of(needs));
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            if (taxonomy.isLadder()) {
                continue;
            }
            facets.getOrDefault(facet(taxonomy), List.of())
                    .forEach(slug -> edition.library().term(taxonomy, slug).ifPresent(term -> names.add(term.name())));
        }
        if (edition.glossary().isEmpty() || path.equals(edition.addresses().glossary())) {
            return own + String.join(". ", names);
        }
        otherNames(title, names);
        otherNames(summary, names);
        passages.forEach(passage -> otherNames(passage.text(), names));
        return own + String.join(". ", names);
    }

    private void otherNames(String text, Set<String> names) {
        for (int start = 0; start < text.length(); ) {
            int end = GlossaryIndex.wordEnd(text, start);
            if (end == start) {
                start++;
                continue;
            }
            GlossaryIndex.Name found = edition.glossary().at(text, start, end);
            if (found != null) {
                names.add(found.entry().term().value());
                found.entry().aka().forEach(name -> names.add(name.value()));
                names.remove(text.substring(start, start + found.words().length()));
            }
            start = end;
        }
    }
}
