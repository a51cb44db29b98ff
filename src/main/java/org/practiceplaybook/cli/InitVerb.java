package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.history.NewRepository;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.upgrade.JarCache;
import org.practiceplaybook.upgrade.Program;
import org.practiceplaybook.work.MachineRefused;

/** {@code playbook init}: a playbook to start from. Overwrites nothing. */
final class InitVerb implements Verb {
    private static final String VENDORED = "vendored";

    /** What can be said of the playbook beforehand. */
    private static final Map<Field<?>, String> SETTINGS = settings();

    /** What an empty playbook wants from its people. */
    private static final List<String> FIRST = List.of(
            "content/playbook.yml: the line under the name, the licence, an address for e-mail",
            "content/pages/about.md: who keeps this playbook, and for whom",
            "content/taxonomy/challenges.yml: what brings people here, in their words",
            "the first practice: ./playbook new practice \"Its title\", or the form \"Write a practice\" on the site");

    private final UnaryOperator<String> environment;
    private final Supplier<Optional<Path>> running;

    InitVerb() {
        this(System::getenv, Bundled::jar);
    }

    /**
     * Makes it for a machine.
     *
     * @param environment its variables; null for one that is not set
     * @param running the jar that runs; empty where none does
     */
    InitVerb(UnaryOperator<String> environment, Supplier<Optional<Path>> running) {
        this.environment = environment;
        this.running = running;
    }

    private static Map<Field<?>, String> settings() {
        Map<Field<?>, String> settings = new LinkedHashMap<>();
        settings.put(Fields.Playbook.PLAYBOOK_NAME, "what it is called");
        settings.put(Fields.Playbook.ADDRESS, "where it will be on the web");
        settings.put(Fields.Playbook.REPOSITORY, "where its texts are kept (where git or the host says so, that)");
        settings.put(
                Fields.Playbook.LANGUAGE,
                "the language that it is written in: " + String.join(", ", Words.languages(Bundled.theme())));
        return settings;
    }

    @Override
    public String name() {
        return "init";
    }

    @Override
    public String purpose() {
        return "make a new playbook in a folder";
    }

