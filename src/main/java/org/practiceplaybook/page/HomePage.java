package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.HomeSection;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.theme.Json;

/** The first page: what are you facing? */
final class HomePage implements Output {
    private static final int FEW = 6;
    private static final String TWIN = "twin";
    private static final Set<HomeSection> SIDE_BY_SIDE =
            Set.of(HomeSection.LEVERAGE, HomeSection.PHASES, HomeSection.ROLES);

    /**
     * The first page.
     *
     * @param challenges what readers face, each with how many practices there are
     * @param featured practices to begin with
     * @param phases when in the work, with how many practices there are
     * @param rungs the ladder, the strongest first
     * @param pages of a playbook that has nothing but pages, or where the settings ask for them
     * @param sections what to show, in this order: {@code challenges}, {@code pages}, {@code featured}, {@code pathways}, {@code
     *     twin} (of which {@code leverage}, {@code phases} and {@code roles} stand side by side), {@code attempts}, {@code
     *     invitation}
     */
    record View(
            Frame frame,
            int practiceCount,
            List<ChoiceView> challenges,
            List<Cards.PathwayCard> pathways,
            List<Cards.PracticeCard> featured,
            List<ChoiceView> phases,
            List<ChoiceView> roles,
            List<RungView> rungs,
            List<Cards.AttemptCard> attempts,
            int stubs,
            List<ContentPages.NodeView> pages,
            List<String> sections,
            String help,
            String helpAttempt)
            implements PageView {}

    /** A term to choose. */
    record ChoiceView(String path, String text, String definition, int practices, LinkView.Tongue tongue) {}

    /** A rung of the small ladder. */
    record RungView(
            String path,
            String number,
            String name,
            String band,
            String bandName,
            int practices,
            LinkView.Tongue tongue) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        sheets.accept(edition.sheet(edition.addresses().home(), "home", () -> view(edition)));
    }

    private static View view(Edition edition) {
        List<Practice> live =
                edition.listed(List.copyOf(edition.library().practices().values()));
        List<HomeSection> said = edition.settings().look().home();
        List<HomeSection> shown = said.isEmpty() ? List.of(HomeSection.values()) : said;
        return new View(
                frame(edition),
                live.size(),
                choices(edition, Taxonomy.CHALLENGES),
                pathways(edition),
                edition.cards().ofPractices(featured(edition, live)),
                shown.contains(HomeSection.PHASES) ? choices(edition, Taxonomy.PHASES) : List.of(),
                shown.contains(HomeSection.ROLES) ? choices(edition, Taxonomy.ROLES) : List.of(),
                shown.contains(HomeSection.LEVERAGE) ? rungs(edition) : List.of(),
                edition.cards()
                        .ofAttempts(edition.library().attempts().values().stream()
                                .limit(3)
                                .toList()),
                (int) live.stream().filter(Practice::isStub).count(),
                live.isEmpty() || said.contains(HomeSection.PAGES) ? ContentPages.outermost(edition) : List.of(),
                shown.stream()
                        .map(section -> SIDE_BY_SIDE.contains(section) ? TWIN : section.key())
                        .distinct()
                        .toList(),
                HelpPages.practice(edition),
                HelpPages.attempt(edition));
    }

    private static Frame frame(Edition edition) {
        Frame frame = edition.frame(
                edition.addresses().home(),
                edition.settings().name(),
                edition.settings().tagline(),
                "home",
                "home");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "WebSite");
        data.put("name", edition.settings().name());
        data.put("description", edition.settings().tagline());
        data.put("inLanguage", edition.words().language());
        if (!frame.address().isEmpty()) {
            data.put("url", frame.address());
        }
        return frame.withData(Json.of(data));
    }

    private static int count(Edition edition, Term term) {
        return edition.listed(edition.library().practicesOf().getOrDefault(term.key(), List.of()))
                .size();
    }

    private static List<ChoiceView> choices(Edition edition, Taxonomy taxonomy) {
        return edition.library().terms(taxonomy).stream()
                .map(term -> new ChoiceView(
                        Addresses.url(edition.addresses().of(term)),
                        term.name(),
                        term.definition(),
                        count(edition, term),
                        edition.tongue(term.place().file())))
                .toList();
    }

    private static List<Cards.PathwayCard> pathways(Edition edition) {
        return edition.library().pathways().values().stream()
                .sorted(Comparator.comparing(
                                (Pathway pathway) -> !pathway.slug().equals("start-here"))
                        .thenComparing(Pathway::slug))
                .limit(FEW)
                .map(edition.cards()::of)
                .toList();
    }

    /** The steps of the pathway for beginners; without one, the practices that were tried most. */
    private static List<Practice> featured(Edition edition, List<Practice> live) {
        Optional<Pathway> start =
                Optional.ofNullable(edition.library().pathways().get("start-here"));
        if (start.isPresent()) {
            return start.get().steps().stream()
                    .flatMap(step -> edition.library().practice(step.practice().value()).stream())
                    .limit(FEW)
                    .toList();
        }
        return live.stream()
                .filter(practice -> !practice.isStub())
                .sorted(Comparator.comparing((Practice practice) ->
                                -edition.library().attemptsAt(practice).size())
                        .thenComparing(Practice::slug))
                .limit(FEW)
                .toList();
    }

    private static List<RungView> rungs(Edition edition) {
        List<Term> terms = edition.library().terms(Taxonomy.LEVERAGE);
        List<RungView> rungs = new ArrayList<>();
        for (int i = terms.size() - 1; i >= 0; i--) {
            Term term = terms.get(i);
            rungs.add(new RungView(
                    Addresses.url(edition.addresses().of(term)),
                    term.numeral(),
                    term.name(),
                    term.bandKey(),
                    edition.bandName(term),
                    count(edition, term),
                    edition.tongue(term.place().file())));
        }
        return rungs;
    }
}
