package org.practiceplaybook.content;

import java.io.IOException;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.QuotationMarks;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Nfc;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/**
 * The content folder on disk. Nothing outside it is ever read: links on disk are not followed.
 *
 * <p>May be shared between threads with deep stacks, as those of {@link Workers} are.
 */
public final class ContentFolder {
    static final List<String> ENTRY_FOLDERS = List.of("practices", "attempts", "pathways", "pages");

    /** The lists of entries have these addresses. */
    private static final Set<String> LIST_PAGES = Set.of("PRACTICE/index", "ATTEMPT/index", "PATHWAY/index");

    private final Path root;
    private final String language;
    private final QuotationMarks marks;
    private final EntryReader entries;

    private ContentFolder(Path root, String language, boolean withLines) {
        this.root = root;
        this.language = language;
        this.marks = QuotationMarks.of(language);
        this.entries = new EntryReader(withLines ? Markdown.withLines(marks) : new Markdown(marks), marks);
    }

    /** Opens a folder: of its files only the settings are read now, for the language that all others are read in. */
    public static ContentFolder open(Path root) {
        return new ContentFolder(root, languageOf(root), false);
    }

    /** The same for a writer's desk: each block of a text says on which line of its file it begins. */
    public static ContentFolder openWithLines(Path root) {
        return new ContentFolder(root, languageOf(root), true);
    }

