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
    record ThreadView(String path, String title, String resultText, boolean here) {}

    @Override
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        for (Attempt attempt : site.library().attempts().values()) {
            String path = site.addresses().of(attempt);
            sheets.accept(site.sheet(attempt.file(), path, "attempt", () -> view(site, attempt, path)));
        }
    }

    private static View view(Edition site, Attempt attempt, String path) {
        TextRenderer text = new TextRenderer(site, attempt, path);
        List<Section> sections = Section.of(attempt.body(), site.words().sections());
        Html intro = sections.stream()
                .filter(section -> section.heading().isEmpty())
                .map(section -> text.html(section.content()))
                .reduce(Html.EMPTY, Html::plus);
        List<Attempt> thread = site.library().threads().getOrDefault(attempt.slug(), List.of());
        return new View(
                frame(site, attempt, path),
                site.cards().of(attempt),
                cards(site, attempt.practices()),
                cards(site, attempt.ledTo()),
                terms(site, attempt),
                intro,
                sections.stream()
                        .filter(section -> section.heading().isPresent())
                        .map(section -> PracticePages.section(site, section, text, ""))
                        .toList(),
                thread.isEmpty()
                        ? ""
                        : site.words().get("attempt.position", thread.indexOf(attempt) + 1, thread.size()),
                thread.stream()
                        .map(other -> inThread(site, other, other == attempt))
                        .toList(),
                attempt.source().map(SourceView::of),
                site.editAddress(attempt),
                site.addresses().suggest(attempt.file().path()),
                ProblemView.of(site, attempt));
    }

    /** Who took part, and what the playbook itself asks of an attempt. */
    private static List<PracticePages.TermsView> terms(Edition site, Attempt attempt) {
        return site.library().taxonomies().stream()
                .filter(taxonomy -> taxonomy.equals(Taxonomy.ROLES) || !taxonomy.isUsual())
                .map(taxonomy -> PracticePages.TermsView.of(
                        site,
                        taxonomy,
                        "attempt.",
                        attempt.terms().of(taxonomy).stream()
                                .flatMap(ref -> site.library().term(taxonomy, ref.value()).stream())
                                .map(site::link)
                                .toList()))
                .filter(group -> !group.terms().isEmpty())
                .toList();
    }

    private static List<Cards.PracticeCard> cards(Edition site, List<Located<String>> slugs) {
        return slugs.stream()
                .flatMap(slug -> site.library().practice(slug.value()).stream())
                .map((Practice practice) -> site.cards().of(practice))
                .toList();
    }

    private static ThreadView inThread(Edition site, Attempt attempt, boolean here) {
        Cards.AttemptCard card = site.cards().of(attempt);
        return new ThreadView(card.path(), card.title(), card.resultText(), here);
    }

    private static Frame frame(Edition site, Attempt attempt, String path) {
        Frame frame = site.frame(
                        attempt.file(),
                        path,
                        attempt.title().value(),
                        attempt.lesson().value(),
                        "attempt",
                        "attempts")
                .withMarkdown(site.addresses().markdown(attempt))
                .withImage(site.socialCard(attempt))
                .withCrumbs(
                        site.link(site.addresses().home(), "home.crumb"),
                        site.link(site.addresses().log(), "log.title"));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Article");
        data.put("headline", attempt.title().value());
        data.put("description", attempt.lesson().value());
        data.put("inLanguage", site.library().tongues().of(attempt.file()));
        if (!frame.address().isEmpty()) {
            data.put("url", frame.address());
        }
        site.library().changed(attempt).ifPresent(day -> data.put("dateModified", day.toString()));
        return frame.withData(Json.of(data));
    }
}
