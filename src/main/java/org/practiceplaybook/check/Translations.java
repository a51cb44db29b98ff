package org.practiceplaybook.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.FrontMatter;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.TranslatedData;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.work.Workers;
import org.practiceplaybook.yaml.Yaml;

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
                beside(original, translation, translation.entry().get(), report);
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

    private void beside(Entry original, Content.Translation translation, Entry words, Consumer<Diagnostic> report) {
        SourceFile file = translation.file();
        if (original instanceof Practice practice && practice.state() == State.DRAFT) {
            report.accept(Diagnostic.of(
                            RuleCode.TRANSLATION_DRAFT,
                            file.whole(),
                            "this translates a draft, " + translation.original())
                    .effect("neither of the two")
                    .remedy("wait with it until readers may see the original, for much may change"));
        }
        FieldValues.otherFacts(original, words, content.model()).forEach(key -> report.accept(fact(translation, key)));
        mark(original, translation, report);
        sections(original, translation, words, report);
    }

    private static Diagnostic fact(Content.Translation translation, Located<String> key) {
        return Diagnostic.of(
                        RuleCode.TRANSLATION_FACT,
                        translation.file().at(key.span()),
                        key.value() + " is not as in " + translation.original())
                .effect("the original's, in every language")
                .remedy("take the line out, or change it in " + translation.original());
    }

    private static void data(Content.Translation translation, TranslatedData found, Consumer<Diagnostic> report) {
        found.facts().forEach(key -> report.accept(fact(translation, key)));
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

    private void mark(Entry original, Content.Translation translation, Consumer<Diagnostic> report) {
        SourceFile file = translation.file();
        String now = FieldValues.meaning(original, content.model());
        if (translation.translates().isEmpty()) {
            FrontMatter front = FrontMatter.read(file);
            Optional<Yaml.Entry> written = front.mapping().entry(Fields.TRANSLATES.key());
            boolean empty = written.filter(
                            entry -> file.slice(entry.value().span()).isBlank())
                    .isPresent();
            if (written.isPresent() && !empty) {
                return; // another rule says what is amiss with it
            }
            String line = Fields.TRANSLATES.line(now);
            Diagnostic advice = Diagnostic.of(
                            RuleCode.TRANSLATES_MISSING,
                            file.whole(),
                            "it is not said which state of " + translation.original() + " this translates")
                    .effect("no note when the original changes")
                    .remedy((empty ? "write it behind the colon: " : "add a line between the --- lines: ") + line);
            int begin = front.lines().start();
            if (empty) {
                report.accept(advice.edit(
                        new Edit(file.lineAt(written.get().key().span().start()), line)));
            } else {
                report.accept(front.present() ? advice.edit(new Edit(new Span(begin, begin), line + "\n")) : advice);
            }
            return;
        }
        Located<String> mark = translation.translates().get();
        if (!mark.value().equals(now)) {
            report.accept(Diagnostic.of(
                            RuleCode.TRANSLATION_OLD,
                            file.at(mark.span()),
                            translation.original() + " has changed since it was translated")
                    .effect("a note that the original has changed since")
                    .remedy("bring the text up to date, and then run: playbook check --fix --translated " + file.path())
                    .edit(new Edit(mark.span(), now)));
        }
    }

    private void sections(Entry original, Content.Translation translation, Entry words, Consumer<Diagnostic> report) {
        Map<SectionKind, Heading> missing = new LinkedHashMap<>();
        kinds(original, content.settings().language()).forEach(missing::putIfAbsent);
        if (words.body().isBlank() && !original.body().isBlank()) {
            report.accept(section(translation, "the text is missing", "title and summary, and no text"));
            return;
        }
        missing.keySet().removeAll(kinds(words, translation.language()).keySet());
        if (!missing.isEmpty()) {
            String listed = missing.values().stream()
                    .map(heading -> "\"" + heading.text() + "\"")
                    .collect(Collectors.joining(", "));
            report.accept(section(
                    translation,
                    (missing.size() == 1 ? "a section" : missing.size() + " sections") + " of " + translation.original()
                            + (missing.size() == 1 ? " is" : " are") + " missing: " + listed,
                    "the text without " + (missing.size() == 1 ? "it" : "them")));
        }
    }

    private Map<SectionKind, Heading> kinds(Entry entry, String language) {
        Map<SectionKind, Heading> kinds = new LinkedHashMap<>();
        for (Section section : Section.of(entry.body(), names.apply(language))) {
            section.heading()
                    .filter(heading -> section.kind() != SectionKind.OTHER)
                    .ifPresent(heading -> kinds.putIfAbsent(section.kind(), heading));
        }
        return kinds;
    }

    private Diagnostic section(Content.Translation translation, String message, String effect) {
        Optional<Span> title = translation.entry().map(entry -> entry.title().span());
        return Diagnostic.of(RuleCode.TRANSLATION_SECTION, translation.file().at(title.orElse(Span.NONE)), message)
                .effect(effect)
                .remedy("translate what is missing, under the names that sections have in " + translation.language());
    }
}
