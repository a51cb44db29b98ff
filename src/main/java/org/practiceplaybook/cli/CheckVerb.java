package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.check.Baseline;
import org.practiceplaybook.check.Mending;
import org.practiceplaybook.check.OnlyDrafts;
import org.practiceplaybook.check.Removals;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.history.ChangedFiles;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.history.GitProblem;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteChecks;
import org.practiceplaybook.report.Findings;
import org.practiceplaybook.report.GithubReport;
import org.practiceplaybook.report.GitlabReport;
import org.practiceplaybook.report.Grouping;
import org.practiceplaybook.report.JsonReport;
import org.practiceplaybook.report.SarifReport;
import org.practiceplaybook.report.TextReport;
import org.practiceplaybook.report.UnifiedDiff;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.ScratchFolder;
import org.practiceplaybook.work.Workers;

/**
 * {@code playbook check}: what is wrong and what could be better, without making the site. What a program reads goes to the
 * standard output; what a person reads goes to the other one, as of {@code playbook build}.
 */
final class CheckVerb implements Verb {
    private static final List<String> FORMATS = List.of("text", "github", "gitlab", "sarif", "json");

    private static final String TRANSLATED = "translated";

    private static final String BY = "by";

    /** A playbook and what was found in it. */
    private record Seen(Library library, List<Diagnostic> found) {}

    private final UnaryOperator<String> environment;

    CheckVerb() {
        this(System::getenv);
    }

