package org.practiceplaybook.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.Shape;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.HelpPages;
import org.practiceplaybook.page.LinkView;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.RepositoryHost;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.schema.EntryTemplate;

/** The forms in which a reader writes a practice, logs an attempt, asks for a practice or changes a text. */
public final class ContributePages implements Output {
    /** The checks know that nobody means this. */
    private static final String TITLE = "Title here";

    /** The ways to take part, and the pages of the content that tell more. */
    record DoorsView(Frame frame, List<DoorView> doors, List<LinkView> guides, Optional<HostView> host, String email)
            implements PageView {}

    /**
     * Where the repository's host takes several texts, and where they are then.
     *
     * @param issue address on which they are handed over, up to their title
     * @param text parameter of their text
     * @param issues address of what was handed over so
     * @param proposals address of what was proposed as a change
     */
    record HostView(String title, String issue, String text, String issues, String proposals) {}

    /** A way to take part. */
    record DoorView(String path, String title, String hint) {}

    /**
     * A form.
     *
     * @param kind names it to styles, scripts and drafts: {@code practice}
     * @param folder of the content folder in which the new file goes, or empty
     * @param vocabularies whose terms the form asks for, by the folder of the entry
     * @param own keys of fields that the playbook adds
     * @param fields that the form asks for, by the folder of the entry and their key
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
            Map<String, List<VocabularyView>> vocabularies,
            List<String> own,
            Map<String, Map<String, FieldView>> fields,
            Map<String, Map<String, String>> sections,
            String host,
            String repository,
            String contentPath,
            String template,
            String guide,
            String email)
            implements PageView {}

    /**
     * A vocabulary to choose from.
     *
     * @param wide are its terms sentences?
     * @param ladder is the first that is chosen the main one?
     */
    record VocabularyView(FieldView field, List<TermView> terms, boolean wide, boolean ladder) {}

    /** A term to choose. */
    record TermView(String slug, String name, String definition, LinkView.Tongue tongue) {}

    /**
     * A field.
     *
     * @param longest in characters, 0 where any length will do
     * @param choices of a field with a few fixed values
     */
    record FieldView(String key, String label, String hint, boolean needed, int longest, List<ChoiceView> choices) {}

