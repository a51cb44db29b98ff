package org.practiceplaybook.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.FrontMatter;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Yaml;

/**
 * A translated entry beside its original. Runs in a form as it does in the build.
 *
 * @param translation with an entry
 * @param model of the playbook
 * @param names of sections in the original's language
 * @param own names of sections in the translation's
 */
public record TranslatedText(
        Entry original, Content.Translation translation, Model model, SectionNames names, SectionNames own) {

    /** Says what the translation says that is the original's to say, and what it leaves out. */
    public void check(Consumer<Diagnostic> report) {
        SourceFile file = translation.file();
        Entry words = translation.entry().orElseThrow();
        if (original instanceof Practice practice && practice.state() == State.DRAFT) {
            report.accept(Diagnostic.of(
                            RuleCode.TRANSLATION_DRAFT,
                            file.whole(),
                            "this translates a draft, " + translation.original())
                    .effect("neither of the two")
                    .remedy("wait with it until readers may see the original, for much may change"));
        }
        FieldValues.otherFacts(original, words, model).forEach(key -> report.accept(fact(translation, key)));
        mark(report);
        sections(words, report);
    }

    /** The error that a translation gives a fact otherwise. */
    static Diagnostic fact(Content.Translation translation, Located<String> key) {
        return Diagnostic.of(
                        RuleCode.TRANSLATION_FACT,
                        translation.file().at(key.span()),
                        key.value() + " is not as in " + translation.original())
                .effect("the original's, in every language")
                .remedy("take the line out, or change it in " + translation.original());
    }

    private void mark(Consumer<Diagnostic> report) {
        SourceFile file = translation.file();
        String now = FieldValues.meaning(original, model);
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

    private void sections(Entry words, Consumer<Diagnostic> report) {
        Map<SectionKind, Heading> missing = new LinkedHashMap<>();
        kinds(original, names).forEach(missing::putIfAbsent);
        if (words.body().isBlank() && !original.body().isBlank()) {
            report.accept(section("the text is missing", "title and summary, and no text"));
            return;
        }
        missing.keySet().removeAll(kinds(words, own).keySet());
        if (!missing.isEmpty()) {
            String listed = missing.values().stream()
                    .map(heading -> "\"" + heading.text() + "\"")
                    .collect(Collectors.joining(", "));
            report.accept(section(
                    (missing.size() == 1 ? "a section" : missing.size() + " sections") + " of " + translation.original()
                            + (missing.size() == 1 ? " is" : " are") + " missing: " + listed,
                    "the text without " + (missing.size() == 1 ? "it" : "them")));
        }
    }

    private static Map<SectionKind, Heading> kinds(Entry entry, SectionNames names) {
        Map<SectionKind, Heading> kinds = new LinkedHashMap<>();
        for (Section section : Section.of(entry.body(), names)) {
            section.heading()
                    .filter(heading -> section.kind() != SectionKind.OTHER)
                    .ifPresent(heading -> kinds.putIfAbsent(section.kind(), heading));
        }
        return kinds;
    }

    private Diagnostic section(String message, String effect) {
        Optional<Span> title = translation.entry().map(entry -> entry.title().span());
        return Diagnostic.of(RuleCode.TRANSLATION_SECTION, translation.file().at(title.orElse(Span.NONE)), message)
                .effect(effect)
                .remedy("translate what is missing, under the names that sections have in " + translation.language());
    }
}
