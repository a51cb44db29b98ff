package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes a folder a git repository with a first commit, as far as git is there and knows who commits. */
final class NewRepository {
    private static final int LONGEST_SECONDS = 30;

    /** How far it came. */
    enum Outcome {
        COMMITTED,
        /** Git does not know the name of who would commit. */
        STAGED,
        INSIDE_ANOTHER,
        WITHOUT_GIT
    }

    private NewRepository() {}

    static Outcome in(Path folder) {
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
        // a signature could ask for a password
        boolean committed = staged
                && known
                && git(folder, "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "Begin the playbook");
        return committed ? Outcome.COMMITTED : Outcome.STAGED;
    }

    private static boolean git(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            if (!git.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return false;
            }
            return git.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