    /** A value to choose. */
    record ChoiceView(String key, String text) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        sheets.accept(edition.sheet(edition.addresses().contribute(), "contribute", () -> doors(edition)));
        if (!edition.isHandbook()) {
            form(
                    edition,
                    sheets,
                    edition.addresses().writePractice(),
                    "practice",
                    "practices",
                    HelpPages.practiceGuide(edition));
            form(
                    edition,
                    sheets,
                    edition.addresses().logAttempt(),
                    "attempt",
                    "attempts",
                    HelpPages.attemptGuide(edition));
            form(
                    edition,
                    sheets,
                    edition.addresses().askForPractice(),
                    "ask",
                    "practices",
                    HelpPages.practiceGuide(edition));
        }
        form(edition, sheets, edition.addresses().suggestChange(), "change", "", HelpPages.practiceGuide(edition));
    }

    private static void form(
            Edition edition, Consumer<SiteFile> sheets, String path, String kind, String folder, String guide) {
        sheets.accept(edition.sheet(path, "contribute-" + kind, () -> view(edition, path, kind, folder, guide))
                .tool());
    }

    private static DoorsView doors(Edition edition) {
        Frame frame = frame(edition, edition.addresses().contribute(), "contribute.title", "contribute.lead")
                .withCrumbs(edition.link(edition.addresses().home(), "home.crumb"));
        List<DoorView> doors = edition.isHandbook()
                ? List.of(door(edition, edition.addresses().suggestChange(), "change"))
                : List.of(
                        door(edition, edition.addresses().writePractice(), "practice"),
                        door(edition, edition.addresses().logAttempt(), "attempt"),
                        door(edition, edition.addresses().askForPractice(), "ask"),
                        door(edition, edition.addresses().suggestChange(), "change"));
        List<LinkView> guides = edition.library().allPages().stream()
                .filter(HelpPages::isGuide)
                .map(edition::link)
                .toList();
        Optional<HostView> host = RepositoryHost.of(edition)
                .map(one -> new HostView(
                        one.title(), one.issueAddress(), one.issueTextParameter(), one.issues(), one.proposals()));
        return new DoorsView(frame, doors, guides, host, edition.settings().email());
    }

    private static DoorView door(Edition edition, String path, String kind) {
        return new DoorView(
                path,
                edition.words().get("contribute." + kind + ".title"),
                edition.words().get("contribute." + kind + ".door"));
    }

    private static Frame frame(Edition edition, String path, String title, String description) {
        return edition.frame(path, edition.words().get(title), edition.words().get(description), "form", "contribute");
    }

    private static FormView view(Edition edition, String path, String kind, String folder, String guide) {
        String words = "contribute." + kind;
        Frame frame = frame(edition, path, words + ".title", words + ".lead")
                .withCrumbs(
                        edition.link(edition.addresses().home(), "home.crumb"),
                        edition.link(edition.addresses().contribute(), "contribute.title"));
        Optional<RepositoryHost> host = RepositoryHost.of(edition);
        Model model = edition.library().model();
        Map<String, FieldView> ofPractice = fields(edition, kind.equals("ask") ? kind : "practice", model.ofPractice());
        Map<String, FieldView> ofAttempt = fields(edition, "attempt", model.ofAttempt());
        return new FormView(
                frame,
                kind,
                folder,
                Map.of("practices", vocabularies(edition, ofPractice), "attempts", vocabularies(edition, ofAttempt)),
                model.own().stream().map(Model.Own::key).toList(),
                Map.of("practices", ofPractice, "attempts", ofAttempt),
                Map.of(
                        "practices", headings(edition, SectionKind.OF_PRACTICE),
                        "attempts", headings(edition, SectionKind.OF_ATTEMPT)),
                host.map(RepositoryHost::title).orElse(""),
                host.map(RepositoryHost::repository).orElse(""),
                edition.options().contentPath(),
                template(edition, kind),
                guide,
                edition.settings().email());
    }

    private static List<VocabularyView> vocabularies(Edition edition, Map<String, FieldView> asked) {
        return edition.library().taxonomies().stream()
                .filter(taxonomy -> asked.containsKey(taxonomy.key()))
                .map(taxonomy -> new VocabularyView(
                        asked.get(taxonomy.key()),
                        edition.library().terms(taxonomy).stream()
                                .map(term -> term(edition, term))
                                .toList(),
                        taxonomy.equals(Taxonomy.CHALLENGES),
                        taxonomy.isLadder()))
                .filter(vocabulary -> !vocabulary.terms().isEmpty())
                .toList();
    }

    private static TermView term(Edition edition, Term term) {
        return new TermView(
                term.slug(),
                (term.numeral() + " " + term.name()).strip(),
                term.definition(),
                edition.tongue(term.place().file()));
    }

    /** The fields of a kind of entry as its form asks for them: those that there is a word for. */
    private static Map<String, FieldView> fields(Edition edition, String kind, List<Field<?>> table) {
        Map<String, FieldView> fields = new LinkedHashMap<>();
        for (Field<?> field : table) {
            String word = "contribute." + kind + ".";
            boolean own = !field.said().isEmpty();
            String label = own ? field.said() : said(edition, word + field.label());
            if (!label.isEmpty()) {
                List<ChoiceView> choices = field.shape().choices().stream()
                        .map(choice -> new ChoiceView(choice, said(edition, field.key() + "." + choice)))
                        .toList();
                String hint = own ? hint(edition, field) : said(edition, word + field.key() + "Hint");
                fields.put(
                        field.key(),
                        new FieldView(field.key(), label, hint, field.isRequired(), field.longest(), choices));
            }
        }
        return fields;
    }

    /** What may be written in a field that the playbook itself has a name for. */
    private static String hint(Edition edition, Field<?> field) {
        return field.shape() instanceof Shape.Value<?> value
                ? edition.words().get("contribute.forExample", value.form())
                : field.shape() instanceof Shape.Names ? edition.words().get("contribute.tick") : "";
    }

    private static String said(Edition edition, String word) {
        return edition.words().keys().contains(word) ? edition.words().get(word) : "";
    }

    /** The usual heading of each section, by its key. */
    private static Map<String, String> headings(Edition edition, List<SectionKind> kinds) {
        Map<String, String> headings = new LinkedHashMap<>();
        kinds.forEach(
                kind -> headings.put(kind.key(), edition.words().sections().usual(kind)));
        return headings;
    }

    /** A file to fill in, for those who do it by hand. */
    private static String template(Edition edition, String kind) {
        if (kind.equals("change")) {
            return "";
        }
        Map<String, String> values = new LinkedHashMap<>(Map.of("title", TITLE));
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            List<String> slugs =
                    edition.library().terms(taxonomy).stream().map(Term::slug).toList();
            values.put(taxonomy.key(), slugs.isEmpty() ? "–" : String.join(", ", slugs));
        }
        values.put(
                "practice",
                edition.library().practices().keySet().stream().findFirst().orElse("its-file-name"));
        return EntryTemplate.of(kind, edition.library().model(), edition.words(), values);
    }
}
