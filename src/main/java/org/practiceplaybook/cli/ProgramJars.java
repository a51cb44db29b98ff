package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.CommandLine;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.upgrade.Fetch;
import org.practiceplaybook.upgrade.JarCache;
import org.practiceplaybook.upgrade.Program;
import org.practiceplaybook.work.MachineRefused;

/** Where the jars of the program are: on this machine, in a file that is named, on the web. */
final class ProgramJars {
    static final String SUM = "sha256";
    static final String VENDORED = "vendored";
    private static final String ON_THE_WEB = "https?://.*";

    private final UnaryOperator<String> environment;
    private final Supplier<Optional<Path>> running;

    ProgramJars(UnaryOperator<String> environment, Supplier<Optional<Path>> running) {
        this.environment = environment;
        this.running = running;
    }

    /** A jar and what it is. */
    record Target(Path jar, Program program, Bundled.Other files) {}

    private Optional<String> address(NamedProgram named) {
        String mirror = environment.apply("PLAYBOOK_MIRROR");
        return mirror == null || mirror.isBlank() ? Program.address(named.text()) : Optional.of(mirror);
    }

    /** The newest version that is published; empty where nobody says where. */
    Optional<Program> latest(NamedProgram named, Path scratch) {
        return address(named).map(address -> {
            String place = Program.latest(address);
            return Program.used(Fetch.text(place, scratch.resolve("latest")))
                    .orElseThrow(() -> new MachineRefused("what stands at " + place + " names no version"));
        });
    }

    static UsageProblem nowhere(NamedProgram named) {
        return new UsageProblem(
                "nothing says where newer versions are: " + named.version()
                        + " was built from its sources and never released; name a file: playbook upgrade practice-playbook.jar");
    }

    /** The version to go to; empty where there is nothing newer. */
    Optional<Target> target(CommandLine line, NamedProgram named, Path scratch, Console console) {
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
    private static boolean isAnother(Path jar, NamedProgram named) {
        return !Program.base(named.text()).map(Program::sum).equals(Optional.of(JarCache.sum(jar)))
                && !new Program(Version.current(), "").isOlderThan(named.version());
    }

    private Target target(String said, CommandLine line, Path scratch, Console console) {
        boolean web = said.matches(ON_THE_WEB);
        Path jar = web ? scratch.resolve("program.jar") : file(said, console);
        Optional<String> expected = Optional.ofNullable(line.getOptionValue(SUM))
                .map(sum -> sum.strip().toLowerCase(Locale.ROOT));
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

    /** The jar that wrote the files of the repository, wherever it still is. */
    Optional<Path> base(Path folder, NamedProgram named, Path scratch) {
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

    private static Target open(Path jar, String sum) {
        Optional<Bundled.Other> files = look(jar);
        String version =
                files.map(found -> found.properties().getProperty("version")).orElse(null);
        if (version == null || files.get().kept().isEmpty()) {
            throw new UsageProblem("\"" + jar.getFileName() + "\" is no jar of this program");
        }
        return new Target(jar, new Program(version, sum), files.get());
    }

    static Optional<Bundled.Other> look(Path jar) {
        try {
            return Optional.of(Bundled.of(jar));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    JarCache cache() {
        return JarCache.of(environment, Path.of(System.getProperty("user.home")));
    }
}
