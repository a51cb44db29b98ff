package org.practiceplaybook.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.FileReading;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.page.Site;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.publish.Outline;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.work.Workers;

/**
 * Keeps the site in step with the files. A change re-reads the files that changed and links the library anew; nothing is
 * rendered. To be used by one thread.
 */
final class Desk {
    private final Path content;
    private final Optional<Path> themeFolder;
    private final String contentPath;
    private final String version;
    private final Workers workers = Workers.ofThisMachine();
    private final History history;

    private ContentFolder folder;
    private Set<String> paths = Set.of();
    private Map<String, ContentFolder.Stamp> stamps = Map.of();
    private Map<String, FileReading> readings = new HashMap<>();
    private ThemeStamp themeStamp = ThemeStamp.NONE;
    private Theme theme;
    private String themeProblem = "";
    private boolean unseen;
    private long number;

    Desk(Path content, Optional<Path> themeFolder, String contentPath, String version) {
        this.content = content;
        this.themeFolder = themeFolder;
        this.contentPath = contentPath;
        this.version = version;
        this.history = GitHistory.of(content);
        this.folder = ContentFolder.open(content);
    }

    /** What the theme's own folder holds. */
    private record ThemeStamp(Map<String, Long> files) {
        static final ThemeStamp NONE = new ThemeStamp(Map.of("", 0L));
    }

    /** The site as it is now, or nothing where no file has changed since the last time. */
    Optional<Snapshot> refresh() {
        // remembered until a site was made of it: what comes after may fail, a file may be gone again
        unseen |= readContent();
        unseen |= readTheme();
        if (!unseen) {
            return Optional.empty();
        }
        Snapshot snapshot = snapshot();
        unseen = false;
        return Optional.of(snapshot);
    }

    /** No site, for a reason that is not in the files. */
    Snapshot without(String problem) {
        return Snapshot.without(++number, List.of(), problem);
    }

    private boolean readContent() {
        List<ContentFolder.Stamp> now = folder.stamps();
        Map<String, ContentFolder.Stamp> byPath = new LinkedHashMap<>();
        now.forEach(stamp -> byPath.put(stamp.path(), stamp));
        if (byPath.equals(stamps)) {
            return false;
        }
        ContentFolder reopened = ContentFolder.open(content);
        boolean otherLanguage = !reopened.language().equals(folder.language());
        // a file's name may decide what becomes of another: index.md of README.md, the first of two alike
        boolean otherFiles = !byPath.keySet().equals(paths);
        List<ContentFolder.Stamp> stale = now.stream()
                .filter(stamp -> otherLanguage || otherFiles || !stamp.equals(stamps.get(stamp.path())))
                .toList();
        Map<String, FileReading> fresh = new HashMap<>(readings);
        fresh.keySet().retainAll(byPath.keySet());
        List<FileReading> read = reopened.read(now, stale, workers);
        read.forEach(reading -> fresh.put(reading.path(), reading));
        folder = reopened;
        readings = fresh;
        stamps = byPath;
        paths = new HashSet<>(byPath.keySet());
        return true;
    }

    private boolean readTheme() {
        boolean otherLanguage = theme != null && !theme.words().language().equals(folder.language());
        if (themeFolder.isEmpty() && theme != null && !otherLanguage) {
            return false;
        }
        Map<String, byte[]> files = Theme.files(themeFolder);
        Map<String, Long> marks = new HashMap<>();
        files.forEach((path, bytes) -> marks.put(path, (long) java.util.Arrays.hashCode(bytes) << 32 | bytes.length));
        marks.put(folder.language(), -1L);
        ThemeStamp stamp = new ThemeStamp(marks);
        if (stamp.equals(themeStamp)) {
            return false;
        }
        themeStamp = stamp;
        try {
            theme = Theme.of(files, folder.language());
            themeProblem = "";
        } catch (ThemeProblem problem) {
            themeProblem = problem.getMessage();
        }
        return true;
    }

    private Snapshot snapshot() {
        number++;
        List<FileReading> inOrder = new ArrayList<>();
        stamps.keySet().forEach(path -> inOrder.add(readings.get(path)));
        Content all = ContentFolder.assemble(inOrder);
        Library library = Linker.link(all, history, true);
        List<Diagnostic> found = Checks.run(all, library);
        if (!themeProblem.isEmpty()) {
            return Snapshot.without(number, found, themeProblem);
        }
        Map<String, List<Diagnostic>> errors = found.stream()
                .filter(Diagnostic::isError)
                .collect(Collectors.groupingBy(error -> error.place().file().path()));
        Site site = new Site(library, theme, new SiteOptions(contentPath, version, errors));
        Map<String, Sheet> sheets = new HashMap<>();
        Outline.of(site).forEach(sheet -> sheets.put(sheet.path(), sheet));
        return new Snapshot(number, sheets, found, Optional.of(theme), "");
    }
}
