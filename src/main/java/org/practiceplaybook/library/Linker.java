package org.practiceplaybook.library;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.TermRefs;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.history.History;
import org.practiceplaybook.source.Located;

/** Makes a {@link Library} of what was read. One object for one library. */
public final class Linker {
    private static final Comparator<Attempt> NEWEST_FIRST = Comparator.comparing(
                    (Attempt attempt) ->
                            attempt.when().map(PartialDate::dayNumber).orElse(Integer.MIN_VALUE),
                    Comparator.reverseOrder())
            .thenComparing(Attempt::slug);

    private final Content content;
    private final Content original;
    private final History history;
    private final Map<String, Practice> practices = new TreeMap<>();
    private final Map<String, Practice> hidden = new TreeMap<>();
    private final Map<String, Practice> renamed = new TreeMap<>();
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final Map<String, Pathway> pathways = new TreeMap<>();
    private final Map<Taxonomy, Map<String, Term>> terms = new LinkedHashMap<>();

    /** @param original the same content in its own language */
    private Linker(Content content, Content original, History history, boolean showDrafts) {
        this.content = content;
        this.original = original;
        this.history = history;
        for (Practice practice : content.practices()) {
            boolean draft = practice.state() == State.DRAFT && !showDrafts;
            (draft ? hidden : practices).put(practice.slug(), practice);
        }
        for (Practice practice : practices.values()) {
            practice.formerSlugs()
                    .filter(slug -> !practices.containsKey(slug) && !hidden.containsKey(slug))
                    .forEach(slug -> renamed.putIfAbsent(slug, practice));
        }
        content.attempts().stream().sorted(NEWEST_FIRST).forEach(attempt -> attempts.put(attempt.slug(), attempt));
        content.pathways().forEach(pathway -> pathways.put(pathway.slug(), pathway));
        content.model().taxonomies().forEach(taxonomy -> terms.put(taxonomy, new LinkedHashMap<>()));
        content.terms().stream()
                .sorted(Comparator.comparingInt(Term::order))
                .forEach(term -> terms.get(term.taxonomy()).put(term.slug(), term));
        terms.replaceAll((taxonomy, ordered) -> Collections.unmodifiableMap(ordered));
    }

    /**
     * Files that are gone, each with the one that goes on from it: it has the same short name in another folder, or answers
     * to the old one. Git itself may not know, for the name may be changed and not committed, or most of the text with it.
     */
    private static Map<String, String> former(Content content, History history) {
        Map<String, String> owners = new HashMap<>();
        Set<String> there = new HashSet<>();
        Stream.of(content.practices(), content.attempts(), content.pathways(), content.pages())
                .flatMap(Collection::stream)
                .map(Entry::file)
                .forEach(file -> {
                    there.add(file.path());
                    owners.put(kindAndSlug(file.path()), file.path());
                });
        content.practices()
                .forEach(practice -> practice.formerSlugs()
                        .forEach(slug -> owners.putIfAbsent(
                                "practices/" + slug, practice.file().path())));
        Map<String, String> former = new HashMap<>();
        for (String path : history.files().keySet()) {
            String owner = there.contains(path) ? null : owners.get(kindAndSlug(path));
            if (owner != null) {
                former.put(path, owner);
            }
        }
        return former;
    }

    private static String kindAndSlug(String path) {
        return path.substring(0, path.indexOf('/') + 1) + TextReader.slug(path);
    }

    /**
     * Links a playbook.
     *
     * @param showDrafts are drafts shown as the other practices are, as a writer wants while writing?
     */
    public static Library link(Content content, History history, boolean showDrafts) {
        Map<String, Library> editions = new LinkedHashMap<>();
        for (String language : content.settings().languages()) {
            if (!language.equals(content.settings().language())) {
                Library edition = of(content.in(language), content, history, showDrafts)
                        .built(Tongues.of(content, language), Map.of());
                editions.put(language, edition);
            }
        }
        Tongues own = Tongues.of(content.settings().language());
        return of(content, content, history, showDrafts).built(own, Collections.unmodifiableMap(editions));
    }

    /** With the history of files that go on under another name. */
    private static Linker of(Content content, Content original, History history, boolean showDrafts) {
        return new Linker(content, original, history.continued(former(content, history)), showDrafts);
    }

