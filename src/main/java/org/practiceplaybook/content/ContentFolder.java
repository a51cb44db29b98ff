package org.practiceplaybook.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.practiceplaybook.content.asset.AssetReader;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.PageMarkdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Normalized;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.TextDecoder;
import org.practiceplaybook.work.ByteStore;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/**
 * The content folder on disk. Nothing outside it is ever read: links on disk are not followed.
 *
 * <p>May be shared between threads with deep stacks, as those of {@link Workers} are.
 */
public final class ContentFolder {
    /** What Java makes of bytes in a name that are no letters. */
    private static final char UNREADABLE = '\uFFFD';

    /** In bytes. No text that is as long is read on: it has more letters than any may have. */
    public static final int LARGEST_TEXT = 4 << 20;

    private final Path root;
    private final List<String> languages;
    private final Model.Said said;
    private final boolean withLines;
    /** By language. */
    private final Map<String, Markdown> markdown = new ConcurrentHashMap<>();

    private final ByteStore texts = new ByteStore();

    private ContentFolder(Path root, PlaybookSettings settings, boolean withLines) {
        this.root = root;
        this.languages = settings.languages();
        this.said = settings.model();
        this.withLines = withLines;
    }

    /** Opens a folder: of its files only the settings are read now, for the language and the fields that all others have. */
    public static ContentFolder open(Path root) {
        return new ContentFolder(root, settingsOf(root), false);
    }

    /** The same for a writer's desk: each block of a text says on which line of its file it begins. */
    public static ContentFolder openWithLines(Path root) {
        return new ContentFolder(root, settingsOf(root), true);
    }

