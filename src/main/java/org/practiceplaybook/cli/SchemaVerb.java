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
import org.practiceplaybook.form.IssueForms;
import org.practiceplaybook.schema.Schemas;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/** {@code playbook schema}: what an editor should know of the content while it is written. */
final class SchemaVerb implements Verb {
    static final String PLACE = "docs/schema";
    private static final String FORMS = "forms";

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
        return "schema [--content DIR] [--theme DIR] [--out DIR] [--forms]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlaybookFolders.addTo(options);
        options.addOption(Verb.value("out", "DIR", "the folder to write to (" + PLACE + ")"));
        options.addOption(Verb.flag(FORMS, "the forms for issues, too, in the words of the playbook's language"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        PlaybookFolders source = PlaybookFolders.of(line, console);
        String written = line.getOptionValue("out", PLACE);
        Path out = console.path(written);
        BuildVerb.refuseOverlap(source.content(), out, "--out");
        SortedMap<String, byte[]> schemas = write(source, out);
        if (line.hasOption(FORMS)) {
            SortedMap<String, byte[]> forms = IssueForms.files(
                    source.words(ContentFolder.open(source.content()).language()));
            forms.forEach((path, bytes) -> write(console.path(path), bytes));
            console.say("The forms for issues are written: " + String.join(", ", forms.keySet()) + ".");
        }
        console.say(schemas.size() + " schemas are in " + written + ": " + String.join(", ", schemas.keySet()) + ".");
        return Exit.DONE;
    }

    /** Writes the schemas of a playbook into a folder, and returns them. */
    static SortedMap<String, byte[]> write(PlaybookFolders source, Path out) {
        ContentFolder folder = ContentFolder.open(source.content());
        Content content = folder.read(Workers.ofThisMachine());
        SortedMap<String, byte[]> schemas = Schemas.of(content, source.words(folder.language()));
        schemas.forEach((name, bytes) -> write(out.resolve(name), bytes));
        return schemas;
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