    CheckVerb(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String purpose() {
        return "look for errors in the content, and give advice";
    }

    @Override
    public String usage() {
        return "check [--content DIR] [--format text|github|gitlab|sarif|json] [--changed-since REV]"
                + " [--by author|rule|field] [--fix] [--translated FILE] [--strict]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Verb.value("content", "DIR", "the content folder (content)"));
        options.addOption(Verb.value("format", "FORMAT", "text, github, gitlab, sarif or json (text)"));
        options.addOption(Verb.value(
                "changed-since", "REV", "only what is new since this branch, tag or commit counts as an error"));
        options.addOption(
                Verb.value(BY, "WHAT", "put what is found together by author, rule or field, to share it out"));
        options.addOption(Verb.flag("fix", "show what can be mended without guessing, and mend it"));
        options.addOption(Verb.value(
                TRANSLATED, "FILE", "with --fix: this translation, or all of them, says what its original says today"));
        options.addOption(Verb.flag("strict", "advice counts as errors"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        PlaybookFolders source = PlaybookFolders.of(line, console);
        String format = format(line);
        Optional<Grouping> by = grouping(line, format);
        if (line.hasOption(TRANSLATED) && !line.hasOption("fix")) {
            throw new UsageProblem("--translated changes files, so it goes together with --fix");
        }
        Workers workers = Workers.ofThisMachine();
        try (Progress progress = new Progress(console)) {
            progress.stage("Checking");
            Optional<ChangedFiles> change = change(line, source);
            History history = GitHistory.of(source.content());
            Seen seen = check(source, change, history, workers);
            if (line.hasOption("fix")) {
                progress.stage("Mending");
                int mended = mend(source, ours(seen.found(), change), console, workers);
                if (line.hasOption(TRANSLATED)) {
                    seen = mended > 0 ? check(source, change, history, workers) : seen;
                    mended += renew(source, seen.found(), line.getOptionValue(TRANSLATED), console);
                }
                console.warn(
                        mended == 0
                                ? "Nothing to mend without guessing."
                                : "Mended " + mended + (mended == 1 ? " file." : " files."));
                seen = mended > 0 ? check(source, change, history, workers) : seen;
            }
            Findings findings = findings(seen, source, change, history, line.hasOption("strict"), workers);
            Map<String, List<String>> authors = authors(seen.library(), history);
            List<Grouping.Group> groups = by.map(
                            what -> what.of(findings.fresh(), path -> authors.getOrDefault(path, List.of())))
                    .orElse(List.of());
            progress.stage("");
            change.flatMap(ChangedFiles::note).ifPresent(note -> console.warn("note: " + note));
            if (by.isPresent() && format.equals("text")) {
                console.out().print(new TextReport(source.prefix(), console.colour()).grouped(groups));
                console.say(findings.count());
            } else {
                tell(findings, groups, format, source, console);
            }
            return findings.hasErrors() ? Exit.CONTENT : Exit.DONE;
        }
    }

    private static String format(CommandLine line) {
        String format = line.getOptionValue("format", "text");
        if (!FORMATS.contains(format)) {
            String meant = Closest.to(format, FORMATS)
                    .map(near -> ", did you mean " + near + "?")
                    .orElse("; the formats are " + String.join(", ", FORMATS));
            throw new UsageProblem("there is no format \"" + format + "\"" + meant);
        }
        return format;
    }

    private static Optional<Grouping> grouping(CommandLine line, String format) {
        if (!line.hasOption(BY)) {
            return Optional.empty();
        }
        if (!format.equals("text") && !format.equals("json")) {
            throw new UsageProblem("--by goes together with the formats text and json");
        }
        String said = line.getOptionValue(BY);
        List<String> words = Stream.of(Grouping.values()).map(Grouping::word).toList();
        return Optional.of(Stream.of(Grouping.values())
                .filter(by -> by.word().equals(said))
                .findFirst()
                .orElseThrow(() -> new UsageProblem("there is no list by \"" + said + "\""
                        + Closest.to(said, words)
                                .map(near -> ", did you mean " + near + "?")
                                .orElse("; there are author, rule and field"))));
    }

    /** Who wrote each file: those whom it names, else those whom git knows. */
    private static Map<String, List<String>> authors(Library library, History history) {
        Map<String, List<String>> authors = new HashMap<>();
        history.files().forEach((path, file) -> authors.put(path, file.authors()));
        library.entries().forEach(entry -> {
            List<String> named = Stream.concat(library.writers(entry), library.sharer(entry).stream())
                    .toList();
            List<String> known = named.isEmpty() ? library.changers(entry).toList() : named;
            authors.put(entry.file().path(), known);
        });
        return authors;
    }

    private static Optional<ChangedFiles> change(CommandLine line, PlaybookFolders source) {
        if (!line.hasOption("changed-since")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ChangedFiles.since(source.content(), line.getOptionValue("changed-since")));
        } catch (GitProblem problem) {
            throw new UsageProblem(problem.getMessage());
        }
    }

    private static Seen check(PlaybookFolders source, Optional<ChangedFiles> change, History history, Workers workers) {
        ContentFolder folder = ContentFolder.open(source.content());
        CompletableFuture<Theme> theme = CompletableFuture.supplyAsync(() -> source.theme(folder.language()));
        Content content = source.read(folder, workers);
        Library library = Linker.link(content, history, false);
        Seen seen = new Seen(
                library,
                FormerOriginals.told(
                        SiteChecks.of(content, library, Joined.of(theme), workers),
                        FormerOriginals.of(source.content(), content)));
        if (change.isEmpty()) {
            return seen;
        }
        ChangedFiles files = change.get();
        List<Diagnostic> all = new ArrayList<>(Removals.told(content, files.removed(), files.renamed(), seen.found()));
        OnlyDrafts.of(content, files.touched(), files.removed()).ifPresent(all::add);
        all.sort(Diagnostic.ORDER);
        return new Seen(seen.library(), all);
    }

    private static Findings findings(
            Seen seen,
            PlaybookFolders source,
            Optional<ChangedFiles> change,
            History history,
            boolean strict,
            Workers workers) {
        List<Diagnostic> found = seen.found();
        if (change.isEmpty()) {
            return Findings.of(found, strict);
        }
        List<Diagnostic> before = found.isEmpty() ? List.of() : before(source, change.get(), found, history, workers);
        Map<String, String> renamed = new HashMap<>(change.get().renamed());
        // git tells no new name of a file that was not added yet; the entry itself does
        change.get()
                .removed()
                .forEach(path -> Optional.ofNullable(seen.library().renamed().get(TextReader.slug(path)))
                        .filter(heir -> path.startsWith("practices/"))
                        .ifPresent(heir -> renamed.putIfAbsent(path, heir.file().path())));
        Set<Diagnostic> known = Baseline.known(found, before, renamed);
        return Findings.of(found, known, change.get().touched(), strict);
    }

    /** What was found in the content as it was where the branch began. */
    private static List<Diagnostic> before(
            PlaybookFolders source, ChangedFiles change, List<Diagnostic> found, History history, Workers workers) {
        if (change.isEmpty()) {
            return found;
        }
        try (ScratchFolder base = ScratchFolder.make()) {
            change.writeBase(source.content(), base.path());
            ContentFolder folder = ContentFolder.open(base.path());
            Content content = source.read(folder, workers);
            return SiteChecks.of(
                    content, Linker.link(content, history, false), source.theme(folder.language()), workers);
        } catch (GitProblem problem) {
            throw new MachineRefused(problem.getMessage());
        }
    }

    /** What is found in the files of a change, or in all. */
    private static List<Diagnostic> ours(List<Diagnostic> found, Optional<ChangedFiles> change) {
        return found.stream()
                .filter(diagnostic -> change.isEmpty()
                        || change.get()
                                .touched()
                                .contains(diagnostic.place().file().path()))
                .toList();
    }

    private static int mend(PlaybookFolders source, List<Diagnostic> found, Console console, Workers workers) {
        ContentFolder folder = ContentFolder.open(source.content());
        return write(source, folder, Mending.of(folder, found, workers), console);
    }

    private static int renew(PlaybookFolders source, List<Diagnostic> found, String said, Console console) {
        ContentFolder folder = ContentFolder.open(source.content());
        List<Mending.Mended> renewed = Mending.renewed(
                folder, found, path -> said.equals("all") || said.equals(path) || said.equals(source.prefix() + path));
        if (renewed.isEmpty() && !said.equals("all")) {
            boolean there = Files.exists(source.content().resolve(said)) || Files.exists(Path.of(said));
            throw new UsageProblem(
                    there
                            ? said + " needs no new mark: it is no translation, or its original has not changed"
                            : "there is no file " + said + "; write the path of a translation, or all");
        }
        return write(source, folder, renewed, console);
    }

    /** Shows what is mended, then writes it; how many files. */
    private static int write(
            PlaybookFolders source, ContentFolder folder, List<Mending.Mended> files, Console console) {
        int written = 0;
        for (Mending.Mended file : files) {
            String diff = UnifiedDiff.of(source.prefix() + file.path(), file.before(), file.after());
            console.err().print(diff);
            if (folder.replace(file.path(), file.before(), file.after())) {
                written++;
            } else {
                console.warn(source.prefix() + file.path() + " has changed meanwhile and was left alone");
            }
        }
        return written;
    }

    private void tell(
            Findings findings, List<Grouping.Group> groups, String format, PlaybookFolders source, Console console) {
        switch (format) {
            case "github" -> {
                GithubReport report = new GithubReport(inRepository(source));
                console.out().print(report.commands(findings));
                summarise(report.summary(findings));
            }
            case "sarif" -> console.give(new SarifReport(inRepository(source), Version.current()).of(findings));
            case "json" -> console.give(new JsonReport(source.prefix(), Version.current()).of(findings, groups));
            case "gitlab" -> {
                // the report goes to a file, and what a person reads into the log of the job
                tellPeople(findings, source, console);
                console.warn(findings.count());
                console.give(new GitlabReport(inRepository(source)).of(findings));
            }
            default -> {
                tellPeople(findings, source, console);
                if (findings.all().isEmpty()) {
                    console.say(findings.count());
                } else {
                    console.warn(findings.count());
                }
            }
        }
    }

    private static void tellPeople(Findings findings, PlaybookFolders source, Console console) {
        TextReport report = new TextReport(source.prefix(), console.colour());
        console.err()
                .print(report.known(findings.known())
                        + report.of(console.called().in(findings.fresh())));
    }

    private static String inRepository(PlaybookFolders source) {
        String path = source.pathInRepository();
        return path.isEmpty() ? "" : path + "/";
    }

    /** Adds to the summary of the job, where there is one. */
    private void summarise(String summary) {
        String file = environment.apply("GITHUB_STEP_SUMMARY");
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            Files.writeString(Path.of(file), summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw MachineRefused.because("write the job summary " + file, e);
        }
    }
}
