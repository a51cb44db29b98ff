package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/**
 * Everything that was read, each list by file path.
 *
 * @param model by what its entries are described
 * @param translations of any of it, into whatever language
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
        List<Translation> translations,
        List<Diagnostic> diagnostics) {
    public Content {
        practices = List.copyOf(practices);
        attempts = List.copyOf(attempts);
        pathways = List.copyOf(pathways);
        pages = List.copyOf(pages);
        terms = List.copyOf(terms);
        glossary = List.copyOf(glossary);
        assets = List.copyOf(assets);
        translations = List.copyOf(translations);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * A file that says in another language what another file says.
     *
     * @param language BCP 47
     * @param original path of the file that it translates, which need not be there
     * @param entry its words, where it translates an entry; the facts are the original's
     * @param translates what the original meant when it was translated, as {@link FieldValues#meaning} tells it
     */
    public record Translation(
            SourceFile file,
            String language,
            String original,
            Optional<Entry> entry,
            Optional<Located<String>> translates) {}

    /** The same with other settings, and with what there is to say of them. */
    public Content with(PlaybookSettings others, List<Diagnostic> more) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(more);
        return new Content(
                others, model, practices, attempts, pathways, pages, terms, glossary, assets, translations, all);
    }

    /** Every entry, drafts included, by kind and file path. */
    public Stream<Entry> entries() {
        return Stream.of(practices, attempts, pathways, pages).flatMap(List::stream);
    }

    /** The translations into a language, by the path of what they translate; of two the first. */
    public Map<String, Translation> translationsInto(String language) {
        Map<String, Translation> found = new LinkedHashMap<>();
        translations.stream()
                .filter(translation -> translation.language().equals(language))
                .forEach(translation -> found.putIfAbsent(translation.original(), translation));
        return found;
    }

    /** The same in another language: what is translated in place of what it translates, and the rest as it is. */
    public Content in(String language) {
        Map<String, Translation> translated = translationsInto(language);
        QuotationMarks marks = QuotationMarks.of(language);
        QuotationMarks ofOriginal = QuotationMarks.of(settings.language());
        PlaybookSettings said = Optional.ofNullable(
                        translated.get(settings.file().path()))
                .map(words -> DataReader.settingsIn(settings, words.file(), ofOriginal, marks))
                .orElse(settings);
        Model called = model.called(said.model());
        EntryReader reader = EntryReader.ofTranslations(marks, called);
        Function<Entry, Optional<Entry>> translation =
                entry -> Optional.ofNullable(translated.get(entry.file().path()))
                        .map(words -> reader.translated(entry, words, ofOriginal));
        return new Content(
                said,
                called,
                practices.stream()
                        .map(one -> translation
                                .apply(one)
                                .map(Practice.class::cast)
                                .orElseGet(() -> one.with(called.called(one.own()))))
                        .toList(),
                attempts.stream()
                        .map(one ->
                                translation.apply(one).map(Attempt.class::cast).orElse(one))
                        .toList(),
                pathways.stream()
                        .map(one ->
                                translation.apply(one).map(Pathway.class::cast).orElse(one))
                        .toList(),
                pages.stream()
                        .map(one -> translation.apply(one).map(Page.class::cast).orElse(one))
                        .toList(),
                DataReader.termsIn(terms, called, translated, ofOriginal, marks),
                DataReader.glossaryIn(glossary, translated, marks),
                assets,
                translations,
                diagnostics);
    }
}
