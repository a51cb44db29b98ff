package org.practiceplaybook.page;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Html;

/** The questions of all practices. */
final class PromptPages implements Output {
    /** The questions. */
    record View(Frame frame, List<PromptsView> practices, Paging paging) implements PageView {}

    /** Those of one practice. */
    record PromptsView(String path, String title, List<Html> questions) {}

    @Override
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        if (!site.has(site.addresses().prompts())) {
            return;
        }
        List<Practice> asking = site
                .listed(List.copyOf(site.library().practices().values()))
                .stream()
                .filter(practice -> practice.asks(site.words().sections()))
                .toList();
        for (Paging.Slice<Practice> slice : Paging.slices(site.addresses().prompts(), asking, Paging.CARDS)) {
            sheets.accept(site.sheet(slice.path(), "prompts", () -> view(site, slice)));
        }
    }

    /** The questions under "Ask yourselves". */
    static List<Html> questions(Edition site, Practice practice, List<Section> sections, String path) {
        TextRenderer text = TextRenderer.plain(site, practice, path);
        return sections.stream()
                .filter(section -> section.kind() == SectionKind.ASK)
                .flatMap(section -> section.parts().stream())
                .flatMap(part -> Body.items(part).stream())
                .map(item -> text.html(item.marked()))
                .toList();
    }

    private static View view(Edition site, Paging.Slice<Practice> slice) {
        Frame frame = site.frameBelowHome(slice.path(), "prompts", "prompts", "practices");
        List<PromptsView> prompts = slice.items().stream()
                .map(practice -> new PromptsView(
                        site.cards().of(practice).path(),
                        practice.title().value(),
                        questions(
                                site,
                                practice,
                                Section.of(practice.body(), site.words().sections()),
                                slice.path())))
                .toList();
        return new View(frame, prompts, slice.paging());
    }
}
