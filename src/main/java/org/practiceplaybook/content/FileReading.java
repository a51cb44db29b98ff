package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/**
 * What one file of the content folder gave. Exactly one of its kinds is filled, none for a file that is not the
 * playbook's business.
 *
 * @param translation of a file that says in another language what another file says
 */
public record FileReading(
        String path,
        Optional<Entry> entry,
        List<Term> terms,
        List<GlossaryEntry> glossary,
        Optional<PlaybookSettings> settings,
        Optional<ContentAsset> asset,
        Optional<Content.Translation> translation,
        List<Diagnostic> diagnostics) {
    public FileReading {
        terms = List.copyOf(terms);
        glossary = List.copyOf(glossary);
        diagnostics = List.copyOf(diagnostics);
    }

    static FileReading of(Entry entry, List<Diagnostic> diagnostics) {
        return new FileReading(
                entry.file().path(),
                Optional.of(entry),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                diagnostics);
    }

    static FileReading of(ContentAsset asset, List<Diagnostic> diagnostics) {
        return new FileReading(
                asset.path(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(asset),
                Optional.empty(),
                diagnostics);
    }

    static FileReading terms(String path, List<Term> terms, List<Diagnostic> diagnostics) {
        return new FileReading(
                path,
                Optional.empty(),
                terms,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                diagnostics);
    }

    static FileReading glossary(String path, List<GlossaryEntry> glossary, List<Diagnostic> diagnostics) {
        return new FileReading(
                path,
                Optional.empty(),
                List.of(),
                glossary,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                diagnostics);
    }

    static FileReading settings(String path, PlaybookSettings settings, List<Diagnostic> diagnostics) {
        return new FileReading(
                path,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(settings),
                Optional.empty(),
                Optional.empty(),
                diagnostics);
    }

    static FileReading empty(String path) {
        return new FileReading(
                path,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static FileReading nothing(String path, Diagnostic reason) {
        return empty(path).withMore(List.of(reason));
    }

    /** What was said of it, and nothing of what it holds. */
    FileReading withoutContent() {
        return empty(path).withMore(diagnostics);
    }

    /** The same, and nothing is said by a rule. */
    FileReading without(RuleCode rule) {
        List<Diagnostic> others = diagnostics.stream()
                .filter(diagnostic -> diagnostic.rule() != rule)
                .toList();
        return new FileReading(path, entry, terms, glossary, settings, asset, translation, others);
    }

    /** The same of a file that translates another. */
    FileReading as(Content.Translation translating) {
        return new FileReading(path, entry, terms, glossary, settings, asset, Optional.of(translating), diagnostics);
    }

    FileReading withMore(List<Diagnostic> found) {
        List<Diagnostic> all = new ArrayList<>(found);
        all.addAll(diagnostics);
        return new FileReading(path, entry, terms, glossary, settings, asset, translation, all);
    }
}
