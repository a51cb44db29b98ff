package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.content.value.TimeRange;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Evidence;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.text.DateText;
import org.practiceplaybook.text.FactWords;
import org.practiceplaybook.theme.Words;

/** Entries as they stand in lists, and the words for their facts. Each is made once. */
public final class Cards {
    private final Edition edition;
    private final FactWords facts;
    private final Map<String, PracticeCard> practices = new HashMap<>();
    private final Map<String, AttemptCard> attempts = new HashMap<>();

    Cards(Edition edition) {
        this.edition = edition;
        this.facts = new FactWords(edition.words());
        edition.library().practices().values().forEach(practice -> practices.put(practice.slug(), make(practice)));
        edition.library().attempts().values().forEach(attempt -> attempts.put(attempt.slug(), make(attempt)));
    }

    /**
     * A practice in a list.
     *
     * @param facts time and people, in words
     * @param tried how often it was tried, in a few words, or empty
     * @param band key of the band of its main leverage point, or empty
     * @param leverage name of that point, or empty
     * @param leverageTongue of that name
     */
    public record PracticeCard(
            String path,
            String title,
            String summary,
            List<String> facts,
            String tried,
            String band,
            String leverage,
            LinkView.Tongue leverageTongue,
            boolean stub,
            boolean draft,
            boolean retired,
            LinkView.Tongue tongue) {
        /** The same with another of its leverage points. */
        private PracticeCard at(Term point, LinkView.Tongue pointTongue) {
            return new PracticeCard(
                    path,
                    title,
                    summary,
                    facts,
                    tried,
                    point.bandKey(),
                    point.name(),
                    pointTongue,
                    stub,
                    draft,
                    retired,
                    tongue);
        }
    }

    /**
     * An attempt in a list.
     *
     * @param result key of how it went, or empty
     * @param practices what was tried
     * @param ledTo what the story taught
     * @param when in words, or empty
     */
    public record AttemptCard(
            String path,
            String title,
            String lesson,
            String result,
            String resultText,
            String setting,
            String when,
            String sharedBy,
            List<LinkView> practices,
            List<LinkView> ledTo,
            LinkView.Tongue tongue) {
        /** The same on the page of one of its practices, to which it need not lead. */
        AttemptCard on(String page) {
            return new AttemptCard(
                    path,
                    title,
                    lesson,
                    result,
                    resultText,
                    setting,
                    when,
                    sharedBy,
                    practices.stream()
                            .filter(practice -> !practice.path().equals(page))
                            .toList(),
                    ledTo,
                    tongue);
        }
    }

    /** A pathway in a list. */
    public record PathwayCard(
            String path, String title, String summary, String facts, List<LinkView> steps, LinkView.Tongue tongue) {}

    public PracticeCard of(Practice practice) {
        return practices.get(practice.slug());
    }

    AttemptCard of(Attempt attempt) {
        return attempts.get(attempt.slug());
    }

    public List<PracticeCard> ofPractices(List<Practice> list) {
        return list.stream().map(this::of).toList();
    }

    /** As they stand on the page of a term: on that of a rung each shows this one of its rungs. */
    List<PracticeCard> ofPractices(List<Practice> list, Term page) {
        List<PracticeCard> cards = ofPractices(list);
        return page.taxonomy().isLadder()
                ? cards.stream()
                        .map(card -> card.at(page, edition.tongue(page.place().file())))
                        .toList()
                : cards;
    }

    List<AttemptCard> ofAttempts(List<Attempt> list) {
        return list.stream().map(this::of).toList();
    }

    PathwayCard of(Pathway pathway) {
        List<Practice> steps = pathway.steps().stream()
                .flatMap(step -> edition.library().practice(step.practice().value()).stream())
                .toList();
        List<String> facts = new ArrayList<>();
        facts.add(edition.words().count("pathway.steps", steps.size()));
        String time = totalTime(steps);
        if (!time.isEmpty()) {
            facts.add(time);
        }
        return new PathwayCard(
                Addresses.url(edition.addresses().of(pathway)),
                pathway.title().value(),
                pathway.summary().value(),
                String.join(" · ", facts),
                steps.stream().map(edition::link).toList(),
                edition.tongue(pathway.file()));
    }

