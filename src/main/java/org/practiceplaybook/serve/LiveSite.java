package org.practiceplaybook.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.FileReading;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteChecks;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.pack.Downloads;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.picture.PictureCache;
import org.practiceplaybook.picture.Pictures;
import org.practiceplaybook.search.Searches;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.Workers;

/**
 * Keeps the site in step with the files. A change re-reads the files that changed and links the library anew; nothing is
 * rendered. To be used by one thread, but for {@link #check}.
 */
final class LiveSite {
    /** A file that was written so shortly before it was read may be written again without its time growing. */
    private static final long UNSETTLED_MILLIS = 100;

    private final Path content;
    private final Optional<Path> themeFolder;
    private final UnaryOperator<PlaybookSettings> hosting;
    private final String contentPath;
    private final String version;
    private final Workers workers = Workers.ofThisMachine();
    private final History history;

    private ContentFolder folder;
    private Set<String> paths = Set.of();
    private Map<String, ContentFolder.Stamp> stamps = Map.of();
    private Map<String, FileReading> readings = new HashMap<>();
    private Set<String> unsettled = Set.of();
    private Set<Diagnostic> formerReading = Set.of();
    private Map<String, Long> themeMarks = Map.of("", 0L);
    private Map<Path, FileTime> themeTimes = Map.of();
    private Theme theme;
    private String themeProblem = "";
    private boolean unseen;
    private final AtomicLong number = new AtomicLong();

    LiveSite(
            Path content,
            Optional<Path> themeFolder,
            UnaryOperator<PlaybookSettings> hosting,
            String contentPath,
            String version) {
        this.content = content;
        this.themeFolder = themeFolder;
        this.hosting = hosting;
        this.contentPath = contentPath;
        this.version = version;
        this.history = GitHistory.of(content);
        this.folder = ContentFolder.openWithLines(content);
    }

    /**
     * The site as it is now, or nothing where no file has changed since the last time. It has not been checked yet.
     *
     * @param known errors of the former site: until it has been checked pages show what was known of them
     */
    Optional<Snapshot> refresh(List<Diagnostic> known) {
        // remembered until a site was made of it: what comes after may fail, a file may be gone again
        unseen |= readContent();
        unseen |= readTheme();
        if (!unseen) {
            return Optional.empty();
        }
        Snapshot snapshot = snapshot(known);
        unseen = false;
        return Optional.of(snapshot);
    }

    /** Was a file read so soon after it was written that it should be looked at again? */
    boolean isUnsettled() {
        return !unsettled.isEmpty();
    }

    private boolean readContent() {
        long begun = System.currentTimeMillis();
        List<ContentFolder.Stamp> now = folder.stamps();
        Map<String, ContentFolder.Stamp> byPath = new LinkedHashMap<>();
        now.forEach(stamp -> byPath.put(stamp.path(), stamp));
        if (byPath.equals(stamps) && unsettled.isEmpty()) {
            return false;
        }
        ContentFolder reopened = ContentFolder.openWithLines(content);
        boolean otherReading = !reopened.readsAs(folder);
        // a file's name may decide what becomes of another: index.md of README.md, the first of two alike
        boolean otherFiles = !byPath.keySet().equals(paths);
        List<ContentFolder.Stamp> stale = now.stream()
                .filter(stamp -> otherReading
                        || otherFiles
                        || unsettled.contains(stamp.path())
                        || !stamp.equals(stamps.get(stamp.path())))
                .toList();
        List<FileReading> read = reopened.read(now, stale, workers);
        boolean changed = otherReading
                || otherFiles
                || read.stream().anyMatch(reading -> !Objects.equals(reading, readings.get(reading.path())));
        Map<String, FileReading> fresh = new HashMap<>(readings);
        fresh.keySet().retainAll(byPath.keySet());
        read.forEach(reading -> fresh.put(reading.path(), reading));
        folder = reopened;
        readings = fresh;
        stamps = byPath;
        paths = new HashSet<>(byPath.keySet());
        unsettled = stale.stream()
                .filter(stamp -> TimeUnit.NANOSECONDS.toMillis(stamp.modifiedNanos()) > begun - UNSETTLED_MILLIS)
                .map(ContentFolder.Stamp::path)
                .collect(Collectors.toUnmodifiableSet());
        return changed;
    }

