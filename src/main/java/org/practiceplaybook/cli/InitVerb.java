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
        List<String> kept = write(folder, files);
        console.say("A playbook is in " + written + ": " + (files.size() - kept.size()) + " files.");
        kept.forEach(path -> console.say("Kept as it was: " + path));
        String in = folder.equals(console.path(".")) || written.equals(".") ? "" : "cd " + written + ", then ";
        console.say("Next: " + in + "playbook serve. Its name and address stand in content/playbook.yml.");
        return Exit.DONE;
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
            } catch (IOException e) {
                throw MachineRefused.because("write " + file, e);
            }
        });
        return kept;
    }
}
