package org.practiceplaybook.page;

import java.util.List;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Html;

/** The questions under "Ask yourselves". */
final class Questions {
    private Questions() {}

    static List<Html> of(Edition site, Practice practice, List<Section> sections, String path) {
        TextRenderer text = TextRenderer.plain(site, practice, path);
        return sections.stream()
                .filter(section -> section.kind() == SectionKind.ASK)
                .flatMap(section -> section.parts().stream())
                .flatMap(part -> Body.items(part).stream())
                .map(item -> text.html(item.marked()))
                .toList();
    }
}
