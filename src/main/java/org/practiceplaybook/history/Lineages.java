package org.practiceplaybook.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What became of each file, told commit by commit, the newest first: what happened to a file under the names that it had
 * before is its own.
 */
final class Lineages {
    private final Map<String, Growing> files = new HashMap<>();
    /** What a name that was met in a newer commit is the former name of. */
    private final Map<String, String> nowCalled = new HashMap<>();

    /**
     * What a commit did to a file.
     *
     * @param path afterwards, from the root of the repository
     * @param former the name that it had before, or empty where it kept its name
     */
    record Change(String path, String former, boolean isNew) {}

    /**
     * Adds a commit that is older than those before.
     *
     * @param follows is a file of this name one that is asked for, whatever it is called now?
     */
    void add(LocalDate day, String author, List<Change> changes, Predicate<String> follows) {
        Map<String, String> renamed = new HashMap<>();
        for (Change change : changes) {
            String now = nowCalled.getOrDefault(change.path(), change.path());
            if (!follows.test(now)) {
                continue;
            }
            files.computeIfAbsent(now, unused -> new Growing()).add(day, author, change.path());
            if (!change.former().isEmpty()) {
                renamed.put(change.former(), now);
            }
        }
        // two files may have changed their names with each other
        changes.stream()
                .filter(change -> !change.former().isEmpty())
                .forEach(change -> nowCalled.remove(change.path()));
        nowCalled.putAll(renamed);
    }

    /** A file that an older commit calls otherwise. */
    void continues(String former, String path) {
        nowCalled.put(former, nowCalled.getOrDefault(path, path));
    }

    /** What a name of an older commit is called now. */
    String now(String path) {
        return nowCalled.getOrDefault(path, path);
    }

    /**
     * The histories, by the names that files have now.
     *
     * @param exists is there a file of this name now? Of another branch, what was done under a former name came later
     */
    Map<String, History.FileHistory> done(Predicate<String> exists) {
        Map<String, History.FileHistory> done = new HashMap<>();
        files.forEach((path, growing) -> {
            String now = exists.test(path) ? path : now(path);
            done.merge(now, growing.done(), History.FileHistory::and);
        });
        return done;
    }

    private static final class Growing {
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;
        private String firstPath = "";
        private final List<String> authors = new ArrayList<>();

        void add(LocalDate day, String author, String path) {
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
            firstPath = path; // older commits come later
            authors.remove(author);
            authors.add(0, author);
        }

        History.FileHistory done() {
            return new History.FileHistory(first, last, authors, firstPath);
        }
    }
}
