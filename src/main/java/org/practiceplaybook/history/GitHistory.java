package org.practiceplaybook.history;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Nfc;

/**
 * Asks git once for the whole history of a folder. Asking once for each file would take minutes in a large repository.
 */
public final class GitHistory {
    private static final char COMMIT = '\u0001';
    private static final char FIELD = '\u0002';

    private GitHistory() {}

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
            Map<String, History.FileHistory> files = read(git, boundary);
            return new History(
                    files,
                    boundary.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    "the repository was cloned without its history, so dates and authors are not known; "
                                            + git.remedy()));
        } catch (IOException e) {
            return new History(
                    Map.of(), Optional.of("git could not be asked for dates and authors: " + e.getMessage()));
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

    private static Map<String, History.FileHistory> read(Git git, Set<String> boundary) throws IOException {
        Process log = git.start(
                Optional.empty(),
                "log",
                "--no-renames",
                "--relative",
                "--name-only",
                "-z",
                "--format=%x01%H%x02%ct%x02%aN",
                "--",
                ".");
        try (InputStream out = new BufferedInputStream(log.getInputStream(), 1 << 16)) {
            Map<String, History.FileHistory> files = parse(out, boundary);
            if (Git.finish(log) != 0) {
                throw new IOException("not all of the history is here; " + git.remedy());
            }
            return files;
        }
    }

    /** Newest commit first; {@code \1hash\2time\2author\0\n path\0path\0…}. */
    private static Map<String, History.FileHistory> parse(InputStream out, Set<String> boundary) throws IOException {
        Map<String, Growing> files = new HashMap<>();
        LocalDate day = LocalDate.EPOCH;
        String author = "";
        boolean known = false;
        ByteArrayOutputStream token = new ByteArrayOutputStream();
        for (int b = out.read(); b >= 0; b = out.read()) {
            if (b != 0) {
                token.write(b);
                continue;
            }
            String text = token.toString(StandardCharsets.UTF_8).strip();
            token.reset();
            if (text.indexOf(COMMIT) == 0) {
                String[] fields = text.substring(1).split(String.valueOf(FIELD), 3);
                known = fields.length == 3 && !boundary.contains(fields[0]);
                if (known) {
                    day = LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(fields[1])), ZoneOffset.UTC);
                    author = Characters.legible(fields[2]);
                }
            } else if (known && !text.isEmpty()) {
                String path = Nfc.of(text);
                files.computeIfAbsent(path, unused -> new Growing()).add(day, author);
            }
        }
        Map<String, History.FileHistory> done = new HashMap<>();
        files.forEach((path, growing) -> done.put(path, growing.done()));
        return done;
    }

    private static final class Growing {
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;
        private final List<String> authors = new ArrayList<>();

        void add(LocalDate day, String author) {
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
            authors.remove(author);
            authors.add(0, author); // older commits come later
        }

        History.FileHistory done() {
            return new History.FileHistory(first, last, authors);
        }
    }
}
