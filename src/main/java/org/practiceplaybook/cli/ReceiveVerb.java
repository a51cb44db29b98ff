package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.form.IssueBundle;
import org.practiceplaybook.form.IssueEntry;
import org.practiceplaybook.form.IssueForm;
import org.practiceplaybook.form.IssueForms;
import org.practiceplaybook.form.ReceivedIssue;
import org.practiceplaybook.report.Quoted;
import org.practiceplaybook.report.TextReport;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.WholeFile;
import org.practiceplaybook.work.Workers;
import org.practiceplaybook.yaml.JsonReader;

/**
 * {@code playbook receive}: an entry of what somebody wrote into a form for issues, for a workflow that proposes it. Whatever
 * stands in the issue is data: it is read from a file, and goes into files. The files for the workflow: {@code answer.md}, to
 * be said to the author, and {@code number.txt}, of the issue; where the entry can be proposed, {@code commit.txt} and
 * {@code proposal.md}.
 */
final class ReceiveVerb implements Verb {
    private static final String TO = "to";
    private static final String FORMS = "forms";
    private static final long LONGEST_EVENT = 10 << 20;

    @Override
    public String name() {
        return "receive";
    }

    @Override
    public String purpose() {
        return "make an entry of an issue that was written with a form, for the workflow that proposes it";
    }

