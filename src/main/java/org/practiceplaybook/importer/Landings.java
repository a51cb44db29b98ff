package org.practiceplaybook.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.practiceplaybook.content.Fields;

/** First pages of a handbook's folders, where the library has none: they hold the title, the order and the door. */
final class Landings {
    private Landings() {}

    static List<Import.NewFile> of(
            Handbook handbook, ForeignLibrary library, Mapping mapping, Targets targets, Path content) {
        Set<String> indexes = new HashSet<>();
        targets.all().values().forEach(target -> {
            String path = target.path().toLowerCase(Locale.ROOT);
            if (path.endsWith("/index.md") || path.endsWith("/readme.md")) {
                indexes.add(Handbook.folder(path));
            }
        });
        Map<String, Handbook.Place> folders = new TreeMap<>(handbook.folders());
        folders.put(handbook.root(), new Handbook.Place(Handbook.NONE, handbook.title(), ""));
        List<Import.NewFile> files = new ArrayList<>();
        folders.forEach((folder, place) -> {
            boolean pages = library.texts().stream()
                    .map(text -> text.file().path())
                    .anyMatch(path -> (folder.isEmpty() || path.startsWith(folder + "/"))
                            && mapping.use(path) == Mapping.Use.PAGES);
            String below = Handbook.folder(mapping.below(folder.isEmpty() ? "x" : folder + "/x"));
            String path = "pages/" + below + "/index.md";
            if (!pages || below.isEmpty() || indexes.contains(("pages/" + below).toLowerCase(Locale.ROOT))) {
                return;
            }
            EntryText entry = new EntryText(Fields.OF_PAGE);
            entry.title = place.title().isEmpty() ? named(below) : place.title();
            entry.intro = place.summary();
            if (place.order() != Handbook.NONE) {
                entry.set(Fields.ORDER, String.valueOf(place.order()));
            }
            if (folder.equals(handbook.root())) {
                entry.set(Fields.IN_MENU, entry.title);
            }
            files.add(new Import.NewFile(
                    path, handbook.from(), Optional.of(entry.page()), Optional.empty(), there(content, below)));
        });
        return files;
    }

    private static boolean there(Path content, String below) {
        return Stream.of("index.md", "README.md")
                .anyMatch(name -> Files.exists(content.resolve("pages/" + below + "/" + name)));
    }

    private static String named(String folder) {
        String words = folder.substring(folder.lastIndexOf('/') + 1)
                .replaceFirst("^\\d{1,4}[.)]?[-_ ]+", "")
                .replaceAll("[-_]+", " ")
                .strip();
        return words.isEmpty() ? folder : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
