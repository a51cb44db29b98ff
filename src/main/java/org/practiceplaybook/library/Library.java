package org.practiceplaybook.library;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.history.History;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/**
 * The whole playbook, linked.
 *
 * @param model by what its entries are described
 * @param practices that readers see, by slug
 * @param hidden drafts, by slug
 * @param renamed practices that readers see, by the short names that they had before
 * @param attempts the newest first where they are dated
 * @param pathways by slug
 * @param pages the folders of pages
 * @param allPages every page, by slug
 * @param terms of each vocabulary that there is, in their order
 * @param glossary by term
 * @param files images and downloads that a text links to, by path
 * @param assets every image and download that there is
 * @param links where the links of an entry lead, in the order of its body's links; by file path
 * @param relations practices that belong together, both ways
 * @param mentions entries whose text links to an entry; by file path
 * @param attemptsOf attempts at a practice; by its slug
 * @param originsOf attempts that led to a practice; by its slug
 * @param positions where a practice stands in pathways; by its slug
 * @param practicesOf practices of a term, by its key
 * @param attemptsOfTerm attempts of a term, by their own terms or by those of practices that they name; by its key
 * @param threads attempts that follow each other, first to last; by the slug of each of them
 * @param history what git knows
 * @param tongues in which language each of its texts is
 * @param editions the same in the playbook's other languages; none of an edition
 * @param asOf the newest date that the playbook knows: its today, the same on every machine
 */
public record Library(
        PlaybookSettings settings,
        Model model,
        Map<String, Practice> practices,
        Map<String, Practice> hidden,
        Map<String, Practice> renamed,
        Map<String, Attempt> attempts,
        Map<String, Pathway> pathways,
        PageFolder pages,
        List<Page> allPages,
        Map<Taxonomy, Map<String, Term>> terms,
        List<GlossaryEntry> glossary,
        List<ContentAsset> files,
        List<ContentAsset> assets,
        Map<String, List<LinkEnd>> links,
        Relations relations,
        Map<String, List<Entry>> mentions,
        Map<String, List<Attempt>> attemptsOf,
        Map<String, List<Attempt>> originsOf,
        Map<String, List<PathwayPosition>> positions,
        Map<String, List<Practice>> practicesOf,
        Map<String, List<Attempt>> attemptsOfTerm,
        Map<String, List<Attempt>> threads,
        History history,
        Tongues tongues,
        Map<String, Library> editions,
        Optional<LocalDate> asOf) {

    /** The edition in a language of the playbook. */
    public Library in(String language) {
        return editions.getOrDefault(language, this);
    }

    /** By what a copy of this playbook is told from a newer one. */
    public Imprint imprint() {
        return Imprint.of(this);
    }

    /** The texts that it was read from, by path. */
    public Collection<SourceFile> texts() {
        Map<String, SourceFile> files = new TreeMap<>();
        Stream.of(practices.values(), attempts.values(), pathways.values(), allPages)
                .flatMap(Collection::stream)
                .map(entry -> ((Entry) entry).file())
                .forEach(file -> files.put(file.path(), file));
        terms.values()
                .forEach(all -> all.values()
                        .forEach(term -> files.put(
                                term.place().file().path(), term.place().file())));
        glossary.forEach(entry -> files.put(entry.file().path(), entry.file()));
        return files.values();
    }

    /** A practice that readers see, by its short name or by one that it had before. */
    public Optional<Practice> practice(String slug) {
        return Optional.ofNullable(practices.getOrDefault(slug, renamed.get(slug)));
    }

    /** The vocabularies that there are: the usual ones first. */
    public Set<Taxonomy> taxonomies() {
        return terms.keySet();
    }

    public Optional<Term> term(Taxonomy taxonomy, String slug) {
        return Optional.ofNullable(terms.getOrDefault(taxonomy, Map.of()).get(slug));
    }

    /** The terms of a vocabulary; none where the playbook has left it out. */
    public List<Term> terms(Taxonomy taxonomy) {
        return List.copyOf(terms.getOrDefault(taxonomy, Map.of()).values());
    }

    /** The terms of an entry that exist, in the writer's order. */
    public List<Term> terms(Taxonomy taxonomy, Practice practice) {
        return practice.terms().of(taxonomy).stream()
                .map(Located::value)
                .distinct()
                .flatMap(slug -> term(taxonomy, slug).stream())
                .toList();
    }

    /** Practices that belong to a practice, both ways. */
    public List<Relation> related(Practice practice) {
        return relations.of(practice);
    }

    public List<Attempt> attemptsAt(Practice practice) {
        return attemptsOf.getOrDefault(practice.slug(), List.of());
    }

    /** The stories that a practice grew out of. They are no evidence, for it was not tried in them. */
    public List<Attempt> originsOf(Practice practice) {
        return originsOf.getOrDefault(practice.slug(), List.of());
    }

    public Evidence evidence(Practice practice) {
        return Evidence.of(attemptsAt(practice));
    }

    public List<LinkEnd> linksOf(Entry entry) {
        return links.getOrDefault(entry.file().path(), List.of());
    }

    /** Every entry that readers see, by its kind. */
    public Stream<Entry> entries() {
        return Stream.of(practices.values(), attempts.values(), pathways.values(), allPages)
                .flatMap(Collection::stream);
    }

    /** The people who wrote an entry, by what stands in it. */
    public Stream<String> writers(Entry entry) {
        List<String> named = entry instanceof Practice practice ? practice.authors() : List.of();
        return named.stream().flatMap(name -> PersonName.of(name).stream()).filter(this::isShown);
    }

    /** The person who tells of an attempt, where somebody is named. */
    public Optional<String> sharer(Entry entry) {
        return entry instanceof Attempt attempt
                ? PersonName.among(attempt.sharedBy()).filter(this::isShown)
                : Optional.empty();
    }

    /** The people who changed an entry, by what git knows, the first one first. */
    public Stream<String> changers(Entry entry) {
        return history.of(entry.file().path()).stream()
                .flatMap(file -> file.authors().stream())
                .filter(this::isShown)
                .flatMap(name -> PersonName.of(name).stream())
                .filter(this::isShown);
    }

    private boolean isShown(String name) {
        return settings.authorsHidden().stream().noneMatch(name::equalsIgnoreCase);
    }

    /** The day on which an entry was last changed: by git, else by its review date. */
    public Optional<LocalDate> changed(Entry entry) {
        Optional<LocalDate> committed = history.of(entry.file().path()).map(History.FileHistory::changed);
        if (committed.isPresent()) {
            return committed;
        }
        if (entry instanceof Practice practice) {
            return practice.reviewed().map(date -> date.firstDay());
        }
        return entry instanceof Attempt attempt ? attempt.when().map(date -> date.firstDay()) : Optional.empty();
    }

    /** The day by which a practice should be looked at again. */
    public Optional<LocalDate> reviewDue(Practice practice) {
        return practice.reviewed().map(date -> date.lastDay().plusMonths(settings.reviewAfterMonths()));
    }

    public boolean isDue(Practice practice) {
        return reviewDue(practice)
                .filter(due -> asOf.filter(due::isBefore).isPresent())
                .isPresent();
    }
}