    /** The originals alone, as a form needs them: without history, and without a day. */
    public static Library linkOriginals(Content content) {
        return new Linker(content, content, History.NONE, false)
                .link(Tongues.of(content.settings().language()), Map.of(), Optional.empty());
    }

    private Library built(Tongues tongues, Map<String, Library> editions) {
        return link(tongues, editions, asOf());
    }

    private Library link(Tongues tongues, Map<String, Library> editions, Optional<LocalDate> asOf) {
        PageFolder pages = PageTree.of(content.pages());
        LinkResolver resolver = new LinkResolver(
                content,
                original,
                renamed,
                pages,
                entry -> entry instanceof Practice practice && hidden.containsKey(practice.slug()));
        Map<String, List<LinkEnd>> links = new HashMap<>();
        entries()
                .forEach(entry -> links.put(
                        entry.file().path(),
                        entry.body().links().stream()
                                .map(link -> resolver.resolve(entry, link))
                                .toList()));
        Map<String, List<Attempt>> attemptsOf = attemptsBy(Attempt::practices);
        Map<String, List<Attempt>> originsOf = attemptsBy(Attempt::ledTo);
        Map<String, List<Practice>> practicesOf = practicesOf();
        return new Library(
                content.settings(),
                content.model(),
                Collections.unmodifiableMap(practices),
                Collections.unmodifiableMap(hidden),
                Collections.unmodifiableMap(renamed),
                Collections.unmodifiableMap(attempts),
                Collections.unmodifiableMap(pathways),
                pages,
                content.pages(),
                Collections.unmodifiableMap(terms),
                glossary(),
                files(links.values(), content),
                content.assets(),
                Collections.unmodifiableMap(links),
                new Relations(practices, renamed, terms, practicesOf),
                mentions(links),
                attemptsOf,
                originsOf,
                positions(),
                practicesOf,
                attemptsOfTerm(),
                threads(),
                history,
                tongues,
                editions,
                asOf);
    }

    private Stream<Entry> entries() {
        return Stream.of(practices.values(), hidden.values(), attempts.values(), pathways.values(), content.pages())
                .flatMap(Collection::stream)
                .map(Entry.class::cast);
    }

    private List<GlossaryEntry> glossary() {
        return content.glossary().stream()
                .sorted(Comparator.comparing(entry -> entry.term().value().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<ContentAsset> files(Collection<List<LinkEnd>> links, Content content) {
        Map<String, ContentAsset> files = new TreeMap<>();
        content.settings()
                .look()
                .logo()
                .ifPresent(logo -> content.assets().stream()
                        .filter(asset -> asset.path().equals(logo.value())
                                && asset.danger().isEmpty())
                        .forEach(asset -> files.put(asset.path(), asset)));
        links.forEach(ends -> ends.forEach(end -> {
            if (end instanceof LinkEnd.File file) {
                files.put(file.asset().path(), file.asset());
            }
        }));
        return List.copyOf(files.values());
    }

    private Map<String, List<Entry>> mentions(Map<String, List<LinkEnd>> links) {
        Map<String, String> pathOf = new HashMap<>();
        entries()
                .forEach(entry ->
                        pathOf.put(Addresses.FIRST.of(entry), entry.file().path()));
        Gathering<Entry> mentions = new Gathering<>();
        entries().filter(entry -> !isHidden(entry)).forEach(from -> {
            for (LinkEnd end : links.get(from.file().path())) {
                String to = end instanceof LinkEnd.Inside inside ? pathOf.get(inside.path()) : null;
                if (to != null && !to.equals(from.file().path())) {
                    mentions.add(to, from);
                }
            }
        });
        return mentions.lists();
    }

    private boolean isHidden(Entry entry) {
        return entry instanceof Practice practice && hidden.containsKey(practice.slug());
    }

    private Map<String, List<Attempt>> attemptsBy(Function<Attempt, List<Located<String>>> slugs) {
        Gathering<Attempt> found = new Gathering<>();
        attempts.values()
                .forEach(attempt -> slugs.apply(attempt)
                        .forEach(slug ->
                                practice(slug.value()).ifPresent(practice -> found.add(practice.slug(), attempt))));
        return found.lists();
    }

    private Optional<Practice> practice(String slug) {
        return Optional.ofNullable(practices.getOrDefault(slug, renamed.get(slug)));
    }

    private Map<String, List<Practice>> practicesOf() {
        Gathering<Practice> found = new Gathering<>();
        for (Practice practice : practices.values()) {
            termsOf(practice.terms()).forEach(term -> found.add(term.key(), practice));
        }
        return found.lists();
    }

    private Map<String, List<Attempt>> attemptsOfTerm() {
        Gathering<Attempt> found = new Gathering<>();
        for (Attempt attempt : attempts.values()) {
            Stream<Term> tried = attempt.named()
                    .flatMap(slug -> practice(slug.value()).stream())
                    .flatMap(practice -> termsOf(practice.terms()));
            Stream.concat(termsOf(attempt.terms()), tried).forEach(term -> found.add(term.key(), attempt));
        }
        return found.lists();
    }

    /** The terms that exist of those that an entry names. */
    private Stream<Term> termsOf(TermRefs refs) {
        List<Term> found = new ArrayList<>();
        terms.forEach((taxonomy, known) -> refs.of(taxonomy).forEach(ref -> {
            Term term = known.get(ref.value());
            if (term != null) {
                found.add(term);
            }
        }));
        return found.stream();
    }

    private Map<String, List<PathwayPosition>> positions() {
        Gathering<PathwayPosition> found = new Gathering<>();
        for (Pathway pathway : pathways.values()) {
            List<Optional<Practice>> steps = pathway.steps().stream()
                    .map(step -> practice(step.practice().value()))
                    .toList();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).isPresent()) {
                    found.add(
                            steps.get(i).get().slug(),
                            new PathwayPosition(
                                    pathway,
                                    i + 1,
                                    steps.size(),
                                    i == 0 ? Optional.empty() : steps.get(i - 1),
                                    i + 1 == steps.size() ? Optional.empty() : steps.get(i + 1)));
                }
            }
        }
        return found.lists();
    }

