package org.practiceplaybook.form;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.SiteFile;

/** The forms in which readers write, and what these need to know of the playbook. */
public final class Forms implements Output {
    private static final List<Output> PARTS =
            List.of(new ContributePages(), new ContributeFacts(), new ContributeTexts());

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        PARTS.forEach(part -> part.addTo(edition, sheets));
    }
}
