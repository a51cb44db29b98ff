package org.practiceplaybook.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.history.GitProblem;
import org.practiceplaybook.history.GitRepository;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.work.MachineRefused;

/** What changed in originals since they were translated: git has the texts of that time, each found by its meaning. */
final class FormerOriginals {
    /** Of more, each of which may take git some hundred questions, nobody is told what changed. */
    private static final int MOST = 30;

    private FormerOriginals() {}

    /**
     * What changed, by the path of the translation; nothing of what git does not have.
     *
     * @param folder of the content
     */
    static Map<String, FieldValues.Changed> of(Path folder, Content content) {
        Map<String, Entry> entries = content.entries()
                .collect(Collectors.toMap(entry -> entry.file().path(), Function.identity(), (one, two) -> one));
        List<Content.Translation> old = content.translations().stream()
                .filter(translation -> translation.entry().isPresent()
                        && entries.containsKey(translation.original())
                        && translation
                                .translates()
                                .filter(mark -> !mark.value()
                                        .equals(FieldValues.meaning(
                                                entries.get(translation.original()), content.model())))
                                .isPresent())
                .limit(MOST)
                .toList();
        Map<String, FieldValues.Changed> changed = new LinkedHashMap<>();
        if (old.isEmpty()) {
            return changed;
        }
        try (GitRepository repository = GitRepository.holding(folder)) {
            QuotationMarks marks = QuotationMarks.of(content.settings().language());
            TextReader reader = TextReader.ofOneText(Markdown.plain(marks), marks, content.model());
            for (Content.Translation translation : old) {
                String mark = translation.translates().map(Located::value).orElseThrow();
                former(repository, reader, translation.original(), mark, content)
                        .ifPresent(before -> changed.put(
                                translation.file().path(),
                                FieldValues.changed(before, entries.get(translation.original()), content.model())));
            }
        } catch (GitProblem | MachineRefused e) {
            // without git it is known that something changed, and not what
        }
        return changed;
    }

    private static Optional<Entry> former(
            GitRepository repository, TextReader reader, String path, String mark, Content content) {
        AtomicReference<Entry> found = new AtomicReference<>();
        repository.since(path, text -> {
            Optional<Entry> before = reader.read(path, text)
                    .entry()
                    .filter(entry -> FieldValues.meaning(entry, content.model()).equals(mark));
            before.ifPresent(entry -> found.compareAndSet(null, entry));
            return before.isPresent();
        });
        return Optional.ofNullable(found.get());
    }

    /** Findings that say of a translation what has changed since. */
    static List<Diagnostic> told(List<Diagnostic> found, Map<String, FieldValues.Changed> changed) {
        return found.stream()
                .map(one -> {
                    FieldValues.Changed what = changed.get(one.place().file().path());
                    return one.rule() != RuleCode.TRANSLATION_OLD || what == null ? one : one.label(text(what));
                })
                .toList();
    }

    private static String text(FieldValues.Changed what) {
        return "changed: "
                + Stream.concat(
                                what.fields().stream(),
                                what.headings().stream()
                                        .map(heading -> heading.isEmpty()
                                                ? "what stands before the first heading"
                                                : "\"" + heading + "\""))
                        .collect(Collectors.joining(", "));
    }
}
