package org.practiceplaybook.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.importer.ForeignLibrary;
import org.practiceplaybook.importer.Import;
import org.practiceplaybook.importer.OwnLibrary;
import org.practiceplaybook.importer.Written;
import org.practiceplaybook.report.ControlCodes;
import org.practiceplaybook.report.TextReport;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.TextDecoder;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/**
 * {@code playbook import}: brings a library of Markdown files over. Shows first what it would do; overwrites nothing.
 */
final class ImportVerb implements Verb {
    private static final int MOST_FILES = 30;
    private static final int MOST_OF_A_KIND = 20;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String purpose() {
        return "bring an existing library of Markdown files over, or a site's library.json";
    }

    @Override
    public String usage() {
        return "import DIR | library.json [--content DIR] [--mapping FILE] [--write] [--again] [--all]";
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Verb.value("content", "DIR", "the content folder to bring it to (content)"));
        options.addOption(Verb.value("mapping", "FILE", "what its keys and headings become (import.yml)"));
        options.addOption(Verb.flag("write", "write the entries; without it nothing of the content is touched"));
        options.addOption(Verb.flag("again", "replace what an earlier import wrote and nobody has touched since"));
        options.addOption(Verb.flag("all", "list every file and every remark"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() != 1) {
            throw new UsageProblem(
                    "say which library: playbook import DIR, for example playbook import ../our-methods");
        }
        String written = line.getArgList().get(0);
        Path folder = console.path(written);
        if (folder.endsWith(OwnLibrary.NAME)) {
            return ownLibrary(line, console, folder, written);
        }
        PlaybookFolders source = PlaybookFolders.of(line, console);
        refuse(folder, written, source);
        Workers workers = Workers.ofThisMachine();
        ContentFolder opened = ContentFolder.open(source.content());
        Content content = opened.read(workers);
        SectionNames sections = source.words(opened.language()).sections();
        ForeignLibrary library = ForeignLibrary.read(folder, workers);
        if (library.texts().isEmpty()) {
            throw new UsageProblem("there is no Markdown file in " + written);
        }
        String mappingName = line.getOptionValue("mapping", "import.yml");
        Path mapping = console.path(mappingName);
        if (!Files.exists(mapping) && line.hasOption("mapping") && line.hasOption("write")) {
            throw new UsageProblem("there is no file " + mappingName
                    + "; nothing was written. Without --write a first guess" + " is put there, to be looked at");
        }
        if (!Files.exists(mapping)) {
            String name = folder.toAbsolutePath().normalize().getFileName().toString();
            guess(mapping, Import.guess(library, content, sections, name));
            console.say("First guess of what its keys, headings and words become: " + mappingName
                    + ". Change what is wrong in it.\n");
        }
        Import plan = Import.of(library, read(mapping, mappingName), content, sections, source.content(), workers);
        if (!plan.mappingProblems().isEmpty()) {
            console.err()
                    .print(new TextReport("", console.colour())
                            .of(console.called().in(plan.mappingProblems())));
            console.warn("Nothing was brought over: mend the mapping first.");
            return Exit.CONTENT;
        }
        boolean write = line.hasOption("write");
        Written earlier = Written.of(source.content());
        Set<String> anew = line.hasOption("again") ? untouched(plan, earlier) : Set.of();
        plan = plan.again(anew);
        Map<Import.NewFile, String> failed = write ? write(plan, source, anew) : Map.of();
        if (write) {
            earlier.add(plan.files().stream()
                    .filter(file -> file.text().isPresent() && !file.there() && !failed.containsKey(file))
                    .map(Import.NewFile::path)
                    .toList());
        }
        if (!anew.isEmpty()) {
            console.say("In the place of what an earlier import wrote: " + count(anew.size(), "text") + ".");
        }
        tell(plan, failed.keySet(), console, source, prefix(written), line.hasOption("all"), write);
        failed.forEach((file, why) -> console.warn(prefix(written) + file.from() + ": " + why));
        StringBuilder again = new StringBuilder("playbook import " + shown(written));
        for (Option option : line.getOptions()) {
            again.append(" --").append(option.getLongOpt());
            again.append(option.hasArg() ? " " + shown(option.getValue()) : "");
        }
        console.say(
                write
                        ? "Next: playbook check, then playbook serve."
                        : "Nothing of the content was touched. If this looks right: " + again + " --write");
        return failed.isEmpty() ? Exit.DONE : Exit.MACHINE;
    }

