package org.practiceplaybook.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.source.SourceFile;

/**
 * In which language each text of an edition is.
 *
 * @param language of the edition, BCP 47
 * @param original that the playbook is written in
 * @param translations that stand in the place of what they translate, by their path
 * @param translated paths of what they translate
 */
public record Tongues(String language, String original, Map<String, Translated> translations, Set<String> translated) {

    /**
     * A translation in its place.
     *
     * @param original path of what it translates
     * @param entry that it translates; nothing where it translates data
     * @param isOld has the original changed since?
     */
    public record Translated(String original, Optional<Entry> entry, boolean isOld) {}

    public Tongues {
        translations = Map.copyOf(translations);
        translated = Set.copyOf(translated);
    }

    /** Of a playbook in one language. */
    static Tongues of(String language) {
        return new Tongues(language, language, Map.of(), Set.of());
    }

    /** Of the edition in a language. */
    static Tongues of(Content content, String language) {
        String original = content.settings().language();
        Map<String, Entry> entries = new LinkedHashMap<>();
        content.entries().forEach(entry -> entries.put(entry.file().path(), entry));
        Map<String, Translated> translations = new LinkedHashMap<>();
        content.translationsInto(language)
                .values()
                .forEach(translation -> translations.put(
                        translation.file().path(),
                        new Translated(
                                translation.original(),
                                Optional.ofNullable(entries.get(translation.original())),
                                isOld(translation, entries.get(translation.original()), content.model()))));
        return new Tongues(
                language,
                original,
                translations,
                translations.values().stream().map(Translated::original).collect(Collectors.toSet()));
    }

    private static boolean isOld(Content.Translation translation, Entry original, Model model) {
        return original != null
                && translation
                        .translates()
                        .filter(mark -> !mark.value().equals(FieldValues.meaning(original, model)))
                        .isPresent();
    }

    /** The language of what stands in a file. */
    public String of(SourceFile file) {
        return translations.containsKey(file.path()) ? language : original;
    }

    /** The path of the original of what stands in a file. */
    public String originalOf(SourceFile file) {
        Translated translation = translations.get(file.path());
        return translation == null ? file.path() : translation.original();
    }

    /** Are there words in the language for what stands in a file of the original? */
    public boolean has(String original) {
        return language.equals(this.original) || translated.contains(original);
    }

    /** Is it shown in another language than the rest of the edition? */
    public boolean isForeign(SourceFile file) {
        return !of(file).equals(language);
    }

    /** Is it a translation of something that has changed since? */
    public boolean isOld(SourceFile file) {
        Translated translation = translations.get(file.path());
        return translation != null && translation.isOld();
    }
}
