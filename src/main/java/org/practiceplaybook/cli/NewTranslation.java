package org.practiceplaybook.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.FrontMatter;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Edits;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.work.Workers;
import org.practiceplaybook.yaml.Yaml;

/** {@code playbook new translation}: a file beside an entry that holds its words, to be said in another language. */
final class NewTranslation {
    private NewTranslation() {}

    /**
     * Writes the file.
     *
     * @param name of the entry: its short name, or its path with or without folder and end
     */
    static void write(String name, String written, PlaybookFolders source, Console console) {
        ContentFolder folder = ContentFolder.open(source.content());
        Content content = folder.read(Workers.ofThisMachine());
        String language = language(written, content);
        Entry original = named(name, content);
        String path = LanguageTag.file(original.file().path(), language);
        Path file = source.content().resolve(path);
        NewVerb.write(
                file,
                text(
                        original,
                        content.model(),
                        source.words(content.settings().language()).sections(),
                        source.words(language).sections()),
                "go on in that file");
        console.say("Begun: " + source.prefix() + path);
        console.say("It holds the words of the original: say them in " + language
                + ". Facts such as times and terms stay there. See it with: playbook serve");
    }

    private static String language(String written, Content content) {
        List<String> languages = content.settings().languages();
        String language = LanguageTag.of(written)
                .orElseThrow(() -> new UsageProblem("\"" + written + "\" is no language; write its code, such as fr"));
        if (language.equals(languages.get(0))) {
            throw new UsageProblem("the playbook is written in " + language + " already");
        }
        if (!languages.contains(language)) {
            List<String> all = new ArrayList<>(languages);
            all.add(language);
            throw new UsageProblem(
                    "the playbook has no edition in " + language + " yet; first write into playbook.yml: "
                            + Fields.Playbook.LANGUAGES.line("[" + String.join(", ", all) + "]"));
        }
        return language;
    }

    private static Entry named(String name, Content content) {
        String plain = name.replace('\\', '/').replaceFirst("\\.(md|markdown)$", "");
        List<Entry> found = content.entries()
                .filter(entry -> entry.slug().equals(plain)
                        || withoutEnd(entry.file().path()).equals(plain)
                        || entry.file().path().equals(name))
                .toList();
        if (found.isEmpty()) {
            String meant = Closest.to(plain, content.entries().map(Entry::slug).toList())
                    .map(near -> ", did you mean " + near + "?")
                    .orElse("");
            throw new UsageProblem("there is nothing called \"" + name + "\" to translate" + meant);
        }
        if (found.size() > 1) {
            throw new UsageProblem("several texts are called \"" + name + "\"; write one of "
                    + String.join(
                            ", ",
                            found.stream().map(entry -> entry.file().path()).toList()));
        }
        return found.get(0);
    }

    private static String withoutEnd(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** The original's words, under the names that sections have in the language. */
    private static String text(Entry original, Model model, SectionNames names, SectionNames own) {
        SourceFile file = original.file();
        FrontMatter front = FrontMatter.read(file);
        StringBuilder text = new StringBuilder("---\n");
        for (Field<?> field : model.ofEntries().get(FieldValues.kind(original))) {
            // other names of the original are kept in every language
            if (field.wording() == Field.Wording.WORDS) {
                written(file, front, field).ifPresent(text::append);
            }
        }
        text.append(Fields.TRANSLATES.line(FieldValues.meaning(original, model)))
                .append("\n---\n");
        List<Edit> headings = new ArrayList<>();
        for (Heading heading : original.body().headings()) {
            SectionKind kind = names.kind(heading.text());
            String usual = own.usual(kind);
            String line = file.slice(heading.span());
            if (kind != SectionKind.OTHER && !usual.isEmpty() && line.contains(heading.text())) {
                headings.add(new Edit(heading.span(), line.replace(heading.text(), usual)));
            }
        }
        String whole = Edits.apply(file.text(), Edits.apart(headings));
        return text + whole.substring(front.bodyStart());
    }

    /** The lines of a key as they stand. */
    private static Optional<String> written(SourceFile file, FrontMatter front, Field<?> field) {
        List<Yaml.Entry> entries = front.mapping().entries();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().value().equals(field.key())) {
                int start = file.lineAt(entries.get(i).key().span().start()).start();
                int end = i + 1 < entries.size()
                        ? file.lineAt(entries.get(i + 1).key().span().start()).start()
                        : front.lines().end();
                return Optional.of(
                        file.slice(new Span(start, Math.max(start, end))).stripTrailing() + "\n");
            }
        }
        return Optional.empty();
    }
}