    private PracticeCard make(Practice practice) {
        List<String> facts = new ArrayList<>();
        time(practice).ifPresent(facts::add);
        if (!practice.isForTheRoom()) {
            facts().where(practice).ifPresent(facts::add);
        }
        group(practice).ifPresent(facts::add);
        Optional<Term> main =
                edition.library().terms(Taxonomy.LEVERAGE, practice).stream().findFirst();
        return new PracticeCard(
                Addresses.url(edition.addresses().of(practice)),
                practice.title().value(),
                practice.summary().value(),
                List.copyOf(facts),
                tried(edition.library().evidence(practice)),
                main.map(Term::bandKey).orElse(""),
                main.map(Term::name).orElse(""),
                main.map(term -> edition.tongue(term.place().file())).orElse(LinkView.Tongue.OF_EDITION),
                practice.isStub(),
                practice.state() == State.DRAFT,
                practice.state() == State.RETIRED,
                edition.tongue(practice.file()));
    }

    private AttemptCard make(Attempt attempt) {
        return new AttemptCard(
                Addresses.url(edition.addresses().of(attempt)),
                attempt.title().value(),
                attempt.lesson().value(),
                attempt.outcome().map(outcome -> outcome.key()).orElse(""),
                attempt.outcome()
                        .map(outcome -> edition.words().get("result." + outcome.key()))
                        .orElse(""),
                attempt.setting(),
                attempt.when().map(date -> DateText.text(date, edition.words())).orElse(""),
                attempt.isAnonymous() ? edition.words().get("attempt.anonymous") : attempt.sharedBy(),
                links(attempt.practices()),
                links(attempt.ledTo()),
                edition.tongue(attempt.file()));
    }

    private List<LinkView> links(List<Located<String>> slugs) {
        return slugs.stream()
                .flatMap(slug -> edition.library().practice(slug.value()).stream())
                .map(edition::link)
                .toList();
    }

    private String tried(Evidence evidence) {
        return evidence.attempts() == 0 ? "" : edition.words().count("evidence.card", evidence.attempts());
    }

    FactWords facts() {
        return facts;
    }

    Optional<String> time(Practice practice) {
        return facts.time(practice);
    }

    String time(TimeRange time) {
        return facts.time(time);
    }

    String minutes(int minutes) {
        return facts.minutes(minutes);
    }

    Optional<String> group(Practice practice) {
        return facts.group(practice);
    }

    /**
     * How long practices take together, or empty where no one has a time; what each person takes is added apart. Those
     * without a time, and those that never end, are left out.
     */
    String totalTime(List<Practice> list) {
        String fixed = sum(list, false);
        String each = sum(list, true);
        return each.isEmpty()
                ? fixed
                : fixed.isEmpty()
                        ? edition.words().get("time.perPerson", each)
                        : edition.words().get("time.andPerPerson", fixed, each);
    }

    private String sum(List<Practice> list, boolean perPerson) {
        List<TimeRange> times = list.stream()
                .flatMap(practice -> practice.time().stream())
                .filter(time -> time.perPerson() == perPerson)
                .toList();
        long high = times.stream().mapToLong(TimeRange::highMinutes).sum();
        return high == 0
                ? ""
                : facts.minutes(times.stream().mapToLong(TimeRange::lowMinutes).sum(), high);
    }

    /** What attempts say, in a sentence. */
    String evidence(Evidence evidence) {
        Words words = edition.words();
        if (evidence.attempts() == 0) {
            return words.get("evidence.none");
        }
        String start = evidence.attempts() < 3
                ? words.count("evidence.few", evidence.attempts())
                : words.count("evidence.many", evidence.sharers(), evidence.attempts());
        return withResults(start, evidence);
    }

    /** How all attempts went, in a sentence. */
    String summary(Evidence evidence) {
        return withResults(edition.words().count("count.attempts", evidence.attempts()), evidence);
    }

    private String withResults(String start, Evidence evidence) {
        List<String> results = new ArrayList<>();
        addResult(results, "evidence.wentWell", evidence.wentWell());
        addResult(results, "evidence.mixed", evidence.mixed());
        addResult(results, "evidence.fellShort", evidence.fellShort());
        return results.isEmpty()
                ? start + "."
                : start + edition.words().get("list.colon") + " "
                        + String.join(edition.words().get("list.separator"), results) + ".";
    }

    private void addResult(List<String> results, String key, int number) {
        if (number > 0) {
            results.add(edition.words().count(key, number));
        }
    }
}
