package org.practiceplaybook.page;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.library.Addresses;

/** Who does what when: the practices of each role in each phase. */
final class MatrixPage implements Output {
    /** The page. */
    record View(Frame frame, List<LinkView> phases, List<RowView> rows) implements PageView {}

    /** A role, and what it does in each phase. */
    record RowView(LinkView role, List<CellView> cells) {}

    /**
     * What a role does in a phase.
     *
     * @param practices the first of them
     * @param total how many there are
     * @param all where the search shows all of them
     */
    record CellView(String phase, List<LinkView> practices, int total, String all) {}

    /** So many stand in a cell; the search has the rest. */
    private static final int MOST = 5;

    @Override
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        if (site.has(site.addresses().matrix())) {
            sheets.accept(site.sheet(site.addresses().matrix(), "matrix", () -> view(site)));
        }
    }

    private static View view(Edition site) {
        Frame frame = site.frameBelowHome(site.addresses().matrix(), "matrix", "matrix", "practices");
        List<Term> phases = site.library().terms(Taxonomy.PHASES);
        List<RowView> rows = site.library().terms(Taxonomy.ROLES).stream()
                .map(role -> new RowView(
                        link(site, role),
                        phases.stream().map(phase -> cell(site, role, phase)).toList()))
                .toList();
        return new View(frame, phases.stream().map(phase -> link(site, phase)).toList(), rows);
    }

    private static CellView cell(Edition site, Term role, Term phase) {
        List<Practice> ofPhase = site.library().practicesOf().getOrDefault(phase.key(), List.of());
        List<Practice> both = site.listed(site.library().practicesOf().getOrDefault(role.key(), List.of())).stream()
                .filter(ofPhase::contains)
                .toList();
        return new CellView(
                phase.name(),
                both.stream().limit(MOST).map(site::link).toList(),
                both.size(),
                Addresses.url(site.addresses().search()) + "?" + SearchDocuments.facet(Taxonomy.ROLES) + "="
                        + Addresses.url(role.slug()) + "&" + SearchDocuments.facet(Taxonomy.PHASES) + "="
                        + Addresses.url(phase.slug()));
    }

    private static LinkView link(Edition site, Term term) {
        return site.link(term);
    }
}
