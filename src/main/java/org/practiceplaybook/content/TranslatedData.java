package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.yaml.Yaml;

/**
 * What a translation of the settings, of terms or of the glossary says that is not its to say.
 *
 * @param facts keys of facts that the original gives otherwise
 * @param unknown what it has words for, and the original has not
 * @param known what it could have words for
 */
public record TranslatedData(List<Located<String>> facts, List<Located<String>> unknown, Set<String> known) {
    public TranslatedData {
        facts = List.copyOf(facts);
        unknown = List.copyOf(unknown);
        known = Set.copyOf(known);
    }

    /** A translation beside its original; empty where there is none. */
    public static Optional<TranslatedData> of(Content content, Content.Translation translation) {
        SourceFile settings = content.settings().file();
        if (settings.path().equals(translation.original())) {
            return Optional.of(settings(settings, translation.file()));
        }
        Optional<SourceFile> terms = content.terms().stream()
                .map(term -> term.place().file())
                .filter(file -> file.path().equals(translation.original()))
                .findFirst();
        if (terms.isPresent()) {
            return terms.map(file -> terms(file, translation.file()));
        }
        boolean words =
                content.glossary().stream().anyMatch(word -> word.file().path().equals(translation.original()));
        return words ? Optional.of(glossary(content.glossary(), translation.file())) : Optional.empty();
    }

    private static TranslatedData settings(SourceFile original, SourceFile translation) {
        QuotationMarks marks = QuotationMarks.of(PlaybookSettings.DEFAULT.language());
        List<Field<?>> table = Fields.Playbook.OF_PLAYBOOK;
        return new TranslatedData(
                FieldValues.otherFacts(
                        table,
                        DataReader.reader(original, table, marks, new ArrayList<>()),
                        DataReader.reader(translation, table, marks, new ArrayList<>())),
                List.of(),
                Set.of());
    }

    private static TranslatedData terms(SourceFile original, SourceFile translation) {
        QuotationMarks marks = QuotationMarks.of(PlaybookSettings.DEFAULT.language());
        Map<String, FieldReader> own = DataReader.termReaders(original, marks);
        List<Located<String>> facts = new ArrayList<>();
        List<Located<String>> unknown = new ArrayList<>();
        DataReader.termReaders(translation, marks).forEach((slug, words) -> {
            if (own.containsKey(slug)) {
                facts.addAll(FieldValues.otherFacts(Fields.OF_TERM, own.get(slug), words));
            }
        });
        for (Yaml.Entry entry : DataReader.mapping(translation, Fields.OF_TERM, new ArrayList<>())
                .entries()) {
            if (!own.containsKey(entry.key().value())) {
                unknown.add(entry.key());
            }
        }
        return new TranslatedData(facts, unknown, own.keySet());
    }

    private static TranslatedData glossary(List<GlossaryEntry> originals, SourceFile translation) {
        Set<String> names = new HashSet<>();
        originals.forEach(word -> {
            names.add(DataReader.plain(word.term()));
            word.aka().forEach(name -> names.add(DataReader.plain(name)));
        });
        List<Located<String>> unknown = new ArrayList<>();
        for (Located<String> word : DataReader.translatedWords(translation)) {
            if (!names.contains(DataReader.plain(word))) {
                unknown.add(word);
            }
        }
        return new TranslatedData(List.of(), unknown, names);
    }
}