    /** A library that a site was made of, which needs no mapping; into a folder that need not be there yet. */
    private static int ownLibrary(CommandLine line, Console console, Path json, String written) {
        if (!Files.isRegularFile(json)) {
            throw new UsageProblem("there is no file \"" + written + "\" to bring over");
        }
        PlaybookFolders to = PlaybookFolders.into(line, console);
        Import plan = OwnLibrary.read(json, to.content())
                .orElseThrow(() -> new UsageProblem(written + " is not the library of a playbook's site, or is damaged;"
                        + " take it from the site again, with the files beside it"));
        boolean write = line.hasOption("write");
        Map<Import.NewFile, String> failed = write ? write(plan, to, Set.of()) : Map.of();
        String from = written.substring(0, written.length() - OwnLibrary.NAME.length());
        tell(plan, failed.keySet(), console, to, from, line.hasOption("all"), write);
        failed.forEach((file, why) -> console.warn(from + file.from() + ": " + why));
        String again = "playbook import " + shown(written) + " --content " + shown(to.written());
        console.say(
                write
                        ? "Next: playbook check, then playbook serve."
                        : "Nothing was written. If this looks right: " + again + " --write");
        return failed.isEmpty() ? Exit.DONE : Exit.MACHINE;
    }

    private static Set<String> untouched(Import plan, Written earlier) {
        return plan.files().stream()
                .filter(file -> file.there() && file.text().isPresent())
                .map(Import.NewFile::path)
                .filter(earlier::isUntouched)
                .collect(Collectors.toSet());
    }

    private static void guess(Path mapping, String text) {
        try {
            create(mapping, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false);
        } catch (IOException e) {
            throw MachineRefused.because("write " + mapping, e);
        }
    }

    private static void refuse(Path folder, String written, PlaybookFolders source) {
        if (!Files.isDirectory(folder)) {
            throw new UsageProblem("there is no folder \"" + written + "\" to bring over");
        }
        Path from = folder.toAbsolutePath().normalize();
        Path to = source.content().toAbsolutePath().normalize();
        if (from.startsWith(to) || to.startsWith(from)) {
            throw new UsageProblem("the library " + written + " and the content folder " + source.written()
                    + " lie in each other; put the library somewhere else first");
        }
    }

    private static SourceFile read(Path mapping, String name) {
        try {
            return TextDecoder.decode(name, Files.readAllBytes(mapping), new java.util.ArrayList<>());
        } catch (IOException e) {
            throw MachineRefused.because("read " + name, e);
        }
    }

    /**
     * Writes what is not there yet. A file that cannot be brought over keeps no other from it.
     *
     * @param again paths of texts that are written though they are there
     */
    static Map<Import.NewFile, String> write(Import plan, PlaybookFolders source, Set<String> again) {
        Map<Import.NewFile, String> failed = new LinkedHashMap<>();
        for (Import.NewFile file : plan.files()) {
            if (!file.there()) {
                try {
                    write(file, source.content().resolve(file.path()), again.contains(file.path()));
                } catch (IOException e) {
                    failed.put(file, MachineRefused.because("bring it over", e).getMessage());
                } catch (UsageProblem e) {
                    failed.put(file, e.getMessage());
                }
            }
        }
        return failed;
    }

    private static void write(Import.NewFile file, Path to, boolean over) throws IOException {
        if (file.text().isPresent()) {
            create(to, new ByteArrayInputStream(file.text().get().getBytes(StandardCharsets.UTF_8)), over);
            return;
        }
        try (InputStream in = Files.newInputStream(file.copied().orElseThrow(), LinkOption.NOFOLLOW_LINKS)) {
            create(to, in, false);
        }
    }

