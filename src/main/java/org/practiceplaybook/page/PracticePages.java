package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.Agenda;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Citation;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.PathwayPosition;
import org.practiceplaybook.library.Relation;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.text.DateText;
import org.practiceplaybook.text.FactWords;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.theme.Words;

/** A page for each practice. */
final class PracticePages implements Output {
    /** So many attempts are shown whole; of the others a list can be opened. */
    static final int FIRST_ATTEMPTS = 12;

    /**
     * A practice.
     *
     * @param aka other names, or empty
     * @param facts time, where, people, experience, in words
     * @param terms who, when and how deep
     */
    record View(
            Frame frame,
            String title,
            String summary,
            String aka,
            StandingView standing,
            List<FactWords.Fact> facts,
            List<TermsView> terms,
            List<LinkView> challenges,
            Optional<LeverageView> leverage,
            BodyView body,
            EvidenceView evidence,
            LinksView links,
            UsesView uses,
            ColophonView colophon)
            implements PageView {}

    /**
     * How far it is to be trusted as it stands.
     *
     * @param replacedBy of a retired practice, or empty
     * @param problems what a check finds in it, where a draft is looked at
     */
    record StandingView(
            boolean draft, boolean retired, boolean stub, Optional<LinkView> replacedBy, List<ProblemView> problems) {}

    /**
     * Its text.
     *
     * @param intro what stands before the first heading
     * @param contents the sections' headings
     */
    record BodyView(Html intro, List<SectionView> sections, List<LinkView> contents, List<String> materials) {}

    /**
     * What came of it.
     *
     * @param sentence how often it was tried, and how that went
     * @param attempts those that tried it
     * @param grewOutOf the stories that led to it
     */
    record EvidenceView(String sentence, AttemptsView attempts, AttemptsView grewOutOf) {}

    /**
     * Where to go on from it.
     *
     * @param map where those that are related to it are drawn, or empty
     */
    record LinksView(
            List<PathwayView> pathways,
            List<RelationView> related,
            String map,
            List<LinkView> mentions,
            List<SourceView> sources) {}

    /**
     * What can be done with it.
     *
     * @param run path of the page to run it from, or empty
     * @param keep its short name, where readers can keep it and print its card; or empty
     */
    record UsesView(String run, String keep, String logAttempt, String edit, String suggest) {}

    /**
     * Who stands for it.
     *
     * @param reviewed when it was looked at last and will be again, in words, or empty
     * @param dueDate the day by which it should be looked at again, or empty
     * @param cite how to name it as a source; not of a stub
     */
    record ColophonView(String authors, String reviewed, String dueDate, String changed, Optional<CiteView> cite) {}

    /** Attempts at this practice: the first of them whole, of the others their titles. */
    record AttemptsView(List<Cards.AttemptCard> first, List<Cards.AttemptCard> more) {}

    /**
     * Terms of the strip.
     *
     * @param key that their icon is called by, or empty
     */
    record TermsView(String key, String label, List<LinkView> terms) {
        /** Terms of a vocabulary; the theme's word for it has its key after a beginning. */
        static TermsView of(Edition edition, Taxonomy taxonomy, String word, List<LinkView> terms) {
            return new TermsView(
                    taxonomy.isUsual() ? taxonomy.key() : "",
                    edition.words().called(taxonomy.label(), word + taxonomy.key()),
                    terms);
        }
    }

    /**
     * The main leverage point.
     *
     * @param strip all of the ladder, with the practice's rungs marked
     */
    record LeverageView(
            String path,
            String number,
            String name,
            String band,
            String bandName,
            String definition,
            Optional<RungStrip> strip,
            LinkView.Tongue tongue) {}

    /** A related practice. */
    record RelationView(String path, String title, String reason, LinkView.Tongue tongue) {}