    private static String languageOf(Path root) {
        for (String name : List.of("playbook.yml", "playbook.yaml")) {
            Path file = root.resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                SourceFile source = TextDecoder.decode(name, bytes(file), new ArrayList<>());
                return DataReader.settings(source, QuotationMarks.of("en"))
                        .settings()
                        .orElseThrow()
                        .language();
            }
        }
        return PlaybookSettings.DEFAULT.language();
    }

    /** BCP 47. */
    public String language() {
        return language;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    /** A file and when it was last changed, so that a change can be seen without reading it. */
    public record Stamp(String path, long size, long modifiedNanos) {}

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
                    if (attributes.isRegularFile() && !isHidden(file)) {
                        String path = relative(file);
                        stamps.put(
                                path,
                                new Stamp(
                                        path,
                                        attributes.size(),
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
        if (path.indexOf('\uFFFD') >= 0) {
            throw new MachineRefused(
                    "Java cannot open \"" + path + "\" here, because the system's language setting has no"
                            + " accents; set the environment variable LC_ALL to C.UTF-8 and try again");
        }
        return path;
    }

    /** Reads everything. */
    public Content read(Workers workers) {
        List<Stamp> all = stamps();
        return assemble(read(all, all, workers));
    }

    /**
     * Reads some files, in the order given.
     *
     * @param all every file of the folder: what a file is can depend on its neighbours
     */
    public List<FileReading> read(List<Stamp> all, List<Stamp> some, Workers workers) {
        Map<String, ContentPath> classified = classify(all);
        return workers.map(some, stamp -> read(classified.get(stamp.path()), stamp));
    }

    /**
     * Reads files as if they held other texts: a path and its text give what would be read.
     *
     * @param all every file of the folder
     */
    public BiFunction<String, String, FileReading> rereader(List<Stamp> all) {
        Map<String, ContentPath> classified = classify(all);
        return (path, text) -> readText(classified.get(path), new SourceFile(path, text), new ArrayList<>());
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

    /**
     * What each file is. Of two that would get one address the second gets another, so that neither is lost; a file that is
     * called as its address goes first.
     */
    private static Map<String, ContentPath> classify(List<Stamp> stamps) {
        Set<String> all = new HashSet<>();
        stamps.forEach(stamp -> all.add(stamp.path().toLowerCase(Locale.ROOT)));
        List<ContentPath> files = new ArrayList<>();
        stamps.forEach(stamp -> files.add(classify(stamp.path(), all)));
        files.sort(Comparator.comparing(
                (ContentPath file) -> !withoutEnd(lastPart(file.path())).equals(lastPart(file.slug()))));
        Map<String, ContentPath> classified = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        LIST_PAGES.forEach(page -> owners.put(page, ""));
        for (ContentPath file : files) {
            ContentPath done = file;
            if (!file.slug().isEmpty()) {
                String slug = file.slug();
                String rival = owners.getOrDefault(owned(file, slug), "");
                for (int i = 2; owners.putIfAbsent(owned(file, slug), file.path()) != null; i++) {
                    slug = file.wanted() + "-" + i;
                }
                done = file.withSlug(slug, rival);
            }
            classified.put(file.path(), done);
        }
        return classified;
    }

    private static String owned(ContentPath file, String slug) {
        return file.kind() + "/" + slug.toLowerCase(Locale.ROOT);
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
        List<Diagnostic> diagnostics = new ArrayList<>();
        PlaybookSettings settings = PlaybookSettings.DEFAULT;
        for (FileReading reading : readings) {
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
            diagnostics.addAll(reading.diagnostics());
        }
        return new Content(settings, practices, attempts, pathways, pages, terms, glossary, assets, diagnostics);
    }

    /**
     * Reads an entry that is on no disk.
     *
     * @param path below the content folder, which says what kind of entry it is: {@code practices/walk-in-pairs.md}
     * @param language of the playbook, BCP 47
     * @throws IllegalArgumentException where nothing of the kind lies in such a place
     */
    public static FileReading readEntry(String path, String text, String language) {
        ContentPath file = classify(path, Set.of(path.toLowerCase(Locale.ROOT)));
        EntryReader entries = readerFor(language);
        SourceFile source = new SourceFile(path, text);
        return switch (file.kind()) {
            case PRACTICE -> entries.practice(source, file.slug());
            case ATTEMPT -> entries.attempt(source, file.slug());
            case PATHWAY -> entries.pathway(source, file.slug());
            case PAGE -> entries.page(source, file.slug());
            default -> throw new IllegalArgumentException("no entry lies at " + path);
        };
    }

    /**
     * What is looked for in and before front matter, besides what no reader of YAML takes, by the code of what is said of
     * it, or the code, a colon and the case: regular expressions that JavaScript reads alike. In some of them {@code ^} is
     * the start of any line.
     */
    public static Map<String, String> patterns() {
        Map<String, String> patterns = new LinkedHashMap<>(FrontMatter.patterns());
        patterns.put("hash", FieldReader.HASH_WORD);
        return patterns;
    }

    private static EntryReader readerFor(String language) {
        QuotationMarks marks = QuotationMarks.of(language);
        return new EntryReader(new Markdown(marks), marks);
    }

    private FileReading read(ContentPath file, Stamp stamp) {
        switch (file.kind()) {
            case ASSET -> {
                return AssetReader.read(file.path(), root.resolve(file.path()), stamp.size());
            }
            case IGNORED -> {
                return FileReading.empty(file.path());
            }
            case MISPLACED -> {
                return FileReading.nothing(file.path(), misplaced(file.path()));
            }
            default -> {
                return readText(file);
            }
        }
    }

    private FileReading readText(ContentPath file) {
        List<Diagnostic> found = new ArrayList<>();
        return readText(file, TextDecoder.decode(file.path(), bytes(root.resolve(file.path())), found), found);
    }

    private FileReading readText(ContentPath file, SourceFile source, List<Diagnostic> found) {
        fileName(file, source).ifPresent(found::add);
        clash(file, source).ifPresent(found::add);
        FileReading reading = switch (file.kind()) {
            case PRACTICE -> entries.practice(source, file.slug());
            case ATTEMPT -> entries.attempt(source, file.slug());
            case PATHWAY -> entries.pathway(source, file.slug());
            case PAGE -> entries.page(source, file.slug());
            case CHALLENGES -> DataReader.terms(source, marks, Taxonomy.CHALLENGES);
            case ROLES -> DataReader.terms(source, marks, Taxonomy.ROLES);
            case PHASES -> DataReader.terms(source, marks, Taxonomy.PHASES);
            case LEVERAGE -> DataReader.terms(source, marks, Taxonomy.LEVERAGE);
            case GLOSSARY -> DataReader.glossary(source, marks);
            case SETTINGS -> DataReader.settings(source, marks);
            default -> throw new IllegalStateException("not a text: " + file.kind());
        };
        return found.isEmpty() ? reading : reading.withMore(found);
    }

    private static Optional<Diagnostic> fileName(ContentPath file, SourceFile source) {
        if (file.slug().isEmpty() || file.kind() == ContentPath.Kind.PAGE) {
            return Optional.empty();
        }
        String name = withoutEnd(lastPart(file.path()));
        String end = lastPart(file.path()).substring(name.length());
        if (!end.equals(".md")) {
            return Optional.of(Diagnostic.of(RuleCode.FILE_END, source.whole(), "the file's name ends in " + end)
                    .effect("the same; the repository's own pages and other tools look for .md")
                    .remedy("rename it to " + file.slug() + ".md"));
        }
        if (!file.wanted().equals(file.slug())) {
            return Optional.empty();
        }
        if (name.equals(file.slug())) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(
                        RuleCode.FILE_NAME,
                        source.whole(),
                        "the file is called \"" + name + "\", its address will be \"" + file.slug() + "\"")
                .effect("another name in the address than the file has")
                .remedy("rename it to " + file.slug() + ".md"));
    }

    private static Optional<Diagnostic> clash(ContentPath file, SourceFile source) {
        if (file.wanted().equals(file.slug())) {
            return Optional.empty();
        }
        String rival = file.rival().isEmpty() ? "a page of the site" : file.rival();
        return Optional.of(taken(source, rival, file.wanted()));
    }

    /** The error that a file wants the address that another has. */
    public static Diagnostic taken(SourceFile file, String rival, String slug) {
        return Diagnostic.of(RuleCode.SLUG_TWICE, file.whole(), rival + " has the address \"" + slug + "\" already")
                .effect("only one of the two under this address; many disks do not tell capitals from small letters")
                .remedy("give this file another name");
    }

    private static Diagnostic misplaced(String path) {
        SourceFile file = SourceFile.unread(path);
        String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        Diagnostic advice = Diagnostic.of(RuleCode.MISPLACED, file.whole(), "the playbook reads nothing from here")
                .effect("nothing of this file");
        if (folder.equals("taxonomy")) {
            return advice.remedy("the four vocabularies are challenges.yml, roles.yml, phases.yml and leverage.yml");
        }
        return Closest.to(folder, ENTRY_FOLDERS)
                .filter(near -> !folder.isEmpty())
                .map(near -> advice.remedy("did you mean the folder " + near + "/?"))
                .orElse(advice.remedy("put it into practices/, attempts/, pathways/ or pages/"));
    }

    /** What a file is. {@code all} holds the folder's paths in lower case. */
    private static ContentPath classify(String path, Set<String> all) {
        String name = lastPart(path).toLowerCase(Locale.ROOT);
        String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        boolean text = name.endsWith(".md") || name.endsWith(".markdown");
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        if (text && ENTRY_FOLDERS.contains(folder)) {
            return entry(path, folder, name, all);
        }
        if (yaml) {
            return data(path, folder, withoutEnd(name));
        }
        if (text) {
            boolean readme =
                    withoutEnd(name).equals("readme") || withoutEnd(name).equals("contributing");
            return new ContentPath(path, readme ? ContentPath.Kind.IGNORED : ContentPath.Kind.MISPLACED, "");
        }
        return new ContentPath(path, ContentPath.Kind.ASSET, "");
    }

    private static ContentPath entry(String path, String folder, String name, Set<String> all) {
        if (folder.equals("pages")) {
            return new ContentPath(path, ContentPath.Kind.PAGE, pageSlug(path, all));
        }
        if (name.startsWith("_") || withoutEnd(name).equals("readme")) {
            return new ContentPath(path, ContentPath.Kind.IGNORED, "");
        }
        String slug = Slug.of(withoutEnd(lastPart(path)));
        return new ContentPath(
                path,
                switch (folder) {
                    case "practices" -> ContentPath.Kind.PRACTICE;
                    case "attempts" -> ContentPath.Kind.ATTEMPT;
                    default -> ContentPath.Kind.PATHWAY;
                },
                slug.isEmpty() ? "entry" : slug);
    }

    private static ContentPath data(String path, String folder, String name) {
        if (folder.isEmpty() && name.equals("playbook")) {
            return new ContentPath(path, ContentPath.Kind.SETTINGS, "");
        }
        if (folder.isEmpty() && name.equals("glossary")) {
            return new ContentPath(path, ContentPath.Kind.GLOSSARY, "");
        }
        if (folder.equals("taxonomy")) {
            for (Taxonomy taxonomy : Taxonomy.values()) {
                if (path.equals(taxonomy.file())) {
                    return new ContentPath(path, ContentPath.Kind.valueOf(taxonomy.name()), "");
                }
            }
            return new ContentPath(path, ContentPath.Kind.MISPLACED, "");
        }
        return new ContentPath(path, folder.isEmpty() ? ContentPath.Kind.MISPLACED : ContentPath.Kind.ASSET, "");
    }

    /** Readers' disks may not know the difference of case, nor take every sign in a name. */
    private static String pageSlug(String path, Set<String> all) {
        String below = withoutEnd(path.substring("pages/".length()));
        String folder = below.contains("/") ? below.substring(0, below.lastIndexOf('/') + 1) : "";
        String name = lastPart(below);
        if (name.equalsIgnoreCase("readme")) {
            boolean taken = all.contains(("pages/" + folder + "index.md").toLowerCase(Locale.ROOT));
            name = taken ? "readme" : "index";
        } else if (name.equalsIgnoreCase("index")) {
            name = "index";
        }
        String slug = Nfc.of(folder + name);
        return slug.replaceAll("[<>:\"|?*\\\\\\p{Cntrl}]", "-").replaceAll("[. ]+(/|$)", "$1");
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String withoutEnd(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }
}