    private boolean readTheme() {
        Map<Path, FileTime> times = themeTimes();
        boolean sameLanguage = theme != null && theme.words().language().equals(folder.language());
        if (sameLanguage && times.equals(themeTimes)) {
            return false;
        }
        // a file that was just written is looked at again, until its time is past
        long settled = System.currentTimeMillis() - UNSETTLED_MILLIS;
        themeTimes = times.values().stream().allMatch(time -> time.toMillis() < settled) ? times : Map.of();
        Map<String, byte[]> files = Theme.files(themeFolder);
        Map<String, Long> marks = new HashMap<>();
        files.forEach((path, bytes) -> marks.put(path, (long) Arrays.hashCode(bytes) << 32 | bytes.length));
        marks.put(folder.language(), -1L);
        if (marks.equals(themeMarks)) {
            return false;
        }
        themeMarks = marks;
        try {
            theme = Theme.of(files, folder.language());
            themeProblem = "";
        } catch (ThemeProblem problem) {
            themeProblem = problem.getMessage();
        }
        return true;
    }

    private Map<Path, FileTime> themeTimes() {
        Map<Path, FileTime> times = new HashMap<>();
        if (themeFolder.isPresent()) {
            try (Stream<Path> walk = Files.walk(themeFolder.get())) {
                for (Path file : walk.toList()) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            } catch (IOException | UncheckedIOException e) {
                return Map.of(themeFolder.get(), FileTime.fromMillis(0)); // reading the files tells what is wrong
            }
        }
        return times;
    }

    private Snapshot snapshot(List<Diagnostic> known) {
        List<FileReading> inOrder = new ArrayList<>();
        stamps.keySet().forEach(path -> inOrder.add(readings.get(path)));
        Content read = ContentFolder.assemble(inOrder);
        Content all = read.with(hosting.apply(read.settings()), List.of());
        List<Diagnostic> errors = new ArrayList<>(all.diagnostics());
        known.stream().filter(diagnostic -> !formerReading.contains(diagnostic)).forEach(errors::add);
        formerReading = new HashSet<>(all.diagnostics());
        return snapshot(
                all,
                Linker.link(all, history, true),
                Optional.ofNullable(theme),
                errors.stream()
                        .filter(Diagnostic::isError)
                        .sorted(Diagnostic.ORDER)
                        .toList(),
                themeProblem.isEmpty() ? Optional.empty() : Optional.of(themeProblem));
    }

    private Snapshot snapshot(
            Content all, Library library, Optional<Theme> theme, List<Diagnostic> errors, Optional<String> problem) {
        if (problem.isPresent() || theme.isEmpty()) {
            return new Snapshot(
                    number.incrementAndGet(),
                    all,
                    library,
                    theme,
                    Optional.empty(),
                    Map.of(),
                    errors,
                    Optional.empty(),
                    problem);
        }
        Map<String, List<Diagnostic>> byFile = errors.stream()
                .collect(Collectors.groupingBy(error -> error.place().file().path()));
        SiteOptions options = new SiteOptions(
                contentPath,
                version,
                library.settings().downloads(),
                new Pictures(PictureCache.ofThisMachine()),
                Searches.NONE,
                Map.of(),
                byFile);
        SiteFiles files = Downloads.served(SiteFiles.of(library, theme.get(), options, workers), workers);
        Map<String, Entry> entries = new HashMap<>();
        for (Edition edition : files.editions()) {
            Addresses addresses = edition.addresses();
            Stream.of(all.practices(), all.attempts(), all.pathways(), all.pages())
                    .flatMap(List::stream)
                    .forEach(entry -> entries.put(addresses.inSite(addresses.of(entry)), entry));
        }
        return new Snapshot(
                number.incrementAndGet(),
                all,
                library,
                theme,
                Optional.of(files),
                entries,
                errors,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Looks for everything that {@code playbook check} would find, which does not see drafts. May run in another thread.
     *
     * @return the same site with what was found; another one, where its pages have to show other errors
     */
    Snapshot check(Snapshot site) {
        Library library = hasDrafts(site.content()) ? Linker.link(site.content(), history, false) : site.library();
        Workers workers = new Workers(1);
        List<Diagnostic> found = site.theme()
                .map(theme -> SiteChecks.of(site.content(), library, theme, workers))
                .orElseGet(() -> Checks.run(site.content(), library, Words.sections(Bundled.theme()), workers));
        List<Diagnostic> errors = found.stream().filter(Diagnostic::isError).toList();
        boolean asShown =
                told(errors).equals(told(site.shown())) || site.problem().isPresent();
        Snapshot right =
                asShown ? site : snapshot(site.content(), site.library(), site.theme(), errors, Optional.empty());
        return right.checked(found);
    }

    private static boolean hasDrafts(Content content) {
        return content.practices().stream().anyMatch(practice -> practice.state() == State.DRAFT);
    }

    private static List<String> told(List<Diagnostic> errors) {
        return errors.stream()
                .map(error -> error.place().file().path() + ":"
                        + error.place().start().line() + " " + error.message())
                .toList();
    }
}
