package org.practiceplaybook.history;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.work.MachineRefused;

/**
 * A repository as it was at another time. Names of branches come from strangers, and so does what the repository holds: git
 * is called without a shell, no name can be taken for an option, and nothing is run that a repository asks for.
 */
public final class GitRepository implements AutoCloseable {
    private static final int LONGEST_NAME = 250;
    private static final int MOST_CHANGES = 500;

    private final Path folder;
    /** Where the folder is in its repository, ending in a slash; empty where it is the whole of it. */
    private final String prefix;

    private final Git git;

    private GitRepository(Path folder, String prefix, Git git) {
        this.folder = folder;
        this.prefix = prefix;
        this.git = git;
    }

    /**
     * The repository that a folder is in.
     *
     * @throws GitProblem where it is in none
     * @throws MachineRefused where there is no git
     */
    public static GitRepository holding(Path folder) {
        Path at = folder.toAbsolutePath().normalize();
        Git.Answer inside = names(at, "rev-parse", "--is-inside-work-tree", "--show-prefix");
        Git.distrust(inside.err(), folder).ifPresent(distrust -> {
            throw new GitProblem(distrust);
        });
        if (inside.status() != 0) {
            throw inside.err().contains("not a git repository")
                    ? new GitProblem(
                            "the folder " + folder + " is in no git repository, so there is nothing to compare it"
                                    + " with; begin one with: git init")
                    : refused("open the repository of " + folder, inside);
        }
        String[] lines = inside.out().split("\n", 2);
        if (!lines[0].equals("true")) {
            throw new GitProblem("the folder " + folder + " is git's own; name the folder with the texts");
        }
        String prefix = lines.length < 2
                ? ""
                : lines[1].endsWith("\n") ? lines[1].substring(0, lines[1].length() - 1) : lines[1];
        try {
            return new GitRepository(at, prefix, Git.of(at));
        } catch (IOException e) {
            throw noGit(e);
        }
    }

    /**
     * The commit at which the present work left a branch.
     *
     * @param revision a branch, a tag, a commit: as its user named it
     * @return its full name
     * @throws GitProblem where there is no such revision, or nothing in common with it
     */
    public String mergeBase(String revision) {
        String other = commit(revision);
        String head = git.head()
                .orElseThrow(
                        () -> new GitProblem("the repository has no commit yet, so there is nothing to compare with"));
        Git.Answer base = run("merge-base", other, head);
        if (base.status() == 0) {
            return base.out().strip();
        }
        if (base.status() != 1) {
            throw refused("find where the work on " + shown(revision) + " began", base);
        }
        throw new GitProblem(
                git.shallow().isPresent()
                        ? "the repository was cloned without its history, so it cannot be told where this work left "
                                + shown(revision) + "; " + git.remedy()
                        : shown(revision) + " and the present work have no commit in common, so there is no \"before\";"
                                + " compare with the branch that this work began from");
    }

    /**
     * The commit in which a file became so: where it was so several times, the last one. Only its latest changes are looked
     * through.
     *
     * @param file relative to the folder
     */
    public Optional<String> since(String file, Predicate<String> isSo) {
        String path = prefix + file;
        Git.Answer log = run("log", "--format=%H", "--max-count=" + MOST_CHANGES, "--", file);
        Optional<String> found = Optional.empty();
        for (String commit : log.out().lines().toList()) {
            Git.Answer text = run("cat-file", "blob", commit + ":" + path);
            if (text.status() == 0 && isSo.test(text.out())) {
                found = Optional.of(commit);
            } else if (found.isPresent()) {
                break;
            }
        }
        return found;
    }

