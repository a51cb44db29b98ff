package org.practiceplaybook.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What git knows of the content folder.
 *
 * @param files by path relative to the content folder
 * @param commit the last one that changed anything in it
 * @param note why nothing or not everything is known, where that is worth telling
 */
public record History(Map<String, FileHistory> files, Optional<String> commit, Optional<String> note) {
    public static final History NONE = new History(Map.of(), Optional.empty(), Optional.empty());

    public History {
        files = Map.copyOf(files);
    }

    /**
     * The history of one file, under all names that it had.
     *
     * @param created the day of its first commit, in UTC
     * @param changed the day of its last one
     * @param authors their names, the first author first
     * @param firstPath what it was called in its first commit: relative to the content folder, or to the repository where it
     *     lay elsewhere
     */
    public record FileHistory(LocalDate created, LocalDate changed, List<String> authors, String firstPath) {
        public FileHistory {
            authors = List.copyOf(authors);
        }

        /** The history of a file that was two, one after the other. */
        FileHistory and(FileHistory other) {
            boolean older = created.isBefore(other.created);
            FileHistory first = older ? this : other;
            Set<String> all = new LinkedHashSet<>(first.authors);
            all.addAll(older ? other.authors : authors);
            return new FileHistory(
                    first.created,
                    changed.isAfter(other.changed) ? changed : other.changed,
                    List.copyOf(all),
                    first.firstPath);
        }
    }

    public Optional<FileHistory> of(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /**
     * The same where files go on from others that are gone.
     *
     * @param former paths that are gone, each with the one that it became
     */
    public History continued(Map<String, String> former) {
        Map<String, FileHistory> continued = new HashMap<>(files);
        former.forEach((gone, path) -> {
            FileHistory old = continued.remove(gone);
            if (old != null) {
                continued.merge(path, old, FileHistory::and);
            }
        });
        return new History(continued, commit, note);
    }
}
