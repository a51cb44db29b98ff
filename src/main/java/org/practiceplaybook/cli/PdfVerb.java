package org.practiceplaybook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.pack.Print;
import org.practiceplaybook.pack.PrintingBrowser;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.publish.PackedFile;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.search.Searches;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.ScratchFolder;
import org.practiceplaybook.work.Workers;

/** {@code playbook pdf}: a practice, a pathway or the whole playbook on paper, by the Chromium of this machine. */
final class PdfVerb implements Verb {
    private static final String ALL = "all";

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public String purpose() {
        return "print a practice, a pathway or the whole playbook";
    }

    @Override
    public String usage() {
        return "pdf [PRACTICE | PATHWAY | all] [--output FILE.pdf] [--language TAG] [--paper A4|LETTER]"
                + " [--browser PROGRAM] [--content DIR] [--theme DIR]";
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlaybookFolders.addTo(options);
        options.addOption(Verb.value("output", "FILE.pdf", "the file to write (named as what is printed)"));
        options.addOption(Verb.value("language", "TAG", "of a playbook in several languages, the one to print"));
        options.addOption(Verb.value("paper", "A4|LETTER", "the paper (A4)"));
        options.addOption(Verb.value("browser", "PROGRAM", "the Chromium, Chrome or Edge that prints"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() > 1) {
            throw new UsageProblem(
                    "\"" + line.getArgList().get(1) + "\" is one word too many; use: playbook " + usage());
        }
        PlaybookFolders source = PlaybookFolders.of(line, console);
        PrintingBrowser browser = browser(line, console);
        Print.Sheet sheet = sheet(line);
        Workers workers = Workers.ofThisMachine();
        try (Progress progress = new Progress(console)) {
            Stages stages = new Stages(progress);
            Checked checked = Checked.of(source, stages, workers);
            Verdict verdict = checked.verdict(false);
            if (verdict.hasErrors()) {
                verdict.tell(console, source, true);
                console.warn("Nothing was printed: mend what is said above first.");
                return Exit.CONTENT;
            }
            SiteFiles site = checked.site(List.of(), Searches.NONE, workers);
            Edition edition = edition(site, line);
            String wanted =
                    line.getArgList().isEmpty() ? ALL : line.getArgList().get(0);
            String page = wanted.equals(ALL) ? "" : page(edition, wanted);
            stages.begin("Rendering");
            Publication publication = Publication.of(site.all(), workers);
            stages.begin("Printing");
            String name = page.isEmpty() ? Slug.of(edition.settings().name()) : wanted;
            Path file = console.path(line.getOptionValue("output", (name.isEmpty() ? "playbook" : name) + ".pdf"));
            try (ScratchFolder scratch = ScratchFolder.make()) {
                PackedFile packed =
                        new PackedFile(file, new Print(edition, site.editions(), page, sheet, browser, scratch.path()));
                packed.prepare(publication, workers);
                packed.publish();
            }
            stages.end();
            console.say(file + " is printed.");
            return Exit.DONE;
        }
    }

    private static PrintingBrowser browser(CommandLine line, Console console) {
        if (line.hasOption("browser")) {
            String said = line.getOptionValue("browser");
            Path program = console.path(said);
            if (!Files.isExecutable(program) || Files.isDirectory(program)) {
                throw new UsageProblem("there is no program \"" + said + "\" to print with; name a Chromium, Chrome or"
                        + " Edge with its whole path");
            }
            return new PrintingBrowser(program);
        }
        return PrintingBrowser.find(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .orElseThrow(() -> new MachineRefused("there is no Chromium, Chrome or Edge on this machine to print"
                        + " with; install one, or name it with --browser. A browser that is open can print, too: the"
                        + " playbook on one page (playbook build, then downloads/) prints as a book"));
    }

    private static Print.Sheet sheet(CommandLine line) {
        String said = line.getOptionValue("paper", Print.Sheet.A4.name());
        return Stream.of(Print.Sheet.values())
                .filter(sheet -> sheet.name().equalsIgnoreCase(said))
                .findFirst()
                .orElseThrow(() -> new UsageProblem("there is no paper \"" + said + "\"; say A4 or LETTER"));
    }

    private static Edition edition(SiteFiles site, CommandLine line) {
        if (!line.hasOption("language")) {
            return site.editions().get(0);
        }
        String said = line.getOptionValue("language");
        return site.editions().stream()
                .filter(edition -> edition.language().equals(said))
                .findFirst()
                .orElseThrow(() -> new UsageProblem("the playbook is not in \"" + said + "\"; it is in "
                        + String.join(
                                ", ",
                                site.editions().stream().map(Edition::language).toList())));
    }

    /** The page of a practice or a pathway, by its file's name. */
    private static String page(Edition edition, String name) {
        Addresses at = edition.addresses();
        Map<String, String> pages = new TreeMap<>();
        edition.library().pathways().values().forEach(pathway -> pages.put(pathway.slug(), at.of(pathway)));
        edition.library().practices().values().forEach(practice -> pages.put(practice.slug(), at.of(practice)));
        String slug = name.replaceFirst("^(?:.*[/\\\\])?", "").replaceFirst("\\.(?:md|html)$", "");
        String page = pages.get(slug);
        if (page == null) {
            throw new UsageProblem("there is no practice and no pathway \"" + name + "\""
                    + Closest.to(slug, pages.keySet())
                            .map(near -> ", did you mean \"" + near + "\"?")
                            .orElse("; say its file's name without .md, or \"all\""));
        }
        return at.inSite(page);
    }
}