    /** Attempts that follow each other. One that follows itself, by whatever way round, begins a thread of its own. */
    private Map<String, List<Attempt>> threads() {
        Map<String, List<Attempt>> threads = new HashMap<>();
        Gathering<Attempt> followers = new Gathering<>();
        List<Attempt> firsts = new ArrayList<>();
        for (Attempt attempt : attempts.values()) {
            Attempt before =
                    attempt.follows().map(slug -> attempts.get(slug.value())).orElse(null);
            if (before == null || before == attempt) {
                firsts.add(attempt);
            } else {
                followers.add(before.slug(), attempt);
            }
        }
        Map<String, List<Attempt>> following = followers.lists();
        for (Attempt first : firsts) {
            Map<String, Attempt> thread = new LinkedHashMap<>();
            collect(first, following, thread);
            if (thread.size() > 1) {
                thread.keySet().forEach(slug -> threads.put(slug, List.copyOf(thread.values())));
            }
        }
        return Collections.unmodifiableMap(threads);
    }

    private static void collect(Attempt first, Map<String, List<Attempt>> following, Map<String, Attempt> thread) {
        Deque<Attempt> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            Attempt attempt = next.pop();
            if (thread.putIfAbsent(attempt.slug(), attempt) == null) {
                following.getOrDefault(attempt.slug(), List.of()).stream()
                        .sorted(NEWEST_FIRST)
                        .forEach(next::push);
            }
        }
    }

    private Optional<LocalDate> asOf() {
        Stream<LocalDate> committed = history.files().values().stream().map(History.FileHistory::changed);
        Stream<LocalDate> reviewed = practices.values().stream()
                .flatMap(practice -> practice.reviewed().stream())
                .map(PartialDate::firstDay);
        Stream<LocalDate> tried = attempts.values().stream()
                .flatMap(attempt -> attempt.when().stream())
                .map(PartialDate::firstDay);
        return Stream.of(committed, reviewed, tried)
                .flatMap(Function.identity())
                .max(Comparator.naturalOrder());
    }

    /** Lists under names. An element is put under a name once; it is told by identity, for entries are large. */
    private static final class Gathering<V> {
        private final Map<String, List<V>> lists = new HashMap<>();

        void add(String name, V value) {
            List<V> list = lists.computeIfAbsent(name, unused -> new ArrayList<>());
            // elements come one after the other, so that a second time follows the first closely
            for (int i = list.size() - 1; i >= Math.max(0, list.size() - 8); i--) {
                if (list.get(i) == value) {
                    return;
                }
            }
            list.add(value);
        }

        Map<String, List<V>> lists() {
            lists.replaceAll((name, list) -> List.copyOf(list));
            return Collections.unmodifiableMap(lists);
        }
    }
}
