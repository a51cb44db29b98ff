package org.practiceplaybook.history;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Nfc;

/**
 * Asks git once for the whole history of a folder, and once more where a folder was moved into it. Asking once for each
 * file would take minutes in a large repository.
 */
public final class GitHistory {
    private static final char COMMIT = '\u0001';
    private static final char FIELD = '\u0002';

    /** Files that are added together may be a folder that was moved; one by itself may be a new text, as most are. */
    private static final int SEVERAL = 2;

    /** How often a folder may have been moved into the content from elsewhere. */
    private static final int DEEPEST = 3;

    private final Git git;
    private final String prefix;
    private final Set<String> boundary;
    /** The last commit that changed anything in the folder. */
    private Optional<String> newest = Optional.empty();

    private final Lineages lineages = new Lineages();

    /** Reads one history, once. */
    private GitHistory(Git git, String prefix, Set<String> boundary) {
        this.git = git;
        this.prefix = prefix;
        this.boundary = boundary;
    }

    /** The history of a folder; {@link History#NONE} where it is in no repository or there is no git. */
    public static History of(Path folder) {
        if (!inRepository(folder.toAbsolutePath().normalize())) {
            return History.NONE;
        }
        try (Git git = Git.of(folder)) {
            if (git.head().isEmpty()) {
                return History.NONE;
            }
            Set<String> boundary = git.shallow().isPresent()
                    ? new HashSet<>(Files.readAllLines(git.shallow().get()))
                    : Set.of();
            History read = read(git, folder, boundary);
            return new History(
                    read.files(),
                    read.commit(),
                    boundary.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    "the repository was cloned without its history, so dates and authors are not known; "
                                            + git.remedy()));
        } catch (IOException e) {
            return new History(
                    Map.of(),
                    Optional.empty(),
                    Optional.of("git could not be asked for dates and authors: " + e.getMessage()));
        }
    }

    /** The address of the repository that a folder's was cloned from, or empty. */
    public static Optional<String> remote(Path folder) {
        if (!inRepository(folder.toAbsolutePath().normalize())) {
            return Optional.empty();
        }
        try {
            Git.Answer answer = Git.names(folder, "config", "--get", "remote.origin.url");
            return Optional.of(answer.out().strip()).filter(address -> answer.ok() && !address.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean inRepository(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    private static History read(Git git, Path folder, Set<String> boundary) throws IOException {
        String prefix =
                Nfc.of(Git.names(folder, "rev-parse", "--show-prefix").out().strip());
        GitHistory history = new GitHistory(git, prefix, boundary);
        history.walk("HEAD", ".", prefix, DEEPEST);
        Map<String, History.FileHistory> files = new HashMap<>();
        history.lineages
                .done(path -> Files.exists(folder.resolve(path.substring(prefix.length()))))
                .forEach((path, file) -> files.put(path.substring(prefix.length()), history.within(file)));
        return new History(files, history.newest, Optional.empty());
    }

    private History.FileHistory within(History.FileHistory file) {
        return file.firstPath().startsWith(prefix)
                ? new History.FileHistory(
                        file.created(),
                        file.changed(),
                        file.authors(),
                        file.firstPath().substring(prefix.length()))
                : file;
    }

    /**
     * Reads commits from one back to the first, and goes on where files came from elsewhere in the repository.
     *
     * @param pathspec the folder that is looked at, as git understands it
     * @param looked the same from the root of the repository, with a slash at its end
     * @param deeper how many more times it may go on
     */
    private void walk(String from, String pathspec, String looked, int deeper) throws IOException {
        Map<String, List<Lineages.Change>> adding = new LinkedHashMap<>();
        String[] oldest = {""};
        log(
                Optional.empty(),
                commit -> {
                    lineages.add(commit.day(), commit.author(), commit.changes(), path -> path.startsWith(prefix));
                    List<Lineages.Change> added = commit.changes().stream()
                            .filter(Lineages.Change::isNew)
                            .filter(change -> lineages.now(change.path()).startsWith(prefix))
                            .toList();
                    if (!added.isEmpty()) {
                        oldest[0] = commit.name();
                        adding.put(commit.name(), added);
                    }
                },
                "--end-of-options",
                from,
                "--",
                pathspec);
        adding.keySet().removeIf(name -> adding.get(name).size() < SEVERAL && !name.equals(oldest[0]));
        if (deeper > 0 && !looked.isEmpty() && !adding.isEmpty()) {
            comeFromElsewhere(adding.keySet(), looked, deeper);
        }
    }

    /** Of what commits added together, as a folder that is moved is: where did it lie before? */
    private void comeFromElsewhere(Set<String> adding, String looked, int deeper) throws IOException {
        Map<String, Set<String>> folders = new LinkedHashMap<>();
        Path wanted = Files.createTempFile("playbook-commits", "");
        try {
            Files.write(wanted, adding);
            log(
                    Optional.of(wanted),
                    commit -> {
                        for (Lineages.Change change : commit.changes()) {
                            String now = lineages.now(change.path());
                            if (now.startsWith(prefix) && !change.former().startsWith(looked)) {
                                lineages.continues(change.former(), now);
                                folders.computeIfAbsent(commit.name(), unused -> new LinkedHashSet<>())
                                        .add(change.former()
                                                .substring(0, change.former().lastIndexOf('/') + 1));
                            }
                        }
                    },
                    "--no-walk=unsorted",
                    "--diff-filter=R",
                    "--stdin");
        } finally {
            Files.deleteIfExists(wanted);
        }
        for (Map.Entry<String, Set<String>> moved : folders.entrySet()) {
            String folder = common(moved.getValue());
            String up = "../".repeat((int) prefix.chars().filter(c -> c == '/').count());
            walk(moved.getKey() + "^", up + folder, folder, deeper - 1);
        }
    }

    /** The innermost folder that holds all of some, each with a slash at its end; empty for the root. */
    private static String common(Set<String> folders) {
        String common = folders.iterator().next();
        for (String folder : folders) {
            while (!folder.startsWith(common)) {
                common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
            }
        }
        return common;
    }

    /** A commit of the log. */
    private record Commit(String name, LocalDate day, String author, List<Lineages.Change> changes) {}

    private void log(Optional<Path> input, Consumer<Commit> commits, String... more) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("log", "-M", "--name-status", "-z", "--format=%x01%H%x02%ct%x02%aN"));
        words.addAll(List.of(more));
        Process log = git.start(input, words.toArray(String[]::new));
        try (InputStream out = new BufferedInputStream(log.getInputStream(), 1 << 16)) {
            parse(out, commits);
        }
        if (Git.finish(log) != 0) {
            throw new IOException("not all of the history is here; " + git.remedy());
        }
    }

    /** {@code \1name\2time\2author\0\nM\0path\0R090\0former\0path\0…}. */
    private void parse(InputStream out, Consumer<Commit> commits) throws IOException {
        Commit open = null;
        for (String text = token(out); text != null; text = token(out)) {
            String word = text.strip();
            if (word.indexOf(COMMIT) == 0) {
                tell(open, commits);
                String[] fields = word.substring(1).split(String.valueOf(FIELD), 3);
                open = new Commit(fields[0], day(fields), Characters.legible(fields[2]), new ArrayList<>());
            } else if (!word.isEmpty() && open != null) {
                boolean two = word.charAt(0) == 'R' || word.charAt(0) == 'C';
                String former = two ? path(out) : "";
                String path = path(out);
                boolean moved = word.charAt(0) == 'R';
                open.changes().add(new Lineages.Change(path, moved ? former : "", word.charAt(0) == 'A'));
            }
        }
        tell(open, commits);
    }

    /** Whoever makes a commit by hand writes what they like in the place of its time. */
    private static LocalDate day(String[] fields) throws IOException {
        try {
            return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(fields[1])), ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeException e) {
            throw new IOException("the time of commit " + fields[0] + " is none", e);
        }
    }

    /** Of a commit at which a clone ends nobody knows what it did. */
    private void tell(Commit commit, Consumer<Commit> commits) {
        if (commit != null && !boundary.contains(commit.name())) {
            newest = newest.or(() -> Optional.of(commit.name()));
            commits.accept(commit);
        }
    }

    private static String path(InputStream out) throws IOException {
        String path = token(out);
        if (path == null) {
            throw new IOException("git ended before all was read");
        }
        return Nfc.of(path);
    }

    /** What stands before the next zero byte; null at the end. */
    private static String token(InputStream out) throws IOException {
        int b = out.read();
        if (b < 0) {
            return null;
        }
        ByteArrayOutputStream token = new ByteArrayOutputStream();
        for (; b > 0; b = out.read()) {
            token.write(b);
        }
        return token.toString(StandardCharsets.UTF_8);
    }
}
