package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.history.NewRepository;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.work.MachineRefused;

/** {@code playbook init}: a playbook to start from. Overwrites nothing. */
final class InitVerb implements Verb {
    @Override
    public String name() {
        return "init";
    }

    @Override
    public String purpose() {
        return "make a new playbook in a folder";
    }

    @Override
    public String usage() {
        return "init DIR";
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() != 1) {
            throw new UsageProblem("say where: playbook init DIR, for example playbook init my-playbook");
        }
        String written = line.getArgList().get(0);
        Path folder = console.path(written);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageProblem(written + " is a file; name a folder");
        }
        if (Files.exists(folder.resolve("content"))) {
            throw new UsageProblem(written + " has a folder \"content\" already; nothing was changed");
        }
        Map<String, byte[]> files = new TreeMap<>();
        Bundled.content().forEach((path, bytes) -> files.put("content/" + path, bytes));
        files.putAll(Bundled.repository());
        Bundled.jar().ifPresent(jar -> files.put(".playbook/practice-playbook.jar", read(jar)));
        List<String> kept = write(folder, files);
        console.say("A playbook is in " + written + ": " + (files.size() - kept.size()) + " files.");
        kept.forEach(path -> console.say("Kept as it was: " + path));
        console.say(
                switch (NewRepository.in(folder)) {
                    case COMMITTED -> "They are committed in a new git repository, ready to be pushed.";
                    case STAGED ->
                        "A new git repository waits for its first commit: git commit -m \"Begin the playbook\"";
                    case INSIDE_ANOTHER ->
                        "They lie in a git repository that was there already; nothing is committed yet.";
                    case WITHOUT_GIT -> "There is no git here, so it is a folder and no repository yet.";
                });
        String in = folder.equals(console.path(".")) || written.equals(".") ? "" : "cd " + written + ", then ";
        String command = files.containsKey(".playbook/practice-playbook.jar") ? "./playbook serve" : "playbook serve";
        console.say(
                "Next: " + in + command + ". Its name and address stand in content/playbook.yml; README.md says how to"
                        + " put it on the web.");
        return Exit.DONE;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    private static List<String> write(Path folder, Map<String, byte[]> files) {
        List<String> kept = new ArrayList<>();
        files.forEach((path, bytes) -> {
            Path file = folder.resolve(path);
            try {
                if (Files.exists(file)) {
                    kept.add(path);
                    return;
                }
                Files.createDirectories(file.getParent());
                Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
                if (path.equals("playbook")) {
                    file.toFile().setExecutable(true, false);
                }
            } catch (IOException e) {
                throw MachineRefused.because("write " + file, e);
            }
        });
        return kept;
    }
}
