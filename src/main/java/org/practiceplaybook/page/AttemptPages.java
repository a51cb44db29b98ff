package org.practiceplaybook.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.theme.Json;

/** A page for each attempt. */
final class AttemptPages implements Output {
    /**
     * An attempt.
     *
     * @param card what lists show of it
     * @param thread attempts that follow each other, this one among them; empty where it stands alone
     */
    record View(
            Frame frame,
            Cards.AttemptCard card,
            List<Cards.PracticeCard> practices,
            List<Cards.PracticeCard> ledTo,
            List<PracticePages.TermsView> terms,
            Html intro,
            List<SectionView> sections,
            String threadPosition,
            List<ThreadView> thread,
            Optional<SourceView> source,
            String edit,
            String suggest,
            List<ProblemView> problems)
            implements PageView {}

    /** An attempt in a thread. */
    record ThreadView(String path, String title, String resultText, boolean here, LinkView.Tongue tongue) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        for (Attempt attempt : edition.library().attempts().values()) {
            String path = edition.addresses().of(attempt);
            sheets.accept(edition.sheet(attempt.file(), path, "attempt", () -> view(edition, attempt, path)));
        }
    }

    private static View view(Edition edition, Attempt attempt, String path) {
        TextRenderer text = new TextRenderer(edition, attempt, path);
        List<Section> sections = Section.of(attempt.body(), edition.words().sections());
        Html intro = sections.stream()
                .filter(section -> section.heading().isEmpty())
                .map(section -> text.html(section.content()))
                .reduce(Html.EMPTY, Html::plus);
        List<Attempt> thread = edition.library().threads().getOrDefault(attempt.slug(), List.of());
        return new View(
                frame(edition, attempt, path),
                edition.cards().of(attempt),
                cards(edition, attempt.practices()),
                cards(edition, attempt.ledTo()),
                terms(edition, attempt),
                intro,
                sections.stream()
                        .filter(section -> section.heading().isPresent())
                        .map(section -> PracticePages.section(edition, section, text, ""))
                        .toList(),
                thread.isEmpty()
                        ? ""
                        : edition.words().get("attempt.position", thread.indexOf(attempt) + 1, thread.size()),
                thread.stream()
                        .map(other -> inThread(edition, other, other == attempt))
                        .toList(),
                attempt.source().map(SourceView::of),
                edition.editAddress(attempt),
                edition.addresses().suggest(attempt.file().path()),
                ProblemView.of(edition, attempt));
    }

    /** Who took part, and what the playbook itself asks of an attempt. */
    private static List<PracticePages.TermsView> terms(Edition edition, Attempt attempt) {
        return edition.library().taxonomies().stream()
                .filter(taxonomy -> taxonomy.equals(Taxonomy.ROLES) || !taxonomy.isUsual())
                .map(taxonomy -> PracticePages.TermsView.of(
                        edition,
                        taxonomy,
                        "attempt.",
                        attempt.terms().of(taxonomy).stream()
                                .flatMap(ref -> edition.library().term(taxonomy, ref.value()).stream())
                                .map(edition::link)
                                .toList()))
                .filter(group -> !group.terms().isEmpty())
                .toList();
    }

    private static List<Cards.PracticeCard> cards(Edition edition, List<Located<String>> slugs) {
        return slugs.stream()
                .flatMap(slug -> edition.library().practice(slug.value()).stream())
                .map((Practice practice) -> edition.cards().of(practice))
                .toList();
    }

    private static ThreadView inThread(Edition edition, Attempt attempt, boolean here) {
        Cards.AttemptCard card = edition.cards().of(attempt);
        return new ThreadView(card.path(), card.title(), card.resultText(), here, card.tongue());
    }

    private static Frame frame(Edition edition, Attempt attempt, String path) {
        Frame frame = edition.frame(
                        attempt.file(),
                        path,
                        attempt.title().value(),
                        attempt.lesson().value(),
                        "attempt",
                        "attempts")
                .withMarkdown(edition.addresses().markdown(attempt))
                .withImage(edition.socialCard(attempt))
                .withCrumbs(
                        edition.link(edition.addresses().home(), "home.crumb"),
                        edition.link(edition.addresses().log(), "log.title"));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Article");
        data.put("headline", attempt.title().value());
        data.put("description", attempt.lesson().value());
        data.put("inLanguage", edition.library().tongues().of(attempt.file()));
        if (!frame.address().isEmpty()) {
            data.put("url", frame.address());
        }
        edition.library().changed(attempt).ifPresent(day -> data.put("dateModified", day.toString()));
        return frame.withData(Json.of(data));
    }
}
