package org.practiceplaybook.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.source.Nfc;

/**
 * What differs between a commit and the content folder as it lies on disk, work that is not committed included. Paths are
 * relative to the content folder.
 *
 * @param base the commit that it is compared with: where the branch left the other one
 * @param touched files that are new, changed, or have a new name
 * @param removed files that are gone
 * @param renamed old names and the new ones
 * @param note why the comparison is not the usual one, where that is worth telling
 */
public record ChangedFiles(
        String base, Set<String> touched, Set<String> removed, Map<String, String> renamed, Optional<String> note) {
    public ChangedFiles {
        touched = Set.copyOf(touched);
        removed = Set.copyOf(removed);
        renamed = Map.copyOf(renamed);
    }

    public boolean isEmpty() {
        return touched.isEmpty() && removed.isEmpty() && renamed.isEmpty();
    }

    /**
     * Asks git what a content folder changes.
     *
     * @param revision a branch, tag or commit; where it has gone on since, what it changed meanwhile does not count
     * @throws GitProblem where there is no git, no repository, or no such revision
     */
    public static ChangedFiles since(Path folder, String revision) {
        try {
            return ask(folder, revision);
        } catch (IOException e) {
            throw new GitProblem("git could not be asked what has changed since \"" + revision
                    + "\"; is it installed? Without it the whole content can be checked: playbook check");
        }
    }

    private static ChangedFiles ask(Path folder, String revision) throws IOException {
        Git.Answer inside = Git.names(folder, "rev-parse", "--is-inside-work-tree");
        if (!inside.ok()) {
            throw new GitProblem(Git.distrust(inside.err(), folder)
                    .orElse("the content folder is in no git repository, so nobody knows what has changed since \""
                            + revision + "\"; check all of it with: playbook check"));
        }
        try (Git git = Git.of(folder)) {
            return ask(git, folder, revision);
        }
    }

    private static ChangedFiles ask(Git git, Path folder, String revision) throws IOException {
        String commit = commit(git, folder, revision);
        Git.Answer fork = git.ask("merge-base", commit, "HEAD");
        String base = fork.ok() ? fork.out().strip() : commit;
        Optional<String> note = fork.ok() ? Optional.empty() : Optional.of(unrelated(git, revision));
        Set<String> touched = new HashSet<>();
        Set<String> removed = new HashSet<>();
        Map<String, String> renamed = new HashMap<>();
        // what lies in another repository within this one is not looked at: git would ask there by its configuration
        Git.Answer diff = git.ask(
                "diff",
                "--name-status",
                "-z",
                "-M",
                "--relative",
                "--no-ext-diff",
                "--no-textconv",
                "--ignore-submodules=all",
                base,
                "--",
                ".");
        if (!diff.ok()) {
            throw new GitProblem("git could not compare with \"" + revision + "\": "
                    + diff.err().strip() + "; " + git.remedy());
        }
        for (Iterator<String> fields = diff.fields().iterator(); fields.hasNext(); ) {
            String status = fields.next();
            if (status.isEmpty()) {
                break;
            }
            String path = Nfc.of(fields.next());
            if (status.startsWith("R")) {
                String now = Nfc.of(fields.next());
                renamed.put(path, now);
                touched.add(now);
            } else if (status.startsWith("C")) {
                touched.add(Nfc.of(fields.next()));
            } else {
                (status.startsWith("D") ? removed : touched).add(path);
            }
        }
        for (String path : git.ask("ls-files", "-z", "--others", "--exclude-standard", "--", ".")
                .fields()) {
            if (!path.isEmpty()) {
                touched.add(Nfc.of(path));
            }
        }
        return new ChangedFiles(base, touched, removed, renamed, note);
    }

    private static String commit(Git git, Path folder, String revision) throws IOException {
        Git.Answer found = resolve(folder, revision);
        if (found.ok()) {
            return found.out().strip();
        }
        String words = "git knows no \"" + revision + "\"";
        if (resolve(folder, "origin/" + revision).ok()) {
            throw new GitProblem(words + " here; did you mean \"origin/" + revision + "\"?");
        }
        throw new GitProblem(
                git.shallow().isPresent()
                        ? words + " here, because the repository was cloned without its history; " + git.remedy()
                        : words + "; name a branch, a tag or a commit, for example origin/main");
    }

    private static Git.Answer resolve(Path folder, String revision) throws IOException {
        return Git.names(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
    }

    private static String unrelated(Git git, String revision) {
        return git.shallow().isPresent()
                ? "the repository was cloned without its history, so the content is compared with \"" + revision
                        + "\" as it is now, not with where this branch left it; " + git.remedy()
                : "this branch and \"" + revision + "\" have no commit in common, so the content is compared with \""
                        + revision + "\" as it is now";
    }

    /**
     * Writes the content folder as the base had it. The repository, its index and its files stay as they are, and no filter
     * runs.
     *
     * @param folder the content folder on disk
     * @param to an empty folder
     * @throws GitProblem where git does not give the files
     */
    public void writeBase(Path folder, Path to) {
        try (GitRepository repository = GitRepository.holding(folder)) {
            repository.extract(base, to);
        }
    }
}
