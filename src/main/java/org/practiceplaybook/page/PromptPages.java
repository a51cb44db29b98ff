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
    record PromptsView(LinkView link, List<Html> questions) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (!edition.has(edition.addresses().prompts())) {
            return;
        }
        List<Practice> asking = edition
                .listed(List.copyOf(edition.library().practices().values()))
                .stream()
                .filter(practice -> practice.asks(edition.words().sections()))
                .toList();
        for (Paging.Slice<Practice> slice : Paging.slices(edition.addresses().prompts(), asking, Paging.QUESTIONS)) {
            sheets.accept(edition.sheet(slice.path(), "prompts", () -> view(edition, slice)));
        }
    }

    /** The questions under "Ask yourselves". */
    static List<Html> questions(Edition edition, Practice practice, List<Section> sections, String path) {
        TextRenderer text = TextRenderer.plain(edition, practice, path);
        return sections.stream()
                .filter(section -> section.kind() == SectionKind.ASK)
                .flatMap(section -> section.parts().stream())
                .flatMap(part -> Body.items(part).stream())
                .map(item -> text.html(item.marked()))
                .toList();
    }

    private static View view(Edition edition, Paging.Slice<Practice> slice) {
        Frame frame = edition.frameBelowHome(slice.path(), "prompts", "prompts", "practices");
        List<PromptsView> prompts = slice.items().stream()
                .map(practice -> new PromptsView(
                        edition.link(practice),
                        questions(
                                edition,
                                practice,
                                Section.of(practice.body(), edition.words().sections()),
                                slice.path())))
                .toList();
        return new View(frame, prompts, slice.paging());
    }
}
