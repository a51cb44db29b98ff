package org.practiceplaybook.page;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    record CellView(LinkView phase, List<LinkView> practices, int total, String all) {}

    /** So many stand in a cell; the search has the rest. */
    private static final int MOST = 5;

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (edition.has(edition.addresses().matrix())) {
            sheets.accept(edition.sheet(edition.addresses().matrix(), "matrix", () -> view(edition)));
        }
    }

    private static View view(Edition edition) {
        Frame frame = edition.frameBelowHome(edition.addresses().matrix(), "matrix", "matrix", "practices");
        List<Term> phases = edition.library().terms(Taxonomy.PHASES);
        List<RowView> rows = edition.library().terms(Taxonomy.ROLES).stream()
                .map(role -> new RowView(
                        link(edition, role),
                        phases.stream().map(phase -> cell(edition, role, phase)).toList()))
                .toList();
        return new View(
                frame, phases.stream().map(phase -> link(edition, phase)).toList(), rows);
    }

    private static CellView cell(Edition edition, Term role, Term phase) {
        Set<String> ofPhase = edition.library().practicesOf().getOrDefault(phase.key(), List.of()).stream()
                .map(Practice::slug)
                .collect(Collectors.toSet());
        List<Practice> both =
                edition.listed(edition.library().practicesOf().getOrDefault(role.key(), List.of())).stream()
                        .filter(practice -> ofPhase.contains(practice.slug()))
                        .toList();
        return new CellView(
                link(edition, phase),
                both.stream().limit(MOST).map(edition::link).toList(),
                both.size(),
                Addresses.url(edition.addresses().search()) + "?" + SearchDocuments.facet(Taxonomy.ROLES) + "="
                        + Addresses.url(role.slug()) + "&" + SearchDocuments.facet(Taxonomy.PHASES) + "="
                        + Addresses.url(phase.slug()));
    }

    private static LinkView link(Edition edition, Term term) {
        return edition.link(term);
    }
}
