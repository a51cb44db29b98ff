package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.history.LocalChanges;
import org.practiceplaybook.report.ControlCodes;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.upgrade.Fetch;
import org.practiceplaybook.upgrade.JarCache;
import org.practiceplaybook.upgrade.NewProgram;
import org.practiceplaybook.upgrade.Program;
import org.practiceplaybook.upgrade.Step;
import org.practiceplaybook.upgrade.Upgrade;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.ScratchFolder;
import org.practiceplaybook.work.WholeFile;

/** {@code playbook upgrade}: brings a playbook's repository to another version of the program. Shows first what it would do. */
final class UpgradeVerb implements Verb {
    private static final String APPLY = "apply";
    private static final String CHECK = "check";
    private static final String DOWN = "down";
    private static final String VENDORED = "vendored";
    private static final String SUM = "sha256";
    private static final String ON_THE_WEB = "https?://.*";

    private final UnaryOperator<String> environment;
    private final Supplier<Optional<Path>> running;

    UpgradeVerb() {
        this(System::getenv, Bundled::jar);
    }

    UpgradeVerb(UnaryOperator<String> environment, Supplier<Optional<Path>> running) {
        this.environment = environment;
        this.running = running;
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
        options.addOption(Verb.value(SUM, "SUM", "the SHA-256 of the jar, where no file ADDRESS.sha256 says it"));
        options.addOption(Verb.flag(VENDORED, "put the jar into this repository, so that nobody has to fetch it"));
        options.addOption(Verb.flag(DOWN, "an older version is meant"));
        return options;
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    /**
     * What a playbook says of its program.
     *
     * @param text of its file; empty where there is none
     * @param used empty for a repository of the time before that file
     */
    private record Named(String text, Optional<Program> used) {
        String version() {
            return used.map(Program::version).orElse("an early version");
        }
    }

    /** A jar and what it is. */
    private record Target(Path jar, Program program, Bundled.Other files) {}

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() > 1) {
            throw new UsageProblem("name one file or address: playbook upgrade practice-playbook.jar");
        }
        Path folder = console.path(".").toAbsolutePath().normalize();
        Named named = named(folder);
        try (ScratchFolder scratch = ScratchFolder.make()) {
            if (line.hasOption(CHECK)) {
                return check(named, scratch.path(), console);
            }
            Optional<Target> found = target(line, named, scratch.path(), console);
            if (found.isEmpty()) {
                console.say("This playbook uses " + named.version() + ", and there is nothing newer.");
                return Exit.DONE;
            }
            return upgrade(line, folder, named, found.get(), scratch.path(), console);
        }
    }

    private static Named named(Path folder) {
        String text = Program.read(folder);
        Optional<Program> used = Program.used(text);
        if (used.isEmpty() && !text.isEmpty() && !Program.waits(text)) {
            throw new UsageProblem(Program.FILE + " does not say which program this playbook uses;"
                    + " bring it back from the repository: git checkout " + Program.FILE);
        }
        if (text.isEmpty() && !Files.isRegularFile(folder.resolve(Program.FIRST_JAR))) {
            throw new UsageProblem("there is no " + Program.FILE
                    + " here, so this is not the folder of a playbook that \"playbook init\" made; go there first");
        }
        return new Named(text, used);
    }

    private Optional<String> address(Named named) {
        String mirror = environment.apply("PLAYBOOK_MIRROR");
        return mirror == null || mirror.isBlank() ? Program.address(named.text()) : Optional.of(mirror);
    }

    /** The newest version that is published; empty where nobody says where. */
    private Optional<Program> latest(Named named, Path scratch) {
        return address(named).map(address -> {
            String place = Program.latest(address);
            return Program.used(Fetch.text(place, scratch.resolve("latest")))
                    .orElseThrow(() -> new MachineRefused("what stands at " + place + " names no version"));
        });
    }

    private int check(Named named, Path scratch, Console console) {
        Program newest = latest(named, scratch).orElseThrow(() -> nowhere(named));
        boolean newer = named.used().isEmpty() || named.used().get().isOlderThan(newest.version());
        console.say(
                newer
                        ? "There is " + newest.version() + "; this playbook uses " + named.version()
                                + ". What it would change: playbook upgrade"
                        : "This playbook uses " + named.version() + ", and there is nothing newer.");
        return Exit.DONE;
    }

    private static UsageProblem nowhere(Named named) {
        return new UsageProblem(
                "nothing says where newer versions are: " + named.version()
                        + " was built from its sources and never released; name a file: playbook upgrade practice-playbook.jar");
    }

    /** The version to go to; empty where there is nothing newer. */
    private Optional<Target> target(CommandLine line, Named named, Path scratch, Console console) {
        Optional<Path> own = running.get();
        if (!line.getArgList().isEmpty()) {
            return Optional.of(target(line.getArgList().get(0), line, scratch, console));
        }
        if (own.isPresent() && (named.used().isEmpty() || isAnother(own.get(), named))) {
            return Optional.of(open(own.get(), JarCache.sum(own.get())));
        }
        if (line.hasOption(VENDORED) && own.isPresent()) {
            return Optional.of(open(own.get(), JarCache.sum(own.get())));
        }
        Optional<Program> newest = latest(named, scratch);
        if (newest.isEmpty()) {
            throw nowhere(named);
        }
        if (named.used().isPresent()
                && !named.used().get().isOlderThan(newest.get().version())) {
            return Optional.empty();
        }
        return Optional.of(fetched(newest.get(), address(named).orElseThrow(), scratch));
    }

    /** Is the program that runs not the one whose files the repository has, and not older than the one in use? */
    private static boolean isAnother(Path jar, Named named) {
        return !Program.base(named.text()).map(Program::sum).equals(Optional.of(JarCache.sum(jar)))
                && !new Program(Version.current(), "").isOlderThan(named.version());
    }

    private Target target(String said, CommandLine line, Path scratch, Console console) {
        boolean web = said.matches(ON_THE_WEB);
        Path jar = web ? scratch.resolve("program.jar") : file(said, console);
        Optional<String> expected = Optional.ofNullable(line.getOptionValue(SUM))
                .map(sum -> sum.strip().toLowerCase());
        if (expected.isPresent() && !expected.get().matches("[0-9a-f]{64}")) {
            throw new UsageProblem("--sha256 takes 64 digits and letters from a to f");
        }
        if (web) {
            if (expected.isEmpty()) {
                expected = Optional.of(published(said + ".sha256", scratch));
            }
            Fetch.file(said, jar);
        }
        String sum = JarCache.sum(jar);
        if (expected.isPresent() && !expected.get().equals(sum)) {
            throw new MachineRefused(said + " is not what it should be: its SHA-256 is " + sum + ", not "
                    + expected.get() + "; nothing of it was kept");
        }
        return open(jar, sum);
    }

    private static Path file(String said, Console console) {
        try {
            Path file = console.path(said);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new UsageProblem(
                "there is no file \"" + said + "\"; name a jar of the program, or its address (https://…)");
    }

    private static String published(String address, Path scratch) {
        try {
            String sum = Fetch.text(address, scratch.resolve("sum")).strip().split("\\s+")[0];
            if (sum.matches("[0-9a-f]{64}")) {
                return sum;
            }
            throw new MachineRefused("what stands at " + address + " is no SHA-256");
        } catch (MachineRefused e) {
            throw new MachineRefused(
                    e.getMessage() + "; say the sum of the jar, as the page of its release has it: --sha256 SUM");
        }
    }

    private Target fetched(Program program, String address, Path scratch) {
        Optional<Path> known = cache().find(program.sum());
        if (known.isPresent()) {
            return open(known.get(), program.sum());
        }
        Path jar = scratch.resolve("program.jar");
        String place = Program.below(address, program.version());
        Fetch.file(place, jar);
        String sum = JarCache.sum(jar);
        if (!sum.equals(program.sum())) {
            throw new MachineRefused("what came from " + place + " is not version " + program.version()
                    + ": its SHA-256 is " + sum + ", not " + program.sum() + "; nothing of it was kept");
        }
        return open(jar, sum);
    }

    private static Target open(Path jar, String sum) {
        Optional<Bundled.Other> files = look(jar);
        String version =
                files.map(found -> found.properties().getProperty("version")).orElse(null);
        if (version == null || files.get().repository().isEmpty()) {
            throw new UsageProblem("\"" + jar.getFileName() + "\" is no jar of this program");
        }
        return new Target(jar, new Program(version, sum), files.get());
    }

    private static Optional<Bundled.Other> look(Path jar) {
        try {
            return Optional.of(Bundled.of(jar));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private JarCache cache() {
        return JarCache.of(environment, Path.of(System.getProperty("user.home")));
    }

    private int upgrade(CommandLine line, Path folder, Named named, Target target, Path scratch, Console console) {
        Program to = target.program();
        named.used().filter(used -> to.isOlderThan(used.version())).ifPresent(used -> {
            if (!line.hasOption(DOWN)) {
                throw new UsageProblem(to.version() + " is older than " + used.version()
                        + ", which this playbook uses; if that is meant, say --down");
            }
        });
        Optional<Path> written = base(folder, named, scratch);
        Optional<Bundled.Other> base = written.flatMap(UpgradeVerb::look);
        Upgrade upgrade =
                Upgrade.of(folder, base, target.files(), to.version(), NewProgram.schemas(target.jar(), folder));
        boolean vendored = line.hasOption(VENDORED) || !jars(folder, named).isEmpty();
        tell(named, base, upgrade, to, vendored, console);
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

    private static List<String> sorted(Set<String> paths) {
        return paths.stream().sorted().toList();
    }

    /** The jar that wrote the files of the repository, wherever it still is. */
    private Optional<Path> base(Path folder, Named named, Path scratch) {
        Optional<Program> program = Program.base(named.text());
        if (program.isEmpty()) {
            return Optional.of(folder.resolve(Program.FIRST_JAR)).filter(Files::isRegularFile);
        }
        String sum = program.get().sum();
        for (Optional<Path> place : List.of(
                Optional.of(folder.resolve(program.get().vendored())).filter(Files::isRegularFile), running.get())) {
            if (place.isPresent() && JarCache.sum(place.get()).equals(sum)) {
                return place;
            }
        }
        Optional<Path> kept = cache().find(sum);
        if (kept.isPresent() || address(named).isEmpty()) {
            return kept;
        }
        Path jar = scratch.resolve("base.jar");
        try {
            Fetch.file(Program.below(address(named).get(), program.get().version()), jar);
            return JarCache.sum(jar).equals(sum) ? Optional.of(jar) : Optional.empty();
        } catch (MachineRefused e) {
            return Optional.empty();
        }
    }

    private static void tell(
            Named named, Optional<Bundled.Other> base, Upgrade upgrade, Program to, boolean vendored, Console console) {
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
        if (!same) {
            console.say(
                    String.format("  %-10s %s%s", "renewed", Program.FILE, vendored ? ", with the jar beside it" : ""));
        } else if (upgrade.steps().isEmpty()) {
            console.say("Every file of it is as it should be.");
        }
        if (!upgrade.originals().isEmpty()) {
            console.say("What has changed in the program's own files that yours stand in the place of:");
            upgrade.originals().forEach(diff -> diff.lines().forEach(text -> console.say(ControlCodes.line(text))));
        }
    }

    /** The jars that lie in the repository. */
    private static List<Path> jars(Path folder, Named named) {
        Stream<String> versions = Stream.of(named.used(), Program.base(named.text()))
                .flatMap(Optional::stream)
                .map(Program::vendored);
        return Stream.concat(Stream.of(Program.FIRST_JAR), versions)
                .distinct()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** The program itself comes last, so that what was interrupted begins where it began before. */
    private void finish(Path folder, Named named, Optional<Bundled.Other> base, Target target, boolean vendored) {
        Program to = target.program();
        Path place = folder.resolve(to.vendored());
        if (vendored) {
            if (!Files.isRegularFile(place) || !JarCache.sum(place).equals(to.sum())) {
                WholeFile.copy(target.jar(), place);
            }
        } else {
            cache().keep(target.jar(), to.sum());
        }
        Optional<String> before = base.flatMap(files -> Program.releases(files.properties()));
        String text =
                to.in(named.text(), before, Program.releases(target.files().properties()));
        WholeFile.write(folder.resolve(Program.FILE), text.getBytes(StandardCharsets.UTF_8));
        for (Path jar : jars(folder, named)) {
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
