package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.asset.AssetReader;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.history.GitRepository;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.report.GithubReport;
import org.practiceplaybook.review.ChangesPage;
import org.practiceplaybook.review.ChangesSummary;
import org.practiceplaybook.review.Comparison;
import org.practiceplaybook.review.Side;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.ScratchFolder;
import org.practiceplaybook.work.Workers;

/**
 * {@code playbook review REV}: what changed since the work left a branch, for those who decide on it. The page, and beside
 * it the whole site as it would be.
 */
final class ReviewVerb implements Verb {
    @Override
    public String name() {
        return "review";
    }

    @Override
    public String purpose() {
        return "show what changed since a branch or commit";
    }

    @Override
    public String usage() {
        return "review REV [--content DIR] [--theme DIR] [--out DIR] [--summary FILE.md]";
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlaybookFolders.addTo(options);
        options.addOption(Verb.value("out", "DIR", "the folder to write to (target/review)"));
        options.addOption(
                Verb.value("summary", "FILE.md", "add a summary to this file (in a workflow: the summary of the job)"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() > 1) {
            throw new UsageProblem(
                    "\"" + line.getArgList().get(1) + "\" is one word too many; use: playbook " + usage());
        }
        if (line.getArgList().isEmpty()) {
            throw new UsageProblem("say what to compare with: playbook review REV, for example playbook review main");
        }
        PlaybookFolders source = PlaybookFolders.of(line, console);
        String written = line.getOptionValue("out", "target/review");
        Path out = console.path(written);
        BuildVerb.refuseOverlap(source.content(), out, "--out");
        String revision = line.getArgList().get(0);
        try (ScratchFolder former = ScratchFolder.make();
                Progress progress = new Progress(console);
                GitRepository repository = GitRepository.holding(source.content())) {
            String commit = repository.mergeBase(revision);
            Stages stages = new Stages(progress);
            stages.begin("Reading what was");
            repository.extract(commit, former.path());
            ChangesPage.Since since = new ChangesPage.Since(
                    revision.matches("[0-9a-f]{40,64}") ? revision.substring(0, 8) : revision, commit.substring(0, 8));
            return review(source, former.path(), out, written, since, summary(line, console), console, stages);
        }
    }

    private static int review(
            PlaybookFolders source,
            Path former,
            Path out,
            String written,
            ChangesPage.Since since,
            Optional<Path> summary,
            Console console,
            Stages stages) {
        Workers workers = Workers.ofThisMachine();
        ContentFolder folder = ContentFolder.open(source.content());
        Theme theme = Theme.of(Theme.files(source.theme()), folder.language());
        Function<String, SectionNames> names = theme.sections();
        Side before = Side.of(source.read(ContentFolder.open(former), workers), History.NONE, names);
        stages.begin("Reading what is");
        Content content = source.read(folder, workers);
        History history = GitHistory.of(source.content());
        Side after = Side.of(content, history, names);
        Comparison comparison = Comparison.of(before, after);

        stages.begin("Rendering");
        Edition was = new Edition(before.library(), theme, Addresses.FIRST, options(source, before));
        SiteFiles site = SiteFiles.of(after.library(), theme, options(source, after), workers);
        Edition is = site.editions().get(0);
        List<SiteFile> sheets = new ArrayList<>(
                ChangesPage.sheets(comparison, was, is, site.listed().keySet(), since, AssetReader::bytes));
        site.all().forEach(sheet -> sheets.add(sheet.in(ChangesPage.SITE)));
        Publication publication = Publication.of(sheets, workers);

        stages.begin("Writing");
        BuildVerb.write(out, workers, "--out", unused -> publication);
        summary.ifPresent(file -> append(file, ChangesSummary.of(comparison, since, theme.words(), !holdsCheck(file))));
        stages.end();

        new Verdict(comparison.brought(), false).tell(console, source, false);
        console.say(counted(comparison) + " Open " + Path.of(written).resolve("index.html") + ".");
        return comparison.bringsErrors() ? Exit.CONTENT : Exit.DONE;
    }

    private static String counted(Comparison comparison) {
        int changed = comparison.changed();
        return changed == 0 ? "Nothing is different." : changed == 1 ? "1 change." : changed + " changes.";
    }

    private static SiteOptions options(PlaybookFolders source, Side side) {
        return new SiteOptions(
                source.pathInRepository(), Version.current(), BuildVerb.errorsByFile(side.diagnostics()));
    }

    /** The file that was named, or else the one that a workflow shows. */
    private static Optional<Path> summary(CommandLine line, Console console) {
        if (line.hasOption("summary")) {
            return Optional.of(console.path(line.getOptionValue("summary")));
        }
        return Optional.ofNullable(System.getenv("GITHUB_STEP_SUMMARY"))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }

    /** Has a check told its findings there? */
    private static boolean holdsCheck(Path file) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains(GithubReport.HEADING);
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    private static void append(Path file, String text) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw MachineRefused.because("write " + file, e);
        }
    }
}
