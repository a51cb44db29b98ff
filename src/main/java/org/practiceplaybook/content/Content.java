package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.List;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.source.Diagnostic;

/**
 * Everything that was read, each list by file path.
 *
 * @param model by what its entries are described
 * @param diagnostics what was found while reading
 */
public record Content(
        PlaybookSettings settings,
        Model model,
        List<Practice> practices,
        List<Attempt> attempts,
        List<Pathway> pathways,
        List<Page> pages,
        List<Term> terms,
        List<GlossaryEntry> glossary,
        List<ContentAsset> assets,
        List<Diagnostic> diagnostics) {
    public Content {
        practices = List.copyOf(practices);
        attempts = List.copyOf(attempts);
        pathways = List.copyOf(pathways);
        pages = List.copyOf(pages);
        terms = List.copyOf(terms);
        glossary = List.copyOf(glossary);
        assets = List.copyOf(assets);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The same with other settings, and with what there is to say of them. */
    public Content with(PlaybookSettings others, List<Diagnostic> more) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(more);
        return new Content(others, model, practices, attempts, pathways, pages, terms, glossary, assets, all);
    }
}
