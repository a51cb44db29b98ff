package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.schema.Schemas;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/** {@code playbook schema}: what an editor should know of the content while it is written. */
final class SchemaVerb implements Verb {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String purpose() {
        return "write JSON Schemas for editors, with the terms of this playbook";
    }

    @Override
    public String usage() {
        return "schema [--content DIR] [--theme DIR] [--out DIR]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlaybookFolders.addTo(options);
        options.addOption(Verb.value("out", "DIR", "the folder to write to (docs/schema)"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        PlaybookFolders source = PlaybookFolders.of(line, console);
        String written = line.getOptionValue("out", "docs/schema");
        Path out = console.path(written);
        BuildVerb.refuseOverlap(source.content(), out, "--out");
        ContentFolder folder = ContentFolder.open(source.content());
        Content content = folder.read(Workers.ofThisMachine());
        Theme theme = Theme.of(Theme.files(source.theme()), folder.language());
        SortedMap<String, byte[]> schemas = Schemas.of(content, theme.words());
        schemas.forEach((name, bytes) -> write(out.resolve(name), bytes));
        console.say(schemas.size() + " schemas are in " + written + ": " + String.join(", ", schemas.keySet()) + ".");
        return Exit.DONE;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return;
            }
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw MachineRefused.because("write " + file, e);
        }
    }
}
