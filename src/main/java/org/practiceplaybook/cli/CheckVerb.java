package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.check.Baseline;
import org.practiceplaybook.check.Mending;
import org.practiceplaybook.check.OnlyDrafts;
import org.practiceplaybook.check.Removals;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.history.ChangedFiles;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.history.GitProblem;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteChecks;
import org.practiceplaybook.report.Findings;
import org.practiceplaybook.report.GithubReport;
import org.practiceplaybook.report.GitlabReport;
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
        return "check [--content DIR] [--format text|github|gitlab|sarif|json] [--changed-since REV] [--fix]"
                + " [--translated FILE] [--strict]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Verb.value("content", "DIR", "the content folder (content)"));
        options.addOption(Verb.value("format", "FORMAT", "text, github, gitlab, sarif or json (text)"));
        options.addOption(Verb.value(
                "changed-since", "REV", "only what is new since this branch, tag or commit counts as an error"));
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
        if (line.hasOption(TRANSLATED) && !line.hasOption("fix")) {
            throw new UsageProblem("--translated changes files, so it goes together with --fix");
        }
        Workers workers = Workers.ofThisMachine();
        try (Progress progress = new Progress(console)) {
            progress.stage("Checking");
            Optional<ChangedFiles> change = change(line, source);
            History history = GitHistory.of(source.content());
            List<Diagnostic> found = check(source, change, history, workers);
            if (line.hasOption("fix")) {
                progress.stage("Mending");
                int mended = mend(source, ours(found, change), console, workers);
                if (line.hasOption(TRANSLATED)) {
                    found = mended > 0 ? check(source, change, history, workers) : found;
                    mended += renew(source, found, line.getOptionValue(TRANSLATED), console);
                }
                console.warn(
                        mended == 0
                                ? "Nothing to mend without guessing."
                                : "Mended " + mended + (mended == 1 ? " file." : " files."));
                found = mended > 0 ? check(source, change, history, workers) : found;
            }
            Findings findings = findings(found, source, change, history, line.hasOption("strict"), workers);
            progress.stage("");
            change.flatMap(ChangedFiles::note).ifPresent(note -> console.warn("note: " + note));
            tell(findings, format, source, console);
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

    private static List<Diagnostic> check(
            PlaybookFolders source, Optional<ChangedFiles> change, History history, Workers workers) {
        ContentFolder folder = ContentFolder.open(source.content());
        CompletableFuture<Theme> theme = CompletableFuture.supplyAsync(() -> source.theme(folder.language()));
        Content content = source.read(folder, workers);
        List<Diagnostic> found =
                SiteChecks.of(content, Linker.link(content, history, false), Joined.of(theme), workers);
        if (change.isEmpty()) {
            return found;
        }
        ChangedFiles files = change.get();
        List<Diagnostic> all = new ArrayList<>(Removals.told(content, files.removed(), files.renamed(), found));
        OnlyDrafts.of(content, files.touched(), files.removed()).ifPresent(all::add);
        all.sort(Diagnostic.ORDER);
        return all;
    }

    private static Findings findings(
            List<Diagnostic> found,
            PlaybookFolders source,
            Optional<ChangedFiles> change,
            History history,
            boolean strict,
            Workers workers) {
        if (change.isEmpty()) {
            return Findings.of(found, strict);
        }
        List<Diagnostic> before = found.isEmpty() ? List.of() : before(source, change.get(), found, history, workers);
        Set<Diagnostic> known = Baseline.known(found, before, change.get().renamed());
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

    private void tell(Findings findings, String format, PlaybookFolders source, Console console) {
        switch (format) {
            case "github" -> {
                GithubReport report = new GithubReport(inRepository(source));
                console.out().print(report.commands(findings));
                summarise(report.summary(findings));
            }
            case "sarif" -> console.give(new SarifReport(inRepository(source), Version.current()).of(findings));
            case "json" -> console.give(new JsonReport(source.prefix(), Version.current()).of(findings));
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
        console.err().print(report.known(findings.known()) + report.of(findings.fresh()));
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