    /** The file may have grown since it was measured. */
    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = ForeignLibrary.LARGEST_OTHER;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            left -= n;
            if (left < 0) {
                throw new IOException("it is larger than " + (ForeignLibrary.LARGEST_OTHER >> 20) + " MB");
            }
            out.write(buffer, 0, n);
        }
    }

    /** Whole or not at all, and over another file only where that is asked. */
    private static void create(Path file, InputStream in, boolean over) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = folder.resolve(".playbook-" + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW)) {
                copy(in, out);
            }
            if (over) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(fresh, file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new UsageProblem(file + " is there already; nothing was overwritten");
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void tell(
            Import plan,
            Set<Import.NewFile> failed,
            Console console,
            PlaybookFolders source,
            String library,
            boolean all,
            boolean written) {
        List<Import.NewFile> fresh = plan.files().stream()
                .filter(file -> !file.there() && !failed.contains(file))
                .toList();
        List<Import.NewFile> texts =
                fresh.stream().filter(file -> file.text().isPresent()).toList();
        console.say((written ? "Brought over: " : "Would bring over: ") + count(texts.size(), "text") + ", "
                + count(fresh.size() - texts.size(), "image or other file", "images and other files") + ".");
        texts.stream()
                .limit(all ? Long.MAX_VALUE : MOST_FILES)
                // a name may hold the end of a line
                .map(file -> source.prefix() + file.path() + "  from " + library + file.from())
                .forEach(line -> console.say("  " + ControlCodes.line(line)));
        more(console, texts.size() - MOST_FILES, all);
        List<Import.NewFile> there = plan.files().stream()
                .filter(file -> file.there() && file.text().isPresent())
                .toList();
        if (!there.isEmpty() && !written) {
            console.say("\nThere already, and left as they are:");
        } else if (!there.isEmpty()) {
            console.say("\nWere there already, and were left as they were:");
        }
        there.stream()
                .limit(all ? Long.MAX_VALUE : MOST_FILES)
                .forEach(file -> console.say("  " + source.prefix() + file.path()));
        more(console, there.size() - MOST_FILES, all);
        if (!plan.leftOut().isEmpty()) {
            console.say("\nLeft out by the mapping (" + plan.leftOut().size() + "):");
            plan.leftOut().stream()
                    .limit(all ? Long.MAX_VALUE : MOST_FILES)
                    .forEach(path -> console.say("  " + library + path));
            more(console, plan.leftOut().size() - MOST_FILES, all);
        }
        if (!plan.unused().isEmpty()) {
            console.say("\nOther files that no text uses: "
                    + plan.unused().entrySet().stream()
                            .map(entry -> entry.getValue()
                                    + (entry.getKey().isEmpty() ? " without an ending" : " ." + entry.getKey()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (!plan.headings().isEmpty()) {
            console.say("\nHeadings with another place (" + plan.headings().size() + "):");
            plan.headings().entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(all ? Long.MAX_VALUE : MOST_OF_A_KIND)
                    .forEach(entry -> console.say("  " + entry.getKey() + " in " + count(entry.getValue(), "text")));
            more(console, plan.headings().size() - MOST_OF_A_KIND, all);
        }
        remarks(plan, console, library, all);
        console.say("");
    }

    /** One line for each: where it stands in the library, and what became of it. */
    private static void remarks(Import plan, Console console, String library, boolean all) {
        Map<String, List<Diagnostic>> kinds = plan.told().stream()
                .collect(Collectors.groupingBy(Diagnostic::code, TreeMap::new, Collectors.toList()));
        kinds.forEach((kind, remarks) -> {
            console.say("\n" + heading(kind) + " (" + remarks.size() + "):");
            remarks.stream()
                    .limit(all ? Long.MAX_VALUE : MOST_OF_A_KIND)
                    .forEach(remark -> console.say("  " + library
                            + remark.place().file().path()
                            + (remark.place().isWhole()
                                    ? ""
                                    : ":" + remark.place().start().line()) + ": " + remark.message()));
            more(console, remarks.size() - MOST_OF_A_KIND, all);
        });
    }

    private static String heading(String kind) {
        return switch (kind) {
            case "kept-in-notes" -> "Found no place, and stands under \"Notes from import\" in the entry";
            case "no-range" -> "Times and numbers of people that are not fixed (no mistake)";
            case "link-nowhere" -> "Links that became text";
            case "image-missing" -> "Images that are not there";
            case "front-matter" -> "Front matter that is not as YAML should be; it is kept in the entry";
            case "template-language" -> "Written in the language of another tool";
            case "hidden-draft" -> "Hidden from readers";
            case "shortened" -> "Shortened";
            case "summary-taken" -> "Summaries to look at";
            case "summary-none" -> "Nothing to read yet";
            case "encoding" -> "Letters to look at";
            default -> "Left out";
        };
    }

    private static void more(Console console, int more, boolean all) {
        if (more > 0 && !all) {
            console.say("  … and " + more + " more; --all lists them");
        }
    }

    private static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** A word as a shell takes it for one. */
    private static String shown(String word) {
        return word.contains(" ") ? "\"" + word + "\"" : word;
    }

    private static String prefix(String written) {
        String plain = written.replace('\\', '/');
        return plain.endsWith("/") ? plain : plain + "/";
    }
}