    /** Where the practice stands in a pathway. */
    record PathwayView(LinkView link, String position, Optional<LinkView> previous, Optional<LinkView> next) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        Map<String, String> places = PracticeMapPage.places(edition);
        for (Practice practice : edition.library().practices().values()) {
            String path = edition.addresses().of(practice);
            sheets.accept(
                    edition.sheet(practice.file(), path, "practice", () -> view(edition, practice, path, places)));
        }
    }

    private static View view(Edition edition, Practice practice, String path, Map<String, String> places) {
        Library library = edition.library();
        TextRenderer text = new TextRenderer(edition, practice, path);
        List<Section> sections = Section.of(practice.body(), edition.words().sections());
        Agenda agenda = Agenda.of(sections);
        Optional<CiteView> cite = practice.isStub() ? Optional.empty() : Optional.of(CiteView.of(edition, practice));
        Html intro = Html.EMPTY;
        List<SectionView> views = new ArrayList<>();
        for (Section section : sections) {
            if (section.heading().isEmpty()) {
                intro = text.html(section.content());
            } else {
                views.add(section(
                        edition,
                        section,
                        text,
                        agenda.minutes() == 0 ? "" : edition.cards().facts().total(practice, agenda.minutes())));
            }
        }
        return new View(
                frame(edition, practice, path, agenda, cite),
                practice.title().value(),
                practice.summary().value(),
                list(
                        edition,
                        practice.aka().stream()
                                .map(Located::value)
                                .filter(aka -> !RedirectPages.isOnlyAddress(aka))
                                .toList()),
                new StandingView(
                        practice.state() == State.DRAFT,
                        practice.state() == State.RETIRED,
                        practice.isStub(),
                        practice.replacedBy()
                                .flatMap(slug -> library.practice(slug.value()))
                                .map(edition::link),
                        ProblemView.of(edition, practice)),
                edition.cards().facts().of(practice),
                terms(edition, practice),
                termLinks(edition, Taxonomy.CHALLENGES, practice),
                leverage(edition, practice),
                new BodyView(intro, views, contents(views), practice.materials()),
                new EvidenceView(
                        edition.cards().evidence(library.evidence(practice)),
                        attempts(edition, practice, library.attemptsAt(practice)),
                        attempts(edition, practice, library.originsOf(practice))),
                links(edition, practice, places),
                uses(edition, practice),
                colophon(edition, practice, cite));
    }

    private static LinksView links(Edition edition, Practice practice, Map<String, String> places) {
        Library library = edition.library();
        return new LinksView(
                library.positions().getOrDefault(practice.slug(), List.of()).stream()
                        .map(position -> pathway(edition, position))
                        .toList(),
                library.related(practice).stream()
                        .map(relation -> relation(edition, relation))
                        .toList(),
                places.getOrDefault(practice.slug(), ""),
                mentions(edition, practice),
                SourceView.of(practice.sources()));
    }

    private static UsesView uses(Edition edition, Practice practice) {
        boolean runs = RunPages.has(practice);
        return new UsesView(
                runs ? Addresses.url(edition.addresses().run(practice)) : "",
                runs ? practice.slug() : "",
                edition.addresses().attemptAt(practice),
                edition.editAddress(practice),
                edition.addresses().suggest(practice.file().path()));
    }

    private static ColophonView colophon(Edition edition, Practice practice, Optional<CiteView> cite) {
        Library library = edition.library();
        return new ColophonView(
                list(edition, CiteView.authors(practice)),
                reviewed(edition, practice),
                library.reviewDue(practice).map(Object::toString).orElse(""),
                library.history()
                        .of(practice.file().path())
                        .map(history -> DateText.text(history.changed(), edition.words()))
                        .orElse(""),
                cite);
    }

    private static String list(Edition edition, List<String> names) {
        return String.join(edition.words().get("list.separator"), names);
    }

    private static AttemptsView attempts(Edition edition, Practice practice, List<Attempt> attempts) {
        String own = edition.link(practice).path();
        List<Cards.AttemptCard> cards = edition.cards().ofAttempts(attempts).stream()
                .map(card -> card.on(own))
                .toList();
        int first = Math.min(FIRST_ATTEMPTS, cards.size());
        return new AttemptsView(cards.subList(0, first), cards.subList(first, cards.size()));
    }

    private static Frame frame(
            Edition edition, Practice practice, String path, Agenda agenda, Optional<CiteView> cite) {
        Words words = edition.words();
        Frame frame = edition.frame(
                        practice.file(),
                        path,
                        practice.title().value(),
                        practice.summary().value(),
                        "practice",
                        "practices")
                .withMarkdown(edition.addresses().markdown(practice))
                .withImage(edition.socialCard(practice))
                .withCrumbs(
                        edition.link(edition.addresses().home(), "home.crumb"),
                        edition.link(edition.addresses().practices(), "practices.title"));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "HowTo");
        data.put("name", practice.title().value());
        data.put("description", practice.summary().value());
        data.put("inLanguage", edition.library().tongues().of(practice.file()));
        if (!frame.address().isEmpty()) {
            data.put("url", frame.address());
        }
        practice.time()
                .filter(time -> !time.isOngoing() && !time.perPerson())
                .ifPresent(time -> data.put("totalTime", "PT" + time.highMinutes() + "M"));
        List<String> authors = CiteView.authors(practice);
        if (!authors.isEmpty()) {
            data.put(
                    "author",
                    authors.stream().map(name -> named("Organization", name)).toList());
        }
        List<Agenda.Step> steps = agenda.steps();
        if (!steps.isEmpty()) {
            data.put(
                    "step",
                    steps.stream().map(step -> named("HowToStep", step.line())).toList());
        }
        if (!practice.materials().isEmpty()) {
            data.put(
                    "supply",
                    practice.materials().stream()
                            .map(name -> named("HowToSupply", name))
                            .toList());
        }
        edition.library()
                .history()
                .of(practice.file().path())
                .ifPresent(history -> data.put("dateCreated", history.created().toString()));
        edition.library().changed(practice).ifPresent(day -> data.put("dateModified", day.toString()));
        data.put("isPartOf", named("CreativeWork", edition.settings().name()));
        if (!edition.settings().licence().isEmpty()) {
            data.put("license", named("CreativeWork", edition.settings().licence()));
        }
        if (!practice.sources().isEmpty()) {
            data.put(
                    "citation",
                    practice.sources().stream().map(PracticePages::citation).toList());
        }
        cite.ifPresent(credit -> data.put("creditText", credit.text()));
        return frame.withData(Json.of(data));
    }

    private static Map<String, Object> citation(Citation source) {
        Map<String, Object> work = named("CreativeWork", source.title());
        if (!source.author().isEmpty()) {
            work.put("author", named("Person", source.author()));
        }
        source.url().ifPresent(url -> work.put("url", url.value()));
        return work;
    }

    private static Map<String, Object> named(String type, String name) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        thing.put("name", name);
        return thing;
    }

    /**
     * A section for a template.
     *
     * @param total what the steps of the agenda add up to, in words
     */
    static SectionView section(Edition edition, Section section, TextRenderer text, String total) {
        boolean what = section.kind() == SectionKind.WHAT;
        return new SectionView(
                section.heading().get().id(),
                section.heading().get().text(),
                section.kind().key(),
                what ? text.agenda(section.content()) : text.html(section.content()),
                what ? total : "");
    }

    private static List<LinkView> contents(List<SectionView> sections) {
        return sections.stream()
                .map(section -> new LinkView("#" + Addresses.url(section.id()), section.title()))
                .toList();
    }

    private static List<TermsView> terms(Edition edition, Practice practice) {
        List<TermsView> terms = new ArrayList<>();
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            List<LinkView> links = termLinks(edition, taxonomy, practice);
            // challenges stand before the text, as sentences
            if (!links.isEmpty() && !taxonomy.equals(Taxonomy.CHALLENGES)) {
                terms.add(TermsView.of(edition, taxonomy, "practice.", links));
            }
        }
        return terms;
    }

    private static List<LinkView> termLinks(Edition edition, Taxonomy taxonomy, Practice practice) {
        return edition.library().terms(taxonomy, practice).stream()
                .map(edition::link)
                .toList();
    }

    private static Optional<LeverageView> leverage(Edition edition, Practice practice) {
        return edition.library().terms(Taxonomy.LEVERAGE, practice).stream()
                .findFirst()
                .map(term -> leverage(edition, term, RungStrip.of(edition, practice)));
    }

    private static LeverageView leverage(Edition edition, Term term, Optional<RungStrip> strip) {
        return new LeverageView(
                Addresses.url(edition.addresses().of(term)),
                term.numeral(),
                term.name(),
                term.bandKey(),
                edition.bandName(term),
                term.definition(),
                strip,
                edition.tongue(term.place().file()));
    }

    private static PathwayView pathway(Edition edition, PathwayPosition position) {
        return new PathwayView(
                edition.link(position.pathway()),
                edition.words().get("pathway.position", position.step(), position.steps()),
                position.previous().map(edition::link),
                position.next().map(edition::link));
    }

    private static RelationView relation(Edition edition, Relation relation) {
        String reason = relation.shared()
                .map(term -> edition.words().get("practice.shared", term.name()))
                .orElse(
                        relation.words().isEmpty()
                                ? relation.reason()
                                : edition.words().get("practice.alike", list(edition, relation.words())));
        return new RelationView(
                Addresses.url(edition.addresses().of(relation.practice())),
                relation.practice().title().value(),
                reason,
                edition.tongue(relation.practice().file()));
    }

    /** Where else it is spoken of, without the places that are listed anyway. */
    private static List<LinkView> mentions(Edition edition, Practice practice) {
        if (!edition.library().mentions().containsKey(practice.file().path())) {
            return List.of();
        }
        List<String> related = edition.library().related(practice).stream()
                .map(relation -> relation.practice().slug())
                .toList();
        return edition.library().mentions().getOrDefault(practice.file().path(), List.of()).stream()
                .filter(entry -> !(entry instanceof Practice other && related.contains(other.slug())))
                .filter(entry -> !(entry instanceof Attempt))
                .map(edition::link)
                .toList();
    }

    private static String reviewed(Edition edition, Practice practice) {
        Words words = edition.words();
        return practice.reviewed()
                .map(date -> words.get(
                        "practice.reviewed",
                        DateText.text(date, words),
                        DateText.month(edition.library().reviewDue(practice).orElseThrow(), words)))
                .orElse("");
    }
}
