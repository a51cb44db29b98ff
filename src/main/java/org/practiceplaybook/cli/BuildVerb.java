package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.pack.Downloads;
import org.practiceplaybook.picture.Pictures;
import org.practiceplaybook.publish.ForeignFiles;
import org.practiceplaybook.publish.PackedFile;
import org.practiceplaybook.publish.PhoneFiles;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.publish.SiteFolder;
import org.practiceplaybook.search.Searches;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/** {@code playbook build}: the whole flow, from the content folder to the site. */
final class BuildVerb implements Verb {
    /** So many findings are told where there are not more errors; the command check tells all. */
    private static final int MOST_TOLD = 10;

    private static final String SEARCHES = "searches";

    @Override
    public String name() {
        return "build";
    }

    @Override
    public String purpose() {
        return "make the site";
    }

    @Override
    public String usage() {
        return "build [--content DIR] [--theme DIR] [--output DIR] [--offline FILE.zip] [--downloads KINDS]"
                + " [--searches FILE] [--strict] [--keep-going] [--quiet] [--times]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlaybookFolders.addTo(options);
        options.addOption(Verb.value("output", "DIR", "the folder to write the site to (site)"));
        options.addOption(Verb.value("offline", "FILE.zip", "also write the site as one file to open from a disk"));
        options.addOption(Verb.value(
                "downloads",
                "KINDS",
                "what readers can take with them: some of zip, html, epub, or none (playbook.yml says it)"));
        options.addOption(
                Verb.value(
                        SEARCHES,
                        "FILE",
                        "what readers searched for, a list or the web server's log; the page for editors names what no page answers"));
        options.addOption(Verb.flag("strict", "advice counts as errors"));
        options.addOption(Verb.flag("keep-going", "write the site in spite of errors, and still end with 1"));
        options.addOption(Verb.flag("quiet", "say nothing unless there are errors"));
        options.addOption(Verb.flag("times", "say how long each stage took"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        PlaybookFolders source = PlaybookFolders.of(line, console);
        Path output = console.path(line.getOptionValue("output", "site"));
        refuseOverlap(source.content(), output, "--output");
        try (Progress progress = new Progress(console)) {
            Workers workers = Workers.ofThisMachine();
            Stages stages = new Stages(progress);
            Searches searches = searches(line, console);
            Checked checked = Checked.of(source, stages, workers);
            try {
                return build(line, console, output, searches, stages, checked, workers);
            } catch (ThemeProblem problem) {
                // what the check found may be why
                Verdict verdict = checked.verdict(line.hasOption("strict"));
                if (verdict.hasErrors()) {
                    verdict.tell(console, source, line.hasOption("quiet"), MOST_TOLD);
                }
                throw problem;
            }
        }
    }

    /** What readers searched for, as the file says that was named. */
    private static Searches searches(CommandLine line, Console console) {
        if (!line.hasOption(SEARCHES)) {
            return Searches.NONE;
        }
        Path file = console.path(line.getOptionValue(SEARCHES));
        if (!Files.isRegularFile(file)) {
            throw new UsageProblem("--searches: there is no file \"" + line.getOptionValue(SEARCHES)
                    + "\"; name a list of searches, one on each line, or the log of the web server");
        }
        try {
            return Searches.read(file);
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    private static int build(
            CommandLine line,
            Console console,
            Path output,
            Searches searches,
            Stages stages,
            Checked checked,
            Workers workers) {
        PlaybookFolders source = checked.source();
        Verdict verdict = checked.verdict(line.hasOption("strict"));
        boolean quiet = line.hasOption("quiet");
        if (verdict.hasErrors() && !line.hasOption("keep-going")) {
            verdict.tell(console, source, quiet, MOST_TOLD);
            console.warn("The site was not touched: mend what is said above first, or add --keep-going.");
            return Exit.CONTENT;
        }

        stages.begin("Indexing");
        SiteFiles site = checked.site(downloads(line, checked.content().settings()), searches, workers);

        stages.begin("Rendering");
        Publication publication = PhoneFiles.in(
                Publication.of(site.all(), workers), checked.theme().assets().path("worker.js"), workers);

        stages.begin("Packing");
        Downloads downloads = new Downloads(site.editions());
        List<PackedFile> files = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        SiteFolder.Result result;
        try {
            result = write(output, workers, "--output", scratch -> {
                Publication whole = downloads.pack(publication, scratch, workers);
                if (line.hasOption("offline")) {
                    files.add(new PackedFile(console.path(line.getOptionValue("offline")), downloads.zip(whole)));
                }
                files.forEach(file -> file.prepare(publication, workers));
                advice.addAll(downloads.advice(whole));
                checked.refuseChanged();
                stages.begin("Writing");
                return whole;
            });
        } catch (RuntimeException e) {
            files.forEach(PackedFile::discard);
            throw e;
        }
        files.forEach(PackedFile::publish);
        Pictures pictures = site.editions().get(0).options().pictures();
        pictures.cache().tidy();
        pictures.note().ifPresent(advice::add);
        stages.end();

        verdict.tell(console, source, quiet, MOST_TOLD);
        if (!quiet) {
            advice.forEach(text -> console.warn("note: " + text + "\n"));
            checked.history().note().ifPresent(note -> console.warn("note: " + note + "\n"));
            console.say(summary(publication, result, line, output));
        }
        if (line.hasOption("times")) {
            console.say(stages.told());
        }
        return verdict.hasErrors() ? Exit.CONTENT : Exit.DONE;
    }

    /** What the option asks for, else the settings. */
    private static List<DownloadKind> downloads(CommandLine line, PlaybookSettings settings) {
        if (!line.hasOption("downloads")) {
            return settings.downloads();
        }
        Map<String, DownloadKind> kinds = new LinkedHashMap<>();
        Stream.of(DownloadKind.values()).forEach(kind -> kinds.put(kind.key(), kind));
        String said = line.getOptionValue("downloads").strip();
        if (said.equals("none")) {
            return List.of();
        }
        List<String> names = List.of(said.split("[,\\s]+"));
        if (!kinds.keySet().containsAll(names)) {
            throw new UsageProblem("there are no downloads \"" + said + "\"; --downloads takes some of "
                    + String.join(",", kinds.keySet()) + ", or none");
        }
        return names.stream().map(kinds::get).distinct().sorted().toList();
    }

    private static String summary(Publication publication, SiteFolder.Result result, CommandLine line, Path output) {
        long pages = publication.files().keySet().stream()
                .filter(path -> path.endsWith(".html"))
                .count();
        String offline = line.hasOption("offline") ? " and " + line.getOptionValue("offline") : "";
        return pages + " pages in " + line.getOptionValue("output", "site") + offline + ": " + result.written()
                + " files written, " + result.unchanged() + " as they were, " + result.deleted() + " deleted. Open "
                + output.resolve("index.html") + ".";
    }

    static SiteFolder.Result write(Path output, Workers workers, String option, SiteFolder.Packer packer) {
        try {
            return new SiteFolder(output).write(packer, workers);
        } catch (ForeignFiles foreign) {
            String some = String.join(", ", foreign.paths().stream().limit(5).toList());
            throw new UsageProblem("the folder " + output + " has files that Practice Playbook did not write and would"
                    + " overwrite: " + some + (foreign.paths().size() > 5 ? ", …" : "")
                    + ". Nothing was changed. Choose another folder with " + option + ", or move these files away.");
        }
    }

    static Map<String, List<Diagnostic>> errorsByFile(List<Diagnostic> found) {
        return found.stream()
                .filter(Diagnostic::isError)
                .collect(Collectors.groupingBy(
                        diagnostic -> diagnostic.place().file().path()));
    }

    /** A site in the content folder would be read as content. */
    static void refuseOverlap(Path content, Path output, String option) {
        Path from = content.toAbsolutePath().normalize();
        Path to = output.toAbsolutePath().normalize();
        if (to.startsWith(from)) {
            throw new UsageProblem("the site cannot be written to " + output + ", which is in the content folder;"
                    + " choose another folder with " + option);
        }
        if (Files.exists(to) && !Files.isDirectory(to)) {
            throw new UsageProblem(output + " is a file; choose a folder with " + option);
        }
    }
}
