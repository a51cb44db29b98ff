package org.practiceplaybook.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a folder a git repository with a first commit, as far as git is there and knows who commits. */
public final class NewRepository {

    /** How far it came. */
    public enum Outcome {
        COMMITTED,
        /** Git does not know the name of who would commit. */
        STAGED,
        INSIDE_ANOTHER,
        WITHOUT_GIT
    }

    private NewRepository() {}

    /** Leaves a folder alone that is in a repository already. */
    public static Outcome in(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return Outcome.INSIDE_ANOTHER;
            }
        }
        // an older git knows no -b: the branch is named before anything is on it
        if (!git(folder, "init", "--quiet") || !git(folder, "symbolic-ref", "HEAD", "refs/heads/main")) {
            return Outcome.WITHOUT_GIT;
        }
        boolean staged = git(folder, "add", "--all") && git(folder, "update-index", "--chmod=+x", "playbook");
        boolean known = git(folder, "config", "user.email") && git(folder, "config", "user.name");
        boolean committed = staged && known && git(folder, "commit", "--quiet", "-m", "Begin the playbook");
        return committed ? Outcome.COMMITTED : Outcome.STAGED;
    }

    private static boolean git(Path folder, String... words) {
        try {
            return Git.doInOwn(folder, words);
        } catch (IOException e) {
            return false;
        }
    }
}
