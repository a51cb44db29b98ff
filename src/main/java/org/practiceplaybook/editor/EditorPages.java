package org.practiceplaybook.editor;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.SiteFile;

/** What is left to do, each kind on a page. */
public final class EditorPages implements Output {
    private static final List<Output> ALL =
            List.of(new EditorsPage(), new StubPages(), new ReviewPage(), new TranslationPages());

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> files) {
        ALL.forEach(output -> output.addTo(edition, files));
    }
}
