package org.practiceplaybook.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Experience;
import org.practiceplaybook.content.Outcome;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.theme.Bundled;

/** The forms in which a reader writes a practice, logs an attempt, asks for a practice or changes a text. */
final class ContributePages implements PageKind {
    /** The checks know that nobody means this. */
    private static final String TITLE = "Title here";

    /** The ways to take part, and the pages of the content that tell more. */
    record DoorsView(Frame frame, List<DoorView> doors, List<LinkView> guides) implements PageView {}

    /** A way to take part. */
    record DoorView(String path, String title, String hint) {}

    /**
     * A form.
     *
     * @param kind names it to styles, scripts and drafts: {@code practice}
     * @param folder of the content folder in which the new file goes, or empty
     * @param terms of each vocabulary, by its key
     * @param choices of the fields with a few fixed values, by key
     * @param sections the headings of a text, by its folder and their key
     * @param host the name of the repository's host, or empty
     * @param repository its address, or empty
     * @param contentPath where the content folder is in the repository, or empty
     * @param template a file to fill in by hand
     * @param guide the content's own page that tells how, or empty
     * @param email where contributions can be sent to, or empty
     */
    record FormView(
            Frame frame,
            String kind,
            String folder,
            Map<String, List<TermView>> terms,
            Map<String, List<ChoiceView>> choices,
            Map<String, Map<String, String>> sections,
            String host,
            String repository,
            String contentPath,
            String template,
            String guide,
            String email)
            implements PageView {}

    /** A term to choose. */
    record TermView(String slug, String name, String definition) {}

    /** A value to choose. */
    record ChoiceView(String key, String text) {}

    @Override
    public void addTo(Site site, Consumer<Sheet> sheets) {
        sheets.accept(site.sheet(Addresses.CONTRIBUTE, "contribute", () -> doors(site)));
        if (!site.isHandbook()) {
            form(site, sheets, Addresses.WRITE_PRACTICE, "practice", "practices", HelpPages.practiceGuide(site));
            form(site, sheets, Addresses.LOG_ATTEMPT, "attempt", "attempts", HelpPages.attemptGuide(site));
            form(site, sheets, Addresses.ASK_FOR_PRACTICE, "ask", "practices", HelpPages.practiceGuide(site));
        }
        form(site, sheets, Addresses.SUGGEST_CHANGE, "change", "", HelpPages.practiceGuide(site));
    }

    private static void form(Site site, Consumer<Sheet> sheets, String path, String kind, String folder, String guide) {
        sheets.accept(site.sheet(path, "contribute-" + kind, () -> view(site, path, kind, folder, guide)));
    }

    private static DoorsView doors(Site site) {
        Frame frame = frame(site, Addresses.CONTRIBUTE, "contribute.title", "contribute.lead")
                .withCrumbs(site.link(Addresses.HOME, "home.crumb"));
        List<DoorView> doors = site.isHandbook()
                ? List.of(door(site, Addresses.SUGGEST_CHANGE, "change"))
                : List.of(
                        door(site, Addresses.WRITE_PRACTICE, "practice"),
                        door(site, Addresses.LOG_ATTEMPT, "attempt"),
                        door(site, Addresses.ASK_FOR_PRACTICE, "ask"),
                        door(site, Addresses.SUGGEST_CHANGE, "change"));
        List<LinkView> guides = site.library().allPages().stream()
                .filter(HelpPages::isGuide)
                .map(site::link)
                .toList();
        return new DoorsView(frame, doors, guides);
    }

    private static DoorView door(Site site, String path, String kind) {
        return new DoorView(
                path,
                site.words().get("contribute." + kind + ".title"),
                site.words().get("contribute." + kind + ".door"));
    }

    private static Frame frame(Site site, String path, String title, String description) {
        return site.frame(path, site.words().get(title), site.words().get(description), "form", "");
    }

    private static FormView view(Site site, String path, String kind, String folder, String guide) {
        String words = "contribute." + kind;
        Frame frame = frame(site, path, words + ".title", words + ".lead")
                .withCrumbs(
                        site.link(Addresses.HOME, "home.crumb"), site.link(Addresses.CONTRIBUTE, "contribute.title"));
        Optional<RepositoryHost> host = RepositoryHost.of(site);
        Map<String, List<TermView>> terms = new LinkedHashMap<>();
        for (Taxonomy taxonomy : Taxonomy.values()) {
            terms.put(
                    taxonomy.key(),
                    site.library().terms(taxonomy).stream()
                            .map(ContributePages::term)
                            .toList());
        }
        return new FormView(
                frame,
                kind,
                folder,
                terms,
                Map.of("experience", experience(site), "result", results(site)),
                Map.of("practices", practiceSections(), "attempts", attemptSections()),
                host.map(RepositoryHost::title).orElse(""),
                host.map(RepositoryHost::repository).orElse(""),
                site.options().contentPath(),
                template(site, kind),
                guide,
                site.settings().email());
    }

    private static TermView term(Term term) {
        String number = term.number().isPresent() ? term.number().getAsInt() + " " : "";
        return new TermView(term.slug(), number + term.name(), term.definition());
    }

    private static List<ChoiceView> experience(Site site) {
        return List.of(Experience.values()).stream()
                .map(value -> new ChoiceView(value.key(), site.words().get("experience." + value.key())))
                .toList();
    }

    private static List<ChoiceView> results(Site site) {
        return List.of(Outcome.values()).stream()
                .map(value -> new ChoiceView(value.key(), site.words().get("result." + value.key())))
                .toList();
    }

    /** The usual heading of each section of a practice, by its key. */
    private static Map<String, String> practiceSections() {
        Map<String, String> sections = new LinkedHashMap<>();
        for (SectionKind kind : SectionKind.values()) {
            if (kind != SectionKind.OTHER) {
                String heading = kind.headings().get(0);
                sections.put(kind.key(), heading.substring(0, 1).toUpperCase(Locale.ROOT) + heading.substring(1));
            }
        }
        return sections;
    }

    /** A key for each, for the words beside it. */
    private static Map<String, String> attemptSections() {
        List<String> keys = List.of("meant", "happened", "why", "next", "colleague");
        Map<String, String> sections = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            sections.put(keys.get(i), Attempt.SECTIONS.get(i));
        }
        return sections;
    }

    /** A file to fill in, for those who do it by hand. */
    private static String template(Site site, String kind) {
        if (kind.equals("ask")) {
            return "---\ntitle: " + TITLE + "\nsummary: …\n---\n";
        }
        byte[] bytes = Bundled.templates().get(kind + ".md");
        if (bytes == null) {
            return "";
        }
        String text = new String(bytes, StandardCharsets.UTF_8).replace("{title}", TITLE);
        for (Taxonomy taxonomy : Taxonomy.values()) {
            List<String> slugs =
                    site.library().terms(taxonomy).stream().map(Term::slug).toList();
            text = text.replace("{" + taxonomy.key() + "}", slugs.isEmpty() ? "–" : String.join(", ", slugs));
        }
        String first = site.library().practices().keySet().stream().findFirst().orElse("its-file-name");
        return text.replace("{practice}", first);
    }
}