    @Override
    public String usage() {
        return "receive EVENT.json [--content DIR] [--theme DIR] [--forms DIR] [--to DIR]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlaybookFolders.addTo(options);
        options.addOption(Verb.value(FORMS, "DIR", "the forms that issues are written with (.github/ISSUE_TEMPLATE)"));
        options.addOption(Verb.value(TO, "DIR", "where the answer and the words of the commit go (target/received)"));
        return options;
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() != 1) {
            throw new UsageProblem("name the file that tells of the issue: playbook receive \"$GITHUB_EVENT_PATH\"");
        }
        ReceivedIssue issue =
                issue(console.path(line.getArgList().get(0)), line.getArgList().get(0));
        Path forms = console.path(line.getOptionValue(FORMS, ".github/ISSUE_TEMPLATE"));
        Path to = console.path(line.getOptionValue(TO, "target/received"));
        PlaybookFolders source = PlaybookFolders.of(line, console);
        if (issue.isOpen()) {
            for (Map.Entry<String, String> kind : IssueEntry.FOLDERS.entrySet()) {
                for (IssueForm form : forms(kind.getKey(), forms, source)) {
                    Optional<Map<String, String>> answers = form.answers(issue.body());
                    if (answers.isPresent()) {
                        Making entry = before -> List.of(IssueEntry.of(
                                kind.getValue(),
                                form,
                                answers.get(),
                                before.library(),
                                before.theme().words()));
                        return receive(entry, form.open(answers.get()), issue, source, to, console);
                    }
                }
            }
            Optional<IssueBundle> several = IssueBundle.of(issue.body());
            if (several.isPresent()) {
                return receive(before -> several.get().entries(), List.of(), issue, source, to, console);
            }
        }
        console.say(
                "This issue was not written with the form of a practice or an attempt, and holds no texts of the site's forms;"
                        + " there is nothing to receive.");
        return Exit.DONE;
    }

    private static ReceivedIssue issue(Path file, String written) {
        try {
            if (Files.size(file) > LONGEST_EVENT) {
                throw new UsageProblem(written + " is too long to tell of an issue");
            }
            return ReceivedIssue.of(JsonReader.read(Files.readString(file)).orElse(null))
                    .orElseThrow(() -> new UsageProblem(written
                            + " does not tell of an issue: it has to be the JSON that the host gives a workflow"));
        } catch (IOException e) {
            throw MachineRefused.because("read " + written, e);
        }
    }

    /** What an issue of a kind may be written with: the form of the repository, and that of each of the playbook's languages. */
    private static List<IssueForm> forms(String kind, Path folder, PlaybookFolders source) {
        List<IssueForm> forms = new ArrayList<>();
        form(folder.resolve(kind + ".yml")).ifPresent(forms::add);
        Set<String> languages =
                new LinkedHashSet<>(ContentFolder.open(source.content()).languages());
        languages.add(Starter.LANGUAGE);
        languages.forEach(language -> forms.add(IssueForms.of(kind, source.words(language))));
        return forms;
    }

    private static Optional<IssueForm> form(Path file) {
        try {
            return Files.isRegularFile(file) ? IssueForm.read(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    /** Makes the entries that an issue tells of, for the playbook as it is. */
    private interface Making {
        List<IssueEntry> of(Checked before);
    }

    private static int receive(
            Making making, List<String> boxes, ReceivedIssue issue, PlaybookFolders source, Path to, Console console) {
        Workers workers = Workers.ofThisMachine();
        Checked before = checked(source, console, workers);
        Words words = before.theme().words();
        List<IssueEntry> entries = making.of(before);
        List<String> open = new ArrayList<>();
        boxes.forEach(box -> open.add(words.get("receive.tick", box)));
        Map<Path, IssueEntry> files = new LinkedHashMap<>();
        for (IssueEntry entry : entries) {
            Path file = source.content().resolve(entry.path());
            if (entry.path().isEmpty()) {
                open.add(words.get("receive.noName"));
            } else if (Files.exists(file) || files.putIfAbsent(file, entry) != null) {
                open.add(words.get("receive.there", entry.path()));
            }
        }
        List<Diagnostic> found = List.of();
        if (open.isEmpty()) {
            files.forEach((file, entry) -> WholeFile.write(file, entry.text().getBytes(StandardCharsets.UTF_8)));
            found = found(entries, source, console, workers);
            if (found.stream().anyMatch(Diagnostic::isError)) {
                files.keySet().forEach(ReceiveVerb::delete);
                open.add(words.get("receive.mend"));
            }
        }
        String said = found.isEmpty() ? "" : new TextReport(source.prefix(), false).of(found);
        boolean accepted = open.isEmpty();
        if (!accepted) {
            delete(to.resolve("commit.txt"));
            delete(to.resolve("proposal.md"));
        }
        write(to, "number.txt", issue.number() + "\n");
        write(to, "answer.md", accepted ? proposed(entries.size(), said, words) : refused(open, said, words));
        if (accepted) {
            List<String> paths = entries.stream()
                    .map(entry -> source.prefix() + entry.path())
                    .toList();
            write(to, "commit.txt", commit(paths, issue));
            write(
                    to,
                    "proposal.md",
                    "Closes #" + issue.number() + ".\n\n" + words.get("receive.written", "#" + issue.number()) + "\n\n"
                            + advice(said, words));
            console.say("Received: " + String.join(", ", paths));
        } else {
            open.forEach(console::warn);
            console.err().print(said);
        }
        return accepted ? Exit.DONE : Exit.CONTENT;
    }

    /** What the check says of the new files, as it will when they are proposed. */
    private static List<Diagnostic> found(
            List<IssueEntry> entries, PlaybookFolders source, Console console, Workers workers) {
        return checked(source, console, workers).found().stream()
                .filter(one -> entries.stream()
                        .anyMatch(
                                entry -> entry.path().equals(one.place().file().path())))
                .toList();
    }

    private static Checked checked(PlaybookFolders source, Console console, Workers workers) {
        try (Progress progress = new Progress(console)) {
            return Checked.of(source, new Stages(progress), workers);
        }
    }

    private static String proposed(int files, String said, Words words) {
        return words.count("receive.thanks", files) + "\n\n" + advice(said, words) + "\n" + words.get("receive.change")
                + "\n";
    }

    private static String refused(List<String> open, String said, Words words) {
        return words.get("receive.notYet") + "\n\n"
                + open.stream().map(one -> Quoted.block(one)).collect(Collectors.joining("\n"))
                + (said.isEmpty() ? "" : "\n" + Quoted.block(said));
    }

    private static String advice(String said, Words words) {
        return said.isEmpty()
                ? words.get("receive.clean") + "\n"
                : words.get("receive.advice") + "\n\n" + Quoted.block(said);
    }

    /** Only words of ours: what stands in a commit's message can close issues and call people. */
    private static String commit(List<String> paths, ReceivedIssue issue) {
        String added = paths.size() == 1
                ? "Add " + paths.get(0)
                : "Add " + paths.size() + " entries\n\n" + String.join("\n", paths);
        return added + "\n\nWritten with the form of issue " + issue.number() + ".\n"
                + issue.author()
                        .map(author -> "\nCo-authored-by: " + author + "\n")
                        .orElse("");
    }

    private static void write(Path folder, String name, String text) {
        WholeFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw MachineRefused.because("take out " + file, e);
        }
    }
}
