package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.history.LocalChanges;
import org.practiceplaybook.report.ControlCodes;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.upgrade.JarCache;
import org.practiceplaybook.upgrade.NewProgram;
import org.practiceplaybook.upgrade.Program;
import org.practiceplaybook.upgrade.Step;
import org.practiceplaybook.upgrade.Upgrade;
import org.practiceplaybook.work.ScratchFolder;
import org.practiceplaybook.work.WholeFile;

/** {@code playbook upgrade}: brings a playbook's repository to another version of the program. Shows first what it would do. */
final class UpgradeVerb implements Verb {
    private static final String APPLY = "apply";
    private static final String CHECK = "check";
    private static final String DOWN = "down";

    private final ProgramJars programs;

    UpgradeVerb() {
        this(System::getenv, Bundled::jar);
    }

    UpgradeVerb(UnaryOperator<String> environment, Supplier<Optional<Path>> running) {
        programs = new ProgramJars(environment, running);
    }

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public String purpose() {
        return "bring this playbook to a newer version of the program; shows first what it would do";
    }

    @Override
    public String usage() {
        return "upgrade [FILE|ADDRESS] [--sha256 SUM] [--check] [--apply] [--vendored] [--down]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Verb.flag(APPLY, "do it; without this nothing is written"));
        options.addOption(Verb.flag(CHECK, "only ask whether there is a newer version"));
        options.addOption(
                Verb.value(ProgramJars.SUM, "SUM", "the SHA-256 of the jar, where no file ADDRESS.sha256 says it"));
        options.addOption(
                Verb.flag(ProgramJars.VENDORED, "put the jar into this repository, so that nobody has to fetch it"));
        options.addOption(Verb.flag(DOWN, "an older version is meant"));
        return options;
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() > 1) {
            throw new UsageProblem("name one file or address: playbook upgrade practice-playbook.jar");
        }
        Path folder = console.path(".").toAbsolutePath().normalize();
        NamedProgram named = NamedProgram.in(folder);
        try (ScratchFolder scratch = ScratchFolder.make()) {
            if (line.hasOption(CHECK)) {
                return check(named, scratch.path(), console);
            }
            Optional<ProgramJars.Target> found = programs.target(line, named, scratch.path(), console);
            if (found.isEmpty()) {
                console.say("This playbook uses " + named.version() + ", and there is nothing newer.");
                return Exit.DONE;
            }
            return upgrade(line, folder, named, found.get(), scratch.path(), console);
        }
    }

    private int check(NamedProgram named, Path scratch, Console console) {
        Program newest = programs.latest(named, scratch).orElseThrow(() -> ProgramJars.nowhere(named));
        boolean newer = named.used().isEmpty() || named.used().get().isOlderThan(newest.version());
        console.say(
                newer
                        ? "There is " + newest.version() + "; this playbook uses " + named.version()
                                + ". What it would change: playbook upgrade"
                        : "This playbook uses " + named.version() + ", and there is nothing newer.");
        return Exit.DONE;
    }

    private int upgrade(
            CommandLine line,
            Path folder,
            NamedProgram named,
            ProgramJars.Target target,
            Path scratch,
            Console console) {
        Program to = target.program();
        named.used().filter(used -> to.isOlderThan(used.version())).ifPresent(used -> {
            if (!line.hasOption(DOWN)) {
                throw new UsageProblem(to.version() + " is older than " + used.version()
                        + ", which this playbook uses; if that is meant, say --down");
            }
        });
        Optional<Path> written = programs.base(folder, named, scratch);
        Optional<Bundled.Other> base = written.flatMap(ProgramJars::look);
        Upgrade upgrade =
                Upgrade.of(folder, base, target.files(), to.version(), NewProgram.schemas(target.jar(), folder));
        boolean vendored =
                line.hasOption(ProgramJars.VENDORED) || !named.jars(folder).isEmpty();
        boolean brings = vendored && !isThere(folder, to);
        tell(named, base, upgrade, to, brings, console);
        if (!brings && isDone(folder, named, upgrade, to)) {
            return Exit.DONE;
        }
        Optional<Set<String>> changed = LocalChanges.of(folder, upgrade.replaced());
        if (!line.hasOption(APPLY)) {
            changed.filter(paths -> !paths.isEmpty())
                    .ifPresent(paths -> console.say("Before that, commit or put aside what you have changed: "
                            + String.join(", ", sorted(paths))));
            console.say("Nothing is written yet. To do it: the same command with --apply");
            return Exit.DONE;
        }
        if (changed.isPresent() && !changed.get().isEmpty()) {
            throw new UsageProblem("nothing is written, for git does not hold what you have in "
                    + String.join(", ", sorted(changed.get()))
                    + "; commit it or put it aside (git stash), then try again");
        }
        upgrade.apply(folder, changed.isEmpty());
        finish(folder, named, base, target, vendored);
        console.say("Done: this playbook uses " + to.version() + "."
                + (changed.isEmpty() ? " What was merged is kept as it was beside it, with the end .old." : "")
                + " Look at it (git diff), try it (playbook check), then commit it.");
        return Exit.DONE;
    }

    /** Does the right jar lie in the repository? */
    private static boolean isThere(Path folder, Program to) {
        Path place = folder.resolve(to.vendored());
        return Files.isRegularFile(place) && JarCache.sum(place).equals(to.sum());
    }

    /** Would nothing be written, but perhaps a jar? */
    private static boolean isDone(Path folder, NamedProgram named, Upgrade upgrade, Program to) {
        return named.used().equals(Optional.of(to))
                && Program.base(named.text()).equals(named.used())
                && upgrade.steps().stream().allMatch(step -> step.kind() == Step.Kind.LEFT)
                && named.jars(folder).stream().allMatch(folder.resolve(to.vendored())::equals);
    }

    private static List<String> sorted(Set<String> paths) {
        return paths.stream().sorted().toList();
    }

    private static void tell(
            NamedProgram named,
            Optional<Bundled.Other> base,
            Upgrade upgrade,
            Program to,
            boolean brings,
            Console console) {
        boolean same = named.used().equals(Optional.of(to));
        console.say(
                same
                        ? "This playbook uses " + to.version() + " already."
                        : "From " + named.version() + " to " + to.version() + ":");
        if (base.isEmpty()) {
            console.say("The jar that wrote the files of this repository is not to be had"
                    + Program.base(named.text())
                            .map(program -> " (" + program.version() + ")")
                            .orElse("")
                    + ", so nobody can tell which of them you have changed: those that differ are left as they are.");
        }
        for (Step step : upgrade.steps()) {
            console.say(String.format(
                    "  %-10s %s%s", step.kind().word(), step.path(), step.why().isEmpty() ? "" : ": " + step.why()));
        }
        if (brings) {
            console.say(String.format("  %-10s %s", Step.Kind.NEW.word(), to.vendored()));
        }
        if (!same) {
            console.say(String.format("  %-10s %s", Step.Kind.RENEWED.word(), Program.FILE));
        } else if (upgrade.steps().isEmpty() && !brings) {
            console.say("Every file of it is as it should be.");
        }
        if (!upgrade.originals().isEmpty()) {
            console.say("What has changed in the program's own files that yours stand in the place of:");
            upgrade.originals().forEach(diff -> diff.lines().forEach(text -> console.say(ControlCodes.line(text))));
        }
    }

    /** The program itself comes last, so that what was interrupted begins where it began before. */
    private void finish(
            Path folder,
            NamedProgram named,
            Optional<Bundled.Other> base,
            ProgramJars.Target target,
            boolean vendored) {
        Program to = target.program();
        Path place = folder.resolve(to.vendored());
        if (vendored) {
            if (!isThere(folder, to)) {
                WholeFile.copy(target.jar(), place);
            }
        } else {
            programs.cache().keep(target.jar(), to.sum());
        }
        Optional<String> before = base.flatMap(files -> Program.releases(files.properties()));
        String text =
                to.in(named.text(), before, Program.releases(target.files().properties()));
        WholeFile.write(folder.resolve(Program.FILE), text.getBytes(StandardCharsets.UTF_8));
        for (Path jar : named.jars(folder)) {
            if (!jar.equals(place)) {
                try {
                    Files.deleteIfExists(jar);
                } catch (IOException e) {
                    // on Windows the one that runs stays; it does no harm
                }
            }
        }
    }
}
