package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.check.FutureDates;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/**
 * Where a playbook and its theme are.
 *
 * @param content the content folder
 * @param written the content folder as the user named it
 * @param theme a folder whose files go before the theme in the jar
 */
record PlaybookFolders(Path content, String written, Optional<Path> theme) {

    static void addTo(Options options) {
        options.addOption(Verb.value("content", "DIR", "the content folder (content)"));
        options.addOption(Verb.value("theme", "DIR", "files that replace files of the theme (theme, if there is one)"));
    }

    /** A content folder that something is written into, which need not be there yet. */
    static PlaybookFolders into(CommandLine line, Console console) {
        String written = line.getOptionValue("content", "content");
        Path content = console.path(written);
        if (Files.exists(content) && !Files.isDirectory(content)) {
            throw new UsageProblem(written + " is a file; choose a folder with --content");
        }
        return new PlaybookFolders(content, written, Optional.empty());
    }

    /** A playbook in a folder, where its content usually is and its theme may be. */
    static PlaybookFolders below(Path folder) {
        Optional<Path> theme = Optional.of(folder.resolve("theme")).filter(Files::isDirectory);
        return new PlaybookFolders(folder.resolve("content"), "content", theme);
    }

    static PlaybookFolders of(CommandLine line, Console console) {
        String written = line.getOptionValue("content", "content");
        Path content = console.path(written);
        if (!Files.isDirectory(content)) {
            String hint = line.hasOption("content") ? "" : "; make one with: playbook init .";
            throw new UsageProblem("there is no folder \"" + written + "\" to read the playbook from" + hint);
        }
        Optional<Path> theme = Optional.empty();
        if (line.hasOption("theme")) {
            Path folder = console.path(line.getOptionValue("theme"));
            if (!Files.isDirectory(folder)) {
                throw new UsageProblem(
                        "there is no folder \"" + line.getOptionValue("theme") + "\" to read the theme from");
            }
            theme = Optional.of(folder);
        } else if (Files.isDirectory(console.path("theme"))) {
            theme = Optional.of(console.path("theme"));
        }
        return new PlaybookFolders(followed(content), written, theme);
    }

    /** Links within the folder are not followed; the folder itself is what its owner named. */
    private static Path followed(Path folder) {
        try {
            return Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            throw MachineRefused.because("read " + folder, e);
        }
    }

    /** The theme in a language. */
    Theme theme(String language) {
        return Theme.of(Theme.files(theme), language);
    }

    /** The words of the theme in a language. */
    Words words(String language) {
        return Words.of(Theme.files(theme), language);
    }

    /** The whole playbook today, at the place on the web that its settings or its host name. */
    Content read(ContentFolder folder, Workers workers) {
        Content read = folder.read(workers);
        PlaybookSettings settings = hosting().settings(read.settings());
        PartialDate today =
                PartialDate.parse(LocalDate.now(ZoneOffset.UTC).toString()).orElseThrow();
        Stream<Diagnostic> future = Stream.of(read.attempts(), read.practices())
                .flatMap(List::stream)
                .flatMap(entry -> FutureDates.of((Entry) entry, today).stream());
        return read.with(
                settings,
                Stream.concat(Hosting.advice(settings, read.diagnostics()).stream(), future)
                        .toList());
    }

    /** What hosts this playbook. */
    Hosting hosting() {
        return new Hosting(System::getenv, () -> GitHistory.remote(content));
    }

    /** Put before the path of a file within the content folder, for messages. */
    String prefix() {
        String plain = written.replace('\\', '/').replaceAll("^\\./", "");
        return plain.isEmpty() || plain.equals(".") ? "" : plain.endsWith("/") ? plain : plain + "/";
    }

    /** Where the content folder is in its repository: from the folder that holds .git, or else its own name. */
    String pathInRepository() {
        Path absolute = content.toAbsolutePath().normalize();
        for (Path at = absolute; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at.relativize(absolute).toString().replace(java.io.File.separatorChar, '/');
            }
        }
        return absolute.getFileName() == null ? "" : absolute.getFileName().toString();
    }
}
