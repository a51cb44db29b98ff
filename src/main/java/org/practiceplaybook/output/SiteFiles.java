package org.practiceplaybook.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.practiceplaybook.card.CardPages;
import org.practiceplaybook.card.SocialCards;
import org.practiceplaybook.editor.EditorPages;
import org.practiceplaybook.form.Forms;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.OldAddressPages;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.Pages;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.picture.Pictures;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Lazy;
import org.practiceplaybook.work.Workers;

/**
 * The way from a linked playbook to every file of its site, none of it made yet: what a build makes at once and a server
 * when it is asked. May be shared between threads.
 */
public final class SiteFiles {
    private static final List<SiteOutput> SHARED =
            List.of(new MachineFiles(), new ThemeAssets(), new ContentFiles(), new LibraryFiles());

    private final List<Edition> editions;
    private final Map<String, SiteFile> listed = new TreeMap<>();
    private final Map<String, Lazy<Map<String, SiteFile>>> folders = new TreeMap<>();

    private SiteFiles(Library library, Theme theme, SiteOptions options, Workers workers) {
        Edition.Siblings siblings = new Edition.Siblings() {
            @Override
            public List<Edition> editions() {
                return SiteFiles.this.editions();
            }

            @Override
            public boolean has(String path) {
                return listed.containsKey(path);
            }
        };
        List<Edition> all = new ArrayList<>();
        for (String language : library.settings().languages()) {
            Addresses addresses = all.isEmpty() ? Addresses.FIRST : new Addresses(language + "/");
            Theme local = theme.in(language, addresses.shared(""));
            all.add(new Edition(library.in(language), local, addresses, options, siblings));
        }
        this.editions = List.copyOf(all);
        List<Output> outputs = List.of(
                new Pages(),
                new EditorPages(),
                new CardPages(),
                new SocialCards(),
                new Forms(),
                new Feeds(),
                new Manifest(),
                new MarkdownFiles(),
                new LanguageModelFiles(),
                new SearchFiles(workers));
        for (Edition edition : editions) {
            for (Output output : outputs) {
                String folder = output.folder(edition);
                if (folder.isEmpty()) {
                    files(edition, output, this::list);
                } else {
                    folders.put(edition.addresses().inSite(folder), new Lazy<>(() -> made(edition, output)));
                }
            }
        }
        for (Edition edition : editions) {
            files(edition, new OldAddressPages(this::isTaken), this::list);
        }
        List<SiteFile> pages = List.copyOf(listed.values());
        SHARED.forEach(output -> output.addTo(editions, pages, this::list));
        if (editions.stream().anyMatch(ScaledPictures::mayBeIn)) {
            folders.put(Pictures.FOLDER, new Lazy<>(() -> ScaledPictures.of(editions, workers)));
        }
    }

    /**
     * The files of a playbook's site: of an edition for each of its languages, the first at the site's root, the others in a
     * folder named by their language.
     *
     * @param theme in the first language
     */
    public static SiteFiles of(Library library, Theme theme, SiteOptions options, Workers workers) {
        return new SiteFiles(library, theme, options, workers);
    }

    private SiteFiles(SiteFiles others, Map<String, Supplier<Map<String, SiteFile>>> more) {
        this.editions = others.editions;
        this.listed.putAll(others.listed);
        this.folders.putAll(others.folders);
        more.forEach((folder, files) -> this.folders.put(folder, new Lazy<>(files)));
    }

    /**
     * The same files, and others that can only be made when these are.
     *
     * @param more by the path of their folder from the site's root, what makes them by their paths
     */
    public SiteFiles with(Map<String, Supplier<Map<String, SiteFile>>> more) {
        return new SiteFiles(this, more);
    }

    private boolean isTaken(String path) {
        return listed.containsKey(path) || folders.keySet().stream().anyMatch(path::startsWith);
    }

    private static void files(Edition edition, Output output, Consumer<SiteFile> sheets) {
        output.addTo(
                edition, sheet -> sheets.accept(sheet.in(edition.addresses().folder())));
    }

    private static Map<String, SiteFile> made(Edition edition, Output output) {
        Map<String, SiteFile> made = new TreeMap<>();
        files(edition, output, sheet -> put(made, sheet));
        return made;
    }

    private void list(SiteFile sheet) {
        put(listed, sheet);
    }

    private static void put(Map<String, SiteFile> files, SiteFile sheet) {
        if (files.put(sheet.path(), sheet) != null) {
            throw new IllegalStateException("two pages have the address " + sheet.path());
        }
    }

    /** The first is the one at the site's root. */
    public List<Edition> editions() {
        return editions;
    }

    /** The files that can be listed without making any, by path from the site's root. */
    public Map<String, SiteFile> listed() {
        return Collections.unmodifiableMap(listed);
    }

    /** The file at a path from the site's root. */
    public Optional<SiteFile> at(String path) {
        SiteFile sheet = listed.get(path);
        if (sheet != null) {
            return Optional.of(sheet);
        }
        return folders.entrySet().stream()
                .filter(folder -> path.startsWith(folder.getKey()))
                .findFirst()
                .map(folder -> folder.getValue().get().get(path));
    }

    /** Every file, by path. What can only be made at once is made now. */
    public List<SiteFile> all() {
        Map<String, SiteFile> all = new TreeMap<>(listed);
        folders.values().forEach(folder -> folder.get().values().forEach(sheet -> put(all, sheet)));
        return List.copyOf(all.values());
    }
}
