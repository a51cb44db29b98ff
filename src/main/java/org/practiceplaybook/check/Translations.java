package org.practiceplaybook.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.TranslatedData;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.work.Workers;

/** What is to be said of translations: each by itself, as of any text, and beside what it translates. */
final class Translations {
    private static final String NOTHING = "nothing of this file";

    private final Content content;
    private final Function<String, SectionNames> names;
    private final Map<String, Entry> originals;
    private final List<String> data;

    /** @param names of sections, by language */
    Translations(Content content, Function<String, SectionNames> names) {
        this.content = content;
        this.names = names;
        this.originals = content.entries()
                .collect(Collectors.toMap(entry -> entry.file().path(), Function.identity(), (one, two) -> one));
        this.data = Stream.of(
                        Stream.of(content.settings().file()),
                        content.terms().stream().map(term -> term.place().file()),
                        content.glossary().stream().map(word -> word.file()))
                .flatMap(Function.identity())
                .map(SourceFile::path)
                .distinct()
                .toList();
    }

    /** What the rules of texts say of the translated texts of an edition. */
    static List<List<Diagnostic>> texts(
            List<Rule> rules, Content content, Library library, Function<String, SectionNames> names, Workers workers) {
        return library.editions().entrySet().stream()
                .filter(edition -> !edition.getValue().tongues().translations().isEmpty())
                .flatMap(edition -> {
                    CheckContext subject = new CheckContext(
                            content.in(edition.getKey()), edition.getValue(), names.apply(edition.getKey()));
                    return workers.map(rules, rule -> TextRules.found(rule, subject)).stream()
                            .map(found -> found.stream()
                                    .filter(diagnostic -> edition.getValue()
                                            .tongues()
                                            .translations()
                                            .containsKey(
                                                    diagnostic.place().file().path()))
                                    .toList());
                })
                .toList();
    }

    void check(Consumer<Diagnostic> report) {
        PlaybookSettings settings = content.settings();
        Map<String, SourceFile> first = new HashMap<>();
        for (Content.Translation translation : content.translations()) {
            SourceFile file = translation.file();
            SourceFile twin =
                    first.putIfAbsent(translation.language() + " " + translation.original(), translation.file());
            Entry original = originals.get(translation.original());
            if (!settings.languages().contains(translation.language())
                    || settings.language().equals(translation.language())) {
                report.accept(noEdition(translation, settings));
            } else if (original == null && !data.contains(translation.original())) {
                report.accept(Diagnostic.of(
                                RuleCode.TRANSLATION_ORPHAN,
                                file.whole(),
                                "there is no " + translation.original() + " that this could translate")
                        .effect(NOTHING)
                        .remedy("call it as the file that it translates, with ." + translation.language()
                                + " before the ending; or write the original first"));
            } else if (twin != null) {
                report.accept(Diagnostic.of(
                                RuleCode.TRANSLATION_TWICE,
                                file.whole(),
                                twin.path() + " translates " + translation.original() + " already")
                        .effect(NOTHING)
                        .remedy("put the two together, and take one of the files away"));
            } else if (original != null && translation.entry().isPresent()) {
                new TranslatedText(
                                original,
                                translation,
                                content.model(),
                                names.apply(settings.language()),
                                names.apply(translation.language()))
                        .check(report);
            } else {
                TranslatedData.of(content, translation).ifPresent(found -> data(translation, found, report));
            }
        }
    }

    private static Diagnostic noEdition(Content.Translation translation, PlaybookSettings settings) {
        String language = translation.language();
        boolean own = settings.language().equals(language);
        return Diagnostic.of(
                        RuleCode.TRANSLATION_LANGUAGE,
                        translation.file().whole(),
                        own
                                ? "the playbook is written in " + language + ", so nothing is translated into it"
                                : "the playbook has no edition in " + language)
                .effect(NOTHING)
                .remedy(
                        own
                                ? "put what is better here into " + translation.original() + ", and take this file away"
                                : "add it to a line of playbook.yml: "
                                        + Fields.Playbook.LANGUAGES.line("["
                                                + Stream.concat(settings.languages().stream(), Stream.of(language))
                                                        .collect(Collectors.joining(", "))
                                                + "]"));
    }

    private static void data(Content.Translation translation, TranslatedData found, Consumer<Diagnostic> report) {
        found.facts().forEach(key -> report.accept(TranslatedText.fact(translation, key)));
        for (Located<String> name : found.unknown()) {
            Diagnostic advice = Diagnostic.of(
                            RuleCode.TRANSLATION_UNKNOWN,
                            translation.file().at(name.span()),
                            "there is no \"" + name.value() + "\" in " + translation.original())
                    .effect("nothing of what is said of it here")
                    .remedy("write it as it stands in " + translation.original() + ", or take it out");
            report.accept(
                    Closest.to(name.value(), found.known()).map(advice::meant).orElse(advice));
        }
    }
}
