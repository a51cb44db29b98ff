package org.practiceplaybook.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Editions whose interface nobody has put into words yet. Only a theme knows which those are. */
public final class EditionWords {
    private EditionWords() {}

    /** @param spoken languages that there are words in, in lower case */
    public static List<Diagnostic> missing(PlaybookSettings settings, Collection<String> spoken) {
        return settings.languages().stream()
                .filter(language -> LanguageTag.names(language).stream().noneMatch(spoken::contains))
                .map(language -> Diagnostic.of(
                                RuleCode.LANGUAGE_WORDS,
                                settings.file().whole(),
                                "the interface has no words in " + language)
                        .effect("menus, buttons and names of sections in English, around texts in " + language)
                        .remedy("write theme/words/" + language.toLowerCase(Locale.ROOT)
                                + ".yml, as theme/README.md says; there are words in "
                                + String.join(", ", spoken.stream().sorted().toList())))
                .toList();
    }
}
