package org.practiceplaybook.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What git knows of the content folder.
 *
 * @param files by path relative to the content folder
 * @param note why nothing or not everything is known, where that is worth telling
 */
public record History(Map<String, FileHistory> files, Optional<String> note) {
    public static final History NONE = new History(Map.of(), Optional.empty());

    public History {
        files = Map.copyOf(files);
    }

    /**
     * The history of one file.
     *
     * @param created the day of its first commit, in UTC
     * @param changed the day of its last one
     * @param authors their names, the first author first
     */
    public record FileHistory(LocalDate created, LocalDate changed, List<String> authors) {
        public FileHistory {
            authors = List.copyOf(authors);
        }
    }

    public Optional<FileHistory> of(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