    private static PlaybookSettings settingsOf(Path root) {
        for (String name : List.of(PlaybookSettings.FILE, "playbook.yaml")) {
            Path file = root.resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                SourceFile source = TextDecoder.decode(name, bytes(file), new ArrayList<>());
                return DataReader.settings(source, QuotationMarks.of("en"))
                        .settings()
                        .orElseThrow();
            }
        }
        return PlaybookSettings.DEFAULT;
    }

    /** BCP 47. */
    public String language() {
        return languages.get(0);
    }

    /** Those of all editions, BCP 47, the playbook's own first. */
    public List<String> languages() {
        return languages;
    }

    private Markdown markdown(String language) {
        return markdown.computeIfAbsent(language, unused -> {
            QuotationMarks marks = QuotationMarks.of(language);
            return withLines ? PageMarkdown.withLines(marks) : PageMarkdown.of(marks);
        });
    }

    /** Would every other file mean to this one what it means to that one? */
    public boolean readsAs(ContentFolder other) {
        return languages.equals(other.languages) && said.isAs(other.said);
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_TEXT + 1);
        } catch (NoSuchFileException e) {
            throw new Gone("could not read " + file + ": it is not there");
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    /** A file that was listed a moment ago. */
    private static final class Gone extends MachineRefused {
        private static final long serialVersionUID = 1L;

        Gone(String message) {
            super(message);
        }
    }

    /**
     * A file and when it was last changed, so that a change can be seen without reading it.
     *
     * @param size in bytes; {@link #LINK} of a link on disk
     */
    public record Stamp(String path, long size, long modifiedNanos) {
        static final long LINK = -1;

        boolean isLink() {
            return size == LINK;
        }
    }

    /** The files of the folder, by path. Hidden files and folders are left out. */
    public List<Stamp> stamps() {
        TreeMap<String, Stamp> stamps = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean hidden = !folder.equals(root) && isHidden(folder);
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    boolean link = attributes.isSymbolicLink();
                    if ((attributes.isRegularFile() || link) && !isHidden(file)) {
                        String path = relative(file);
                        stamps.put(
                                path,
                                new Stamp(
                                        path,
                                        link ? Stamp.LINK : attributes.size(),
                                        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException && !file.equals(root)) {
                        return FileVisitResult.CONTINUE; // an editor's file for a moment only
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw MachineRefused.because("read " + root, e);
        }
        return List.copyOf(stamps.values());
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.equals("node_modules");
    }

    private String relative(Path file) {
        String path =
                root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        if (path.indexOf(UNREADABLE) >= 0 && !"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            throw new MachineRefused(
                    "Java cannot open \"" + path + "\" here, because the system's language setting has no"
                            + " accents; set the environment variable LC_ALL to C.UTF-8 and try again");
        }
        return path;
    }

    /** Reads everything. */
    public Content read(Workers workers) {
        return assemble(readOrTell(stamps(), workers));
    }

    List<FileReading> readOrTell(List<Stamp> all, Workers workers) {
        Reading reading = new Reading(paths(all));
        return workers.map(all, stamp -> readOrTell(reading, stamp));
    }

    /** A file that goes away meanwhile is told of, and the rest is read all the same. */
    private FileReading readOrTell(Reading reading, Stamp stamp) {
        try {
            return reading.read(stamp);
        } catch (Gone e) {
            return FileReading.nothing(
                    stamp.path(),
                    Diagnostic.of(
                                    RuleCode.FILE_GONE,
                                    SourceFile.unread(stamp.path()).whole(),
                                    "the file went away while the playbook was read")
                            .effect("nothing of this file")
                            .remedy("wait until nothing writes into the folder any more, and try again"));
        }
    }

    /**
     * Reads some files, in the order given.
     *
     * @param all every file of the folder: what a file is can depend on its neighbours
     */
    public List<FileReading> read(List<Stamp> all, List<Stamp> some, Workers workers) {
        Reading reading = new Reading(paths(all));
        return workers.map(some, reading::read);
    }

    /**
     * Reads files as if they held other texts: a path and its text give what would be read.
     *
     * @param all every file of the folder
     */
    public BiFunction<String, String, FileReading> rereader(List<Stamp> all) {
        Reading reading = new Reading(paths(all));
        return (path, text) -> {
            List<Diagnostic> found = new ArrayList<>();
            return reading.text(
                    reading.classified.get(path), Characters.legible(new SourceFile(path, text), found), found);
        };
    }

    /**
     * The text of a file as it stands on disk, byte order mark included.
     *
     * @return empty where it is not in UTF-8
     */
    public Optional<String> text(String path) {
        byte[] bytes = bytes(root.resolve(path));
        return TextDecoder.isPlainUtf8(bytes)
                ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /**
     * Writes a file anew, all of it or nothing.
     *
     * @param before what it must still hold
     * @return false where it holds something else by now, and was left alone
     */
    public boolean replace(String path, String before, String after) {
        Path file = root.resolve(path);
        if (!text(path).filter(before::equals).isPresent()) {
            return false;
        }
        try {
            Path fresh = Files.createTempFile(file.getParent(), ".playbook", ".tmp");
            try {
                Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Files.writeString(fresh, after);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw MachineRefused.because("write " + file, e);
        }
        return true;
    }

    private static List<String> paths(List<Stamp> stamps) {
        return stamps.stream().map(Stamp::path).toList();
    }

    /** One list of everything, of what the single files gave. */
    public static Content assemble(List<FileReading> readings) {
        List<Practice> practices = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        List<Pathway> pathways = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        List<GlossaryEntry> glossary = new ArrayList<>();
        List<ContentAsset> assets = new ArrayList<>();
        List<Content.Translation> translations = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        PlaybookSettings settings = PlaybookSettings.DEFAULT;
        for (FileReading reading : readings) {
            diagnostics.addAll(reading.diagnostics());
            if (reading.translation().isPresent()) {
                translations.add(reading.translation().get());
                continue;
            }
            Entry entry = reading.entry().orElse(null);
            if (entry instanceof Practice practice) {
                practices.add(practice);
            } else if (entry instanceof Attempt attempt) {
                attempts.add(attempt);
            } else if (entry instanceof Pathway pathway) {
                pathways.add(pathway);
            } else if (entry instanceof Page page) {
                pages.add(page);
            }
            terms.addAll(reading.terms());
            glossary.addAll(reading.glossary());
            reading.asset().ifPresent(assets::add);
            settings = reading.settings().orElse(settings);
        }
        Model model = Model.of(readings.stream().map(FileReading::path).toList(), settings.model());
        return new Content(
                settings,
                model,
                practices,
                attempts,
                pathways,
                pages,
                terms,
                glossary,
                assets,
                translations,
                diagnostics);
    }

    /** How the files of a folder are read: what a file is, and what its fields are, can depend on its neighbours. */
    private final class Reading {
        private final Map<String, ContentPath> classified;
        private final Model model;
        /** By language. */
        private final Map<String, TextReader> texts = new ConcurrentHashMap<>();

        Reading(List<String> paths) {
            classified = TextReader.classify(paths, languages);
            model = Model.of(paths, said);
        }

        private TextReader texts(String language) {
            return texts.computeIfAbsent(
                    language,
                    unused -> new TextReader(markdown(language), QuotationMarks.of(language), model, languages));
        }

        FileReading read(Stamp stamp) {
            ContentPath file = classified.get(stamp.path());
            Optional<Diagnostic> name = unfitName(file.path());
            if (name.isPresent()) {
                return FileReading.nothing(file.path(), name.get());
            }
            if (stamp.isLink()) {
                return FileReading.nothing(file.path(), notFollowed(file.path()));
            }
            return switch (file.kind()) {
                case ASSET -> asset(file, stamp);
                case IGNORED -> FileReading.empty(file.path());
                case MISPLACED -> FileReading.nothing(file.path(), TextReader.misplaced(file.path()));
                default -> text(file);
            };
        }

        private FileReading text(ContentPath file) {
            byte[] bytes = bytes(root.resolve(file.path()));
            if (bytes.length > LARGEST_TEXT) {
                return FileReading.nothing(
                        file.path(),
                        Diagnostic.of(
                                        RuleCode.TOO_LONG,
                                        SourceFile.unread(file.path()).whole(),
                                        "this text is larger than " + (LARGEST_TEXT >> 20) + " MB")
                                .effect("nothing of this file")
                                .remedy("cut it into several pages"));
            }
            List<Diagnostic> found = new ArrayList<>();
            return text(file, TextDecoder.decode(file.path(), bytes, found), found);
        }

        private FileReading text(ContentPath file, SourceFile decoded, List<Diagnostic> found) {
            SourceFile source = Normalized.of(decoded, found);
            Optional<LanguageTag.Translated> translated = file.translated();
            String language = translated.map(LanguageTag.Translated::language).orElse(language());
            QuotationMarks marks = QuotationMarks.of(language);
            FileReading reading = switch (file.kind()) {
                case TERMS ->
                    translated.isEmpty()
                            ? DataReader.terms(source, marks, taxonomy(file))
                            : FileReading.empty(file.path()).withMore(DataReader.termWords(source, marks));
                case GLOSSARY ->
                    DataReader.glossary(
                            source, translated.isEmpty() ? Fields.OF_WORD : Fields.OF_TRANSLATED_WORD, marks);
                case SETTINGS ->
                    translated.isEmpty()
                            ? DataReader.settings(source, marks)
                            : FileReading.empty(file.path()).withMore(DataReader.words(source, marks));
                default -> texts(language).read(file, source);
            };
            if (translated.isPresent() && reading.translation().isEmpty()) {
                reading = reading.as(new Content.Translation(
                        source, language, translated.get().original(), Optional.empty(), Optional.empty()));
            }
            if (TextReader.hasLongName(file)) {
                reading = reading.withoutContent();
            }
            reading.entry().ifPresent(ContentFolder.this::setAside);
            return found.isEmpty() ? reading : reading.withMore(found);
        }

        /** The vocabulary whose terms a file has. */
        private Taxonomy taxonomy(ContentPath file) {
            return Taxonomy.keyOf(file.path()).flatMap(model::taxonomy).orElseThrow();
        }
    }

    /** Of a hundred thousand texts memory holds a part. */
    private void setAside(Entry entry) {
        entry.file().kept().moveTo(bytes -> texts.keep(bytes)::bytes);
        entry.body().parts().forEach(part -> part.kept().moveTo(bytes -> texts.keep(bytes)::bytes));
    }

    private FileReading asset(ContentPath file, Stamp stamp) {
        Path location = root.resolve(file.path());
        try {
            AssetReader.Reading reading = AssetReader.read(file.path(), location, stamp.size());
            return FileReading.of(reading.asset(), reading.diagnostics());
        } catch (MachineRefused e) {
            throw Files.exists(location, LinkOption.NOFOLLOW_LINKS) ? e : new Gone(e.getMessage());
        }
    }

    private static Diagnostic notFollowed(String path) {
        return Diagnostic.of(
                        RuleCode.SYMBOLIC_LINK,
                        SourceFile.unread(path).whole(),
                        "this is a link to another place of the disk, and such links are not followed")
                .effect("nothing of what it leads to")
                .remedy("put the file or folder itself here, in place of the link");
    }

    private static Optional<Diagnostic> unfitName(String path) {
        if (path.indexOf(UNREADABLE) >= 0) {
            return Optional.of(Diagnostic.of(
                            RuleCode.NAME_SIGN,
                            SourceFile.unread(path).whole(),
                            "the name of this file or its folder is not written in UTF-8")
                    .effect("nothing of this file")
                    .remedy("rename it, in letters of today"));
        }
        if (path.codePoints().allMatch(Characters::isAllowedInName)) {
            return Optional.empty();
        }
        StringBuilder fit = new StringBuilder();
        path.codePoints().filter(Characters::isAllowedInName).forEach(fit::appendCodePoint);
        int first = path.codePoints()
                .filter(c -> !Characters.isAllowedInName(c))
                .findFirst()
                .orElseThrow();
        return Optional.of(Diagnostic.of(
                        RuleCode.NAME_SIGN,
                        SourceFile.unread(path).whole(),
                        "a sign that cannot be seen stands in the name of this file or its folder: "
                                + Characters.name(first))
                .effect("nothing of this file")
                .remedy("rename it to " + fit));
    }
}