    private String commit(String revision) {
        if (revision.isBlank()
                || revision.length() > LONGEST_NAME
                || revision.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw new GitProblem("\"" + shown(revision) + "\" is no name of a branch or commit");
        }
        Git.Answer found =
                names(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        String commit = found.out().strip();
        if (found.status() == 0 && commit.matches("[0-9a-f]{40,64}")) {
            return commit;
        }
        String hint = closest(revision)
                .map(near -> ", did you mean \"" + near + "\"?")
                .orElse(
                        git.shallow().isPresent()
                                ? "; the repository was cloned without its history: " + git.remedy()
                                : "; see: git branch --all");
        throw new GitProblem("there is no branch, tag or commit \"" + shown(revision) + "\" here" + hint);
    }

    private Optional<String> closest(String revision) {
        Git.Answer names = names(folder, "for-each-ref", "--count=2000", "--format=%(refname:short)");
        List<String> known = names.out().lines().filter(name -> !name.isBlank()).toList();
        return known.stream()
                .filter(name -> name.endsWith("/" + revision))
                .findFirst()
                .or(() -> Closest.to(revision, known));
    }

    /**
     * Writes the folder as it was at a commit into another one. Links on disk and other repositories within it are left
     * out.
     *
     * @param commit its full name
     * @param target an empty folder
     */
    public void extract(String commit, Path target) {
        Map<String, String> files = files(commit);
        if (files.isEmpty()) {
            return;
        }
        Path wanted = null;
        try {
            wanted = Files.createTempFile("playbook-wanted", "");
            Files.write(wanted, files.values());
            Process blobs = git.start(Optional.of(wanted), "cat-file", "--batch");
            try (InputStream out = new BufferedInputStream(blobs.getInputStream(), 1 << 16)) {
                for (String path : files.keySet()) {
                    write(out, path, target);
                }
            }
            Git.finish(blobs);
        } catch (IOException e) {
            throw MachineRefused.because("read the former files", e);
        } finally {
            deleteQuietly(wanted);
        }
    }

    /** The object of each file, by the file's path within the folder. */
    private Map<String, String> files(String commit) {
        List<String> command = new ArrayList<>(List.of("ls-tree", "-r", "-z", "--full-tree", commit));
        if (!prefix.isEmpty()) {
            command.addAll(List.of("--", prefix));
        }
        Git.Answer tree = run(command.toArray(String[]::new));
        if (tree.status() != 0) {
            throw refused("read the files of commit " + commit, tree);
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (String entry : tree.out().split("\0")) {
            int tab = entry.indexOf('\t');
            String[] about = tab < 0 ? new String[0] : entry.substring(0, tab).split(" ");
            boolean file = about.length == 3 && about[1].equals("blob") && about[0].startsWith("100");
            String path = entry.substring(tab + 1);
            if (file && path.startsWith(prefix)) {
                files.put(path.substring(prefix.length()), about[2]);
            }
        }
        return files;
    }

    /** The next object of {@code cat-file --batch}: a line {@code name type size}, the bytes, an end of line. */
    private void write(InputStream out, String path, Path target) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int b = out.read(); b != '\n'; b = out.read()) {
            if (b < 0 || head.length() > 200) {
                throw new IOException("git ended before all was read");
            }
            head.append((char) b);
        }
        String[] about = head.toString().split(" ");
        if (about.length != 3) {
            throw new GitProblem("git does not have the former " + path + "; " + git.remedy());
        }
        long size = Long.parseLong(about[2]);
        Optional<Path> file = within(target, path);
        OutputStream to = OutputStream.nullOutputStream();
        if (file.isPresent()) {
            Files.createDirectories(file.get().getParent());
            try {
                to = Files.newOutputStream(file.get(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                // two names that this disk takes for one: the first stays
            }
        }
        try (OutputStream open = to) {
            byte[] buffer = new byte[1 << 14];
            for (long left = size; left > 0; ) {
                int n = out.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new IOException("git ended before all was read");
                }
                open.write(buffer, 0, n);
                left -= n;
            }
        }
        out.read();
    }

    /** Where a file is written; nowhere if its name leads out of the folder or is none on this disk. */
    private static Optional<Path> within(Path target, String path) {
        try {
            Path file = target.resolve(path).normalize();
            return file.startsWith(target) && !file.equals(target) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Git.Answer run(String... words) {
        try {
            return git.ask(words);
        } catch (IOException e) {
            throw noGit(e);
        }
    }

    private static Git.Answer names(Path folder, String... words) {
        try {
            return Git.names(folder, words);
        } catch (IOException e) {
            throw noGit(e);
        }
    }

    private static MachineRefused noGit(IOException e) {
        return e.getMessage() != null && e.getMessage().contains("Cannot run program")
                ? new MachineRefused(
                        "git is needed for this and is not installed here; see https://git-scm.com/downloads")
                : MachineRefused.because("ask git", e);
    }

    private static GitProblem refused(String doing, Git.Answer answer) {
        String reason = answer.err().lines().findFirst().orElse("it ended with " + answer.status());
        return new GitProblem("git could not " + doing + ": " + shown(reason.replaceFirst("^fatal: ", "")));
    }

    /** A name for a message: what is in it must not steer the terminal. */
    private static String shown(String text) {
        String visible = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
        return visible.length() > LONGEST_NAME ? visible.substring(0, LONGEST_NAME) + "…" : visible;
    }

    private static void deleteQuietly(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // the system clears its temporary folder
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
