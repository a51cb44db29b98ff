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
    record RungView(String path, String number, String name, String band, String bandName, int practices) {}

    @Override
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        sheets.accept(site.sheet(site.addresses().home(), "home", () -> view(site)));
    }

    private static View view(Edition site) {
        List<Practice> live = site.listed(List.copyOf(site.library().practices().values()));
        List<HomeSection> said = site.settings().look().home();
        List<HomeSection> shown = said.isEmpty() ? List.of(HomeSection.values()) : said;
        return new View(
                frame(site),
                live.size(),
                choices(site, Taxonomy.CHALLENGES),
                pathways(site),
                site.cards().ofPractices(featured(site, live)),
                shown.contains(HomeSection.PHASES) ? choices(site, Taxonomy.PHASES) : List.of(),
                shown.contains(HomeSection.ROLES) ? choices(site, Taxonomy.ROLES) : List.of(),
                shown.contains(HomeSection.LEVERAGE) ? rungs(site) : List.of(),
                site.cards()
                        .ofAttempts(site.library().attempts().values().stream()
                                .limit(3)
                                .toList()),
                (int) live.stream().filter(Practice::isStub).count(),
                live.isEmpty() || said.contains(HomeSection.PAGES) ? ContentPages.outermost(site) : List.of(),
                shown.stream()
                        .map(section -> SIDE_BY_SIDE.contains(section) ? TWIN : section.key())
                        .distinct()
                        .toList(),
                HelpPages.practice(site),
                HelpPages.attempt(site));
    }

    private static Frame frame(Edition site) {
        Frame frame = site.frame(
                site.addresses().home(), site.settings().name(), site.settings().tagline(), "home", "home");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "WebSite");
        data.put("name", site.settings().name());
        data.put("description", site.settings().tagline());
        data.put("inLanguage", site.words().language());
        if (!frame.address().isEmpty()) {
            data.put("url", frame.address());
        }
        return frame.withData(Json.of(data));
    }

    private static int count(Edition site, Term term) {
        return site.listed(site.library().practicesOf().getOrDefault(term.key(), List.of()))
                .size();
    }

    private static List<ChoiceView> choices(Edition site, Taxonomy taxonomy) {
        return site.library().terms(taxonomy).stream()
                .map(term -> new ChoiceView(
                        Addresses.url(site.addresses().of(term)),
                        term.name(),
                        term.definition(),
                        count(site, term),
                        site.tongue(term.place().file())))
                .toList();
    }

    private static List<Cards.PathwayCard> pathways(Edition site) {
        return site.library().pathways().values().stream()
                .sorted(Comparator.comparing(
                                (Pathway pathway) -> !pathway.slug().equals("start-here"))
                        .thenComparing(Pathway::slug))
                .limit(FEW)
                .map(site.cards()::of)
                .toList();
    }

    /** The steps of the pathway for beginners; without one, the practices that were tried most. */
    private static List<Practice> featured(Edition site, List<Practice> live) {
        Optional<Pathway> start = Optional.ofNullable(site.library().pathways().get("start-here"));
        if (start.isPresent()) {
            return start.get().steps().stream()
                    .flatMap(step -> site.library().practice(step.practice().value()).stream())
                    .limit(FEW)
                    .toList();
        }
        return live.stream()
                .filter(practice -> !practice.isStub())
                .sorted(Comparator.comparing((Practice practice) ->
                                -site.library().attemptsAt(practice).size())
                        .thenComparing(Practice::slug))
                .limit(FEW)
                .toList();
    }

    private static List<RungView> rungs(Edition site) {
        List<Term> terms = site.library().terms(Taxonomy.LEVERAGE);
        List<RungView> rungs = new ArrayList<>();
        for (int i = terms.size() - 1; i >= 0; i--) {
            Term term = terms.get(i);
            rungs.add(new RungView(
                    Addresses.url(site.addresses().of(term)),
                    term.number().isPresent() ? String.valueOf(term.number().getAsInt()) : "",
                    term.name(),
                    term.band().map(band -> band.key()).orElse(""),
                    term.band()
                            .map(band -> site.words().get("band." + band.key()))
                            .orElse(""),
                    count(site, term)));
        }
        return rungs;
    }
}
