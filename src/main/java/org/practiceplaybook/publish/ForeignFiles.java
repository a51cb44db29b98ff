package org.practiceplaybook.publish;

import java.util.List;

/** Files that somebody else put where the site would write. Nothing was written. */
public final class ForeignFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> paths;

    ForeignFiles(List<String> paths) {
        super(paths.size() + " files of somebody else");
        this.paths = List.copyOf(paths);
    }

    /** From the folder's root. */
    public List<String> paths() {
        return paths;
    }
}
