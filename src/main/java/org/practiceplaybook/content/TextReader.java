package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.content.value.PortableName;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Nfc;
import org.practiceplaybook.source.Normalized;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/** Reads the entries of a content folder, each by its place in it. Knows no disk. May be shared between threads. */
public final class TextReader {
    static final List<String> ENTRY_FOLDERS = List.of("practices", "attempts", "pathways", "pages");

    /** The lists of entries have these addresses. */
    private static final Set<String> LIST_PAGES = Set.of("PRACTICE/index", "ATTEMPT/index", "PATHWAY/index");

    private static final Set<ContentPath.Kind> ENTRIES = EnumSet.of(
            ContentPath.Kind.PRACTICE, ContentPath.Kind.ATTEMPT, ContentPath.Kind.PATHWAY, ContentPath.Kind.PAGE);

    private final EntryReader entries;
    private final List<String> languages;

    /** A reader for a build. */
    TextReader(Markdown markdown, QuotationMarks marks, Model model, List<String> languages) {
        this(markdown, marks, model, languages, Sketch::of);
    }

    private TextReader(
            Markdown markdown,
            QuotationMarks marks,
            Model model,
            List<String> languages,
            BiFunction<String, Body, Sketch> sketches) {
        this.entries = new EntryReader(markdown, marks, model, sketches);
        this.languages = List.copyOf(languages);
    }

    /** A reader for a form, in which texts are not compared with each other. */
    public static TextReader ofOneText(Markdown markdown, QuotationMarks marks, Model model) {
        return ofOneText(markdown, marks, model, PlaybookSettings.DEFAULT.languages());
    }

    /**
     * The same where texts can be translations.
     *
     * @param languages of the playbook, its own first
     */
    public static TextReader ofOneText(Markdown markdown, QuotationMarks marks, Model model, List<String> languages) {
        return new TextReader(markdown, marks, model, languages, (summary, body) -> Sketch.EMPTY);
    }

    /**
     * Reads an entry that is on no disk.
     *
     * @param path below the content folder, which says what kind of entry it is: {@code practices/walk-in-pairs.md}
     * @throws IllegalArgumentException where nothing of the kind lies in such a place
     */
    public FileReading read(String path, String text) {
        ContentPath file = classify(path, Set.of(path.toLowerCase(Locale.ROOT)), languages);
        if (!ENTRIES.contains(file.kind())) {
            throw new IllegalArgumentException("no entry lies at " + path);
        }
        List<Diagnostic> found = new ArrayList<>();
        SourceFile source = Characters.legible(new SourceFile(path, text), found);
        FileReading reading = read(file, Normalized.of(source, found));
        return found.isEmpty() ? reading : reading.withMore(found);
    }

    /**
     * An entry in the words of a translation that was read.
     *
     * @param marks of the original's language
     */
    public Entry translated(Entry original, Content.Translation translation, QuotationMarks marks) {
        return entries.translated(original, translation, marks);
    }

    /** Reads the settings of a playbook that are on no disk. */
    public static FileReading settings(String text) {
        return DataReader.settings(
                new SourceFile(PlaybookSettings.FILE, text), QuotationMarks.of(PlaybookSettings.DEFAULT.language()));
    }

    /** The address of an entry that lies at a path, without its folder; empty where no entry lies there. */
    public static String slug(String path) {
        ContentPath file = classify(path, Set.of(path.toLowerCase(Locale.ROOT)), List.of());
        return ENTRIES.contains(file.kind()) ? file.slug() : "";
    }

    FileReading read(ContentPath file, SourceFile source) {
        List<Diagnostic> found = new ArrayList<>();
        if (file.translated().isPresent()) {
            return entries.translation(source, file);
        }
        if (hasLongName(file)) {
            found.add(longName(source.whole(), "rename the file to a few words of it"));
        } else {
            fileName(file, source).ifPresent(found::add);
        }
        clash(file, source).ifPresent(found::add);
        FileReading reading = switch (file.kind()) {
            case PRACTICE -> entries.practice(source, file.slug());
            case ATTEMPT -> entries.attempt(source, file.slug());
            case PATHWAY -> entries.pathway(source, file.slug());
            case PAGE -> entries.page(source, file.slug());
            default -> throw new IllegalStateException("no entry: " + file.kind());
        };
        return found.isEmpty() ? reading : reading.withMore(found);
    }

    /** Would no disk take the page of this text? */
    static boolean hasLongName(ContentPath file) {
        return Stream.of(file.slug().split("/")).anyMatch(Slug::isTooLong);
    }

    /**
     * What each file is, in a playbook of some languages, its own first. Of two that would get one address the second gets another, so that neither is lost; a file that is
     * called as its address goes first.
     */
    static Map<String, ContentPath> classify(List<String> paths, List<String> languages) {
        Set<String> all = new HashSet<>();
        paths.forEach(path -> all.add(path.toLowerCase(Locale.ROOT)));
        List<ContentPath> files = new ArrayList<>();
        paths.forEach(path -> files.add(classify(path, all, languages)));
        files.sort(Comparator.comparing(
                (ContentPath file) -> !withoutEnd(lastPart(file.path())).equals(lastPart(file.slug()))));
        Map<String, ContentPath> classified = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        LIST_PAGES.forEach(page -> owners.put(page, ""));
        for (ContentPath file : files) {
            ContentPath done = file;
            if (!file.slug().isEmpty() && file.translated().isEmpty()) {
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
        // another rule says how a file is called whose name Windows keeps for itself
        if (name.equals(file.slug()) || PortableName.isReserved(name)) {
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

    /** The error that a page of this name could not be written to every disk. */
    static Diagnostic longName(Place place, String remedy) {
        return Diagnostic.of(RuleCode.NAME_LONG, place, "this name is too long for an address")
                .effect("nothing at this address: not every disk takes a file with a name as long as this")
                .remedy(remedy);
    }

    static Diagnostic misplaced(String path) {
        SourceFile file = SourceFile.unread(path);
        String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        Diagnostic advice = Diagnostic.of(RuleCode.MISPLACED, file.whole(), "the playbook reads nothing from here")
                .effect("nothing of this file");
        if (folder.equals("taxonomy")) {
            return Taxonomy.keyOf(path)
                    .map(key ->
                            Model.unfitKey(file.whole(), key, "the name of its file", "terms that nothing can name"))
                    .orElse(advice.remedy(
                            "a vocabulary is a file in taxonomy/ called by its key and .yml, such as roles.yml"));
        }
        return Closest.to(folder, ENTRY_FOLDERS)
                .filter(near -> !folder.isEmpty())
                .map(near -> advice.remedy("did you mean the folder " + near + "/?"))
                .orElse(advice.remedy("put it into practices/, attempts/, pathways/ or pages/"));
    }

    /** What a file is. {@code all} holds the folder's paths in lower case. */
    private static ContentPath classify(String path, Set<String> all, List<String> languages) {
        return LanguageTag.ofFile(path, languages, all)
                .map(translated -> classify(translated.original(), all).in(path, translated))
                .filter(file -> file.kind() != ContentPath.Kind.ASSET)
                .orElseGet(() -> classify(path, all));
    }

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
            boolean terms = Taxonomy.keyOf(path).filter(Model::canHold).isPresent();
            return new ContentPath(path, terms ? ContentPath.Kind.TERMS : ContentPath.Kind.MISPLACED, "");
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
