package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.PortableName;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.schema.EntryTemplate;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;
import org.practiceplaybook.yaml.Scalars;

/** {@code playbook new}: a file to fill in, with the terms to choose from. */
final class NewVerb implements Verb {
    private static final String TRANSLATION = "translation";
    private static final Map<String, String> FOLDERS =
            Map.of("practice", "practices", "attempt", "attempts", "pathway", "pathways", "page", "pages");

    @Override
    public String name() {
        return "new";
    }

    @Override
    public String purpose() {
        return "begin a practice, attempt, pathway, page or translation";
    }

    @Override
    public String usage() {
        return "new practice|attempt|pathway|page \"Title\" | translation NAME LANGUAGE [--content DIR]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Verb.value("content", "DIR", "the content folder (content)"));
        return options;
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    @Override
    public int run(CommandLine line, Console console) {
        List<String> words = line.getArgList();
        if (words.size() < 2) {
            throw new UsageProblem("say what to begin and its title: playbook " + usage());
        }
        String kind = words.get(0);
        if (kind.equals(TRANSLATION)) {
            if (words.size() != 3) {
                throw new UsageProblem("say what to translate and into which language: playbook new translation"
                        + " know-your-role fr");
            }
            NewTranslation.write(words.get(1), words.get(2), PlaybookFolders.of(line, console), console);
            return Exit.DONE;
        }
        String folder = FOLDERS.get(kind);
        if (folder == null) {
            String meant = Closest.to(
                            kind,
                            Stream.concat(FOLDERS.keySet().stream(), Stream.of(TRANSLATION))
                                    .toList())
                    .map(near -> ", did you mean " + near + "?")
                    .orElse("");
            throw new UsageProblem(
                    "there is nothing called \"" + kind + "\" to begin" + meant + "; use: playbook " + usage());
        }
        String title = String.join(" ", words.subList(1, words.size())).strip();
        String slug = PortableName.renamed(Slug.of(title));
        if (slug.isEmpty()) {
            throw new UsageProblem("a title needs at least one letter");
        }
        if (Slug.isTooLong(slug)) {
            throw new UsageProblem("this title is too long for the name of a file; begin with a few words of it");
        }
        PlaybookFolders source = PlaybookFolders.of(line, console);
        Path file = source.content().resolve(folder).resolve(slug + ".md");
        write(file, filled(kind, title, slug, source), "give the new one another title");
        console.say("Begun: " + source.prefix() + folder + "/" + slug + ".md");
        console.say(
                kind.equals("practice")
                        ? "It is a draft until you take out the line \"" + Fields.STATE.line(State.DRAFT.key())
                                + "\". See it with: playbook serve"
                        : "See it with: playbook serve");
        return Exit.DONE;
    }

    /** @param otherwise what to do where there is such a file */
    static void write(Path file, String text, String otherwise) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UsageProblem(file + " is there already; " + otherwise);
        } catch (IOException e) {
            throw MachineRefused.because("write " + file, e);
        }
    }

    private static String filled(String kind, String title, String slug, PlaybookFolders source) {
        ContentFolder folder = ContentFolder.open(source.content());
        Content content = folder.read(Workers.ofThisMachine());
        if (kind.equals("practice")) {
            content.practices().stream()
                    .filter(practice -> practice.aka().stream()
                            .anyMatch(name -> Slug.of(name.value()).equals(slug)))
                    .findFirst()
                    .ifPresent(practice -> {
                        throw new UsageProblem("\"" + practice.title().value() + "\" ("
                                + practice.file().path() + ") has that name under " + Fields.AKA.key()
                                + ", and links lead to it; give the new one another title");
                    });
        }
        Words words = source.words(folder.language());
        Map<String, String> values = new HashMap<>();
        for (Taxonomy taxonomy : content.model().taxonomies()) {
            String slugs = content.terms().stream()
                    .filter(term -> term.taxonomy().equals(taxonomy))
                    .map(Term::slug)
                    .collect(Collectors.joining(", "));
            values.put(taxonomy.key(), slugs.isEmpty() ? words.get("new.none") : slugs);
        }
        List<String> practices = content.practices().stream()
                .filter(practice -> practice.state() == State.LIVE)
                .map(Practice::slug)
                .limit(2)
                .toList();
        String first = practices.isEmpty() ? "its-file-name" : practices.get(0);
        values.put("title", Scalars.of(title));
        values.put("practice", first);
        values.put("other", practices.size() < 2 ? first : practices.get(1));
        return EntryTemplate.of(kind, content.model(), words, values);
    }
}
