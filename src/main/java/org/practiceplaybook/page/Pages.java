package org.practiceplaybook.page;

import java.util.List;
import java.util.function.Consumer;

/** The pages of an edition. */
public final class Pages implements Output {
    private static final List<Output> KINDS = List.of(
            new HomePage(),
            new PracticePages(),
            new PracticeListPages(),
            new AttemptPages(),
            new LogPages(),
            new PathwayPages(),
            new RunPages(),
            new ContentPages(),
            new TaxonomyPages(),
            new MatrixPage(),
            new PracticeMapPage(),
            new GlossaryPage(),
            new PromptPages(),
            new ContributorPage(),
            new SearchPage(),
            new RedirectPages());

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        KINDS.forEach(kind -> kind.addTo(edition, sheets));
    }
}