    @Override
    public String usage() {
        return "init DIR [--empty] [--name NAME] [--address URL] [--repository URL] [--language fr] [--vendored]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Verb.flag("empty", "without the practices of the starter"));
        options.addOption(Verb.flag(VENDORED, "put the program into the repository, so that nobody has to fetch it"));
        SETTINGS.forEach((field, meaning) ->
                options.addOption(Verb.value(field.key(), field.key().toUpperCase(Locale.ROOT), meaning)));
        return options;
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() != 1) {
            throw new UsageProblem("say where: playbook init DIR, for example playbook init my-playbook");
        }
        String written = line.getArgList().get(0);
        Path folder = console.path(written);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageProblem(written + " is a file; name a folder");
        }
        if (Files.exists(folder.resolve("content"))) {
            throw new UsageProblem(written + " has a folder \"content\" already; nothing was changed");
        }
        boolean empty = line.hasOption("empty");
        String language = said(line, Fields.Playbook.LANGUAGE).orElse(Starter.LANGUAGE);
        Map<String, byte[]> content = empty ? Starter.empty(language) : Starter.whole(language);
        content.computeIfPresent(Starter.SETTINGS, (path, bytes) -> Starter.settings(bytes, values(line, folder)));
        List<String> spoken = Words.languages(Bundled.theme());
        if (LanguageTag.names(language).stream().noneMatch(spoken::contains)) {
            throw new UsageProblem("there are no words of the interface in \"" + language + "\"; there are "
                    + String.join(", ", spoken) + ", and theme/README.md says how to add one");
        }
        Map<String, byte[]> files = new TreeMap<>();
        content.forEach((path, bytes) -> files.put("content/" + path, bytes));
        files.putAll(Bundled.repository(language));
        Optional<Path> jar = running.get();
        files.putAll(jar.map(program -> wrapper(program, line.hasOption(VENDORED)))
                .orElse(Map.of(Program.FILE, Program.NONE_YET.getBytes(StandardCharsets.UTF_8))));
        List<String> kept = write(folder, files);
        if (!language.equals(Starter.LANGUAGE)) {
            SchemaVerb.write(PlaybookFolders.below(folder), folder.resolve(SchemaVerb.PLACE));
        }
        console.say("A playbook is in " + written + ": " + (files.size() - kept.size()) + " files.");
        kept.forEach(path -> console.say("Kept as it was: " + path));
        console.say(
                switch (NewRepository.in(folder)) {
                    case COMMITTED -> "They are committed in a new git repository, ready to be pushed.";
                    case STAGED ->
                        "A new git repository waits for its first commit: git commit -m \"Begin the playbook\"";
                    case INSIDE_ANOTHER ->
                        "They lie in a git repository that was there already; nothing is committed yet.";
                    case WITHOUT_GIT -> "There is no git here, so it is a folder and no repository yet.";
                });
        if (jar.isEmpty()) {
            console.say(
                    "This program runs from no jar, so the launcher ./playbook finds none yet. Give it one, there: java -jar"
                            + " practice-playbook.jar upgrade --apply");
        }
        if (jar.isPresent() && !line.hasOption(VENDORED) && Version.releases().isEmpty()) {
            console.say(
                    "This program was built from its sources and never released. It is kept for you on this machine;"
                            + " others, and the workflows, cannot fetch it. Put it into the repository for them"
                            + " (./playbook upgrade --vendored --apply), or bring the playbook to a released version"
                            + " (./playbook upgrade FILE --apply).");
        }
        if (empty) {
            console.say("Write first:");
            FIRST.forEach(step -> console.say("- " + step));
        }
        if (!language.equals(Starter.LANGUAGE) && !(empty && Starter.speaks(language))) {
            console.say("The interface speaks \"" + language + "\". The texts in content/ are in English still"
                    + (Starter.speaks(language) ? "; with --empty they are not" : "") + ".");
        }
        String in = folder.equals(console.path(".")) || written.equals(".") ? "" : "cd " + written + ", then ";
        console.say("Next: " + in
                + "./playbook serve. Its name and address stand in content/playbook.yml; README.md says how to"
                + " put it on the web.");
        return Exit.DONE;
    }

    /** The value of a setting's option; of a language its code as others write it, where it is one. */
    private static Optional<String> said(CommandLine line, Field<?> field) {
        Optional<String> said = Optional.ofNullable(line.getOptionValue(field.key()));
        return field == Fields.Playbook.LANGUAGE
                ? said.map(tag -> LanguageTag.of(tag).orElse(tag))
                : said;
    }

    /** What is said of the playbook by the options, or of its places by git and the host. */
    private static Map<Field<?>, String> values(CommandLine line, Path folder) {
        Map<Field<?>, String> values = new LinkedHashMap<>();
        Hosting hosting = new Hosting(System::getenv, () -> GitHistory.remote(folder));
        PlaybookSettings known = hosting.settings(PlaybookSettings.DEFAULT);
        known.address().ifPresent(address -> values.put(Fields.Playbook.ADDRESS, address.toString()));
        known.repository().ifPresent(repository -> values.put(Fields.Playbook.REPOSITORY, repository.toString()));
        for (Field<?> field : SETTINGS.keySet()) {
            said(line, field).ifPresent(value -> values.put(field, value));
        }
        return values;
    }

    /** What finds the program again: its version and sum, and the program itself in the repository or in the user's cache. */
    private Map<String, byte[]> wrapper(Path jar, boolean vendored) {
        Program program = new Program(Version.current(), JarCache.sum(jar));
        Map<String, byte[]> files = new TreeMap<>();
        files.put(Program.FILE, program.file(Version.releases()).getBytes(StandardCharsets.UTF_8));
        if (vendored) {
            files.put(program.vendored(), read(jar));
        } else {
            JarCache.of(environment, Path.of(System.getProperty("user.home"))).keep(jar, program.sum());
        }
        return files;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    private static List<String> write(Path folder, Map<String, byte[]> files) {
        List<String> kept = new ArrayList<>();
        files.forEach((path, bytes) -> {
            Path file = folder.resolve(path);
            try {
                if (Files.exists(file)) {
                    kept.add(path);
                    return;
                }
                Files.createDirectories(file.getParent());
                Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
                if (path.equals("playbook")) {
                    file.toFile().setExecutable(true, false);
                }
            } catch (IOException e) {
                throw MachineRefused.because("write " + file, e);
            }
        });
        return kept;
    }
}
