package org.practiceplaybook.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The only way to git. A repository comes from strangers, and its configuration can name programs in dozens of keys: filters,
 * converters, monitors, signature checkers, pagers, helpers, hooks. So nothing is asked of it but what things are called,
 * which runs no program ({@link #names}). All else is asked of a stand-in: an empty git folder with a configuration of our
 * own that borrows the repository's objects, index and work tree. What a later git may add to the keys is not there either.
 */
final class Git implements AutoCloseable {
    private static final Pattern DUBIOUS = Pattern.compile("ownership in repository at '([^'\\n\"]+)'");
    private static final int LONGEST_SECONDS = 120;
    private static final String NOTHING = "/dev/null"; // on Windows git knows it by this name too

    private static final Set<String> NAMING = Set.of("rev-parse", "for-each-ref", "config");
    private static final Set<String> READING = Set.of("log", "cat-file", "ls-tree", "merge-base", "diff", "ls-files");

    /**
     * Of all that git's environment can say only where the user's own configuration is (it names the folders that are
     * trusted), who commits, and where looking for a repository ends. A repository within a hook, or another one that the
     * shell points to, is not the one that was asked for.
     */
    private static final Pattern KEPT =
            Pattern.compile("GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\\d+|VALUE_\\d+)"
                    + "|GIT_(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL|DATE)"
                    + "|GIT_CEILING_DIRECTORIES|GIT_DISCOVERY_ACROSS_FILESYSTEM|GIT_EXEC_PATH");

    /** How files lie on this disk, without which all of them would seem changed; none of these keys names a program. */
    private static final String COPIED = "core\\.(autocrlf|eol|filemode|symlinks|ignorecase|precomposeunicode|longpaths"
            + "|trustctime|checkstat|excludesfile|sparsecheckout|sparsecheckoutcone)";

    private static final String PARTIAL = "remote\\..*\\.promisor";

    private final Path folder;
    private final Path standIn;
    private final Map<String, String> environment;
    private final Optional<String> head;
    private final Optional<Path> shallow;
    private final boolean partial;

    private Git(
            Path folder,
            Path standIn,
            Map<String, String> environment,
            Optional<String> head,
            Optional<Path> shallow,
            boolean partial) {
        this.folder = folder;
        this.standIn = standIn;
        this.environment = environment;
        this.head = head;
        this.shallow = shallow;
        this.partial = partial;
    }

    /**
     * Of an answer that says that the folder belongs to another user: the command with which it is trusted, and no other.
     * Empty of other answers.
     */
    static Optional<String> distrust(String err, Path folder) {
        return err.contains("dubious ownership")
                ? Optional.of("git does not trust the folder " + folder
                        + ", because it belongs to another user; allow it with: " + trust(err, folder))
                : Optional.empty();
    }

    private static String trust(String err, Path folder) {
        Matcher told = DUBIOUS.matcher(err);
        String place = told.find()
                ? told.group(1)
                : folder.toAbsolutePath().normalize().toString();
        return "git config --global --add safe.directory \"" + place + "\"";
    }

    /**
     * What git answered.
     *
     * @param status 0 where it did what it was asked
     */
    record Answer(int status, String out, String err) {
        boolean ok() {
            return status == 0;
        }

        /** The answer cut at its zero bytes. */
        List<String> fields() {
            return out.isEmpty() ? List.of() : List.of(out.split("\0", -1));
        }
    }

    /**
     * Asks the repository itself what something in it is called, and where it is.
     *
     * @param folder where it is asked
     * @param words one of the few questions that run no program
     * @throws IOException where there is no git, or it takes too long
     */
    static Answer names(Path folder, String... words) throws IOException {
        allow(NAMING, words);
        return answer(command(folder, Map.of(), words));
    }

    /**
     * Opens the repository that a folder is in.
     *
     * @param folder in a work tree
     * @throws IOException where there is no git, or the repository cannot be used
     */
    static Git of(Path folder) throws IOException {
        Answer where = names(
                folder,
                "rev-parse",
                "--show-object-format",
                "--show-toplevel",
                "--git-path",
                "objects",
                "--git-path",
                "index",
                "--git-path",
                "shallow",
                "--git-path",
                "info/exclude");
        String[] lines = where.out().split("\r?\n");
        if (!where.ok() || lines.length != 6) {
            throw new IOException(where.err().lines().findFirst().orElse("its repository has an odd name"));
        }
        Answer commit = names(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}");
        Optional<String> head = commit.ok() ? Optional.of(commit.out().strip()) : Optional.empty();
        Answer keys = names(folder, "config", "--null", "--get-regexp", "^(" + COPIED + "|" + PARTIAL + ")$");
        Path index = folder.resolve(lines[3]);
        Path shallow = folder.resolve(lines[4]);
        Path standIn = Files.createTempDirectory("playbook-git");
        Git git = new Git(
                folder,
                standIn,
                Map.ofEntries(
                        Map.entry("GIT_DIR", standIn.toString()),
                        Map.entry("GIT_WORK_TREE", lines[1]),
                        Map.entry("GIT_OBJECT_DIRECTORY", absolute(folder, lines[2])),
                        Map.entry("GIT_INDEX_FILE", absolute(folder, lines[3])),
                        Map.entry("GIT_CONFIG_GLOBAL", NOTHING),
                        Map.entry("GIT_CONFIG_SYSTEM", NOTHING),
                        Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
                        Map.entry("GIT_ATTR_NOSYSTEM", "1")),
                head,
                Files.isRegularFile(shallow) ? Optional.of(shallow) : Optional.empty(),
                keys.fields().stream().anyMatch(field -> field.startsWith("remote.")));
        try {
            Files.createDirectory(standIn.resolve("refs"));
            Files.writeString(standIn.resolve("HEAD"), head.orElse("ref: refs/heads/none") + "\n");
            Files.writeString(standIn.resolve("config"), config(lines[0], keys.fields()));
            Files.createDirectory(standIn.resolve("info"));
            copy(shallow, standIn.resolve("shallow"));
            copy(folder.resolve(lines[5]), standIn.resolve("info/exclude"));
            if (Files.exists(index)) {
                shared(index.toAbsolutePath().getParent(), standIn);
            }
            return git;
        } catch (IOException e) {
            git.close();
            throw e;
        }
    }

    private static String absolute(Path folder, String path) {
        return folder.resolve(path).toAbsolutePath().normalize().toString();
    }

    private static String config(String objects, List<String> keys) {
        StringBuilder config = new StringBuilder("[core]\nrepositoryformatversion = 1\nbare = false\n");
        for (String key : keys) {
            if (key.startsWith("core.")) {
                int end = key.indexOf('\n');
                String name = (end < 0 ? key : key.substring(0, end)).substring("core.".length());
                String value = end < 0 ? "true" : key.substring(end + 1);
                config.append(name)
                        .append(" = \"")
                        .append(value.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n"))
                        .append("\"\n");
            }
        }
        return config.append(objects.equals("sha256") ? "[extensions]\nobjectformat = sha256\n" : "")
                .toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, to);
        }
    }

    /** An index may be cut in two; the second part lies beside it. */
    private static void shared(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(from, "sharedindex.*")) {
            for (Path part : parts) {
                copy(part, to.resolve(part.getFileName().toString()));
            }
        }
    }

    /** The commit that is checked out; empty where there is none yet. */
    Optional<String> head() {
        return head;
    }

    /** The file that names the commits at which a clone without its history ends; empty for a whole one. */
    Optional<Path> shallow() {
        return shallow;
    }

    /** How to get what is not here. Nothing is fetched by itself: a repository says by which program. */
    String remedy() {
        return partial && shallow.isEmpty()
                ? "fetch all of it (git fetch --refetch --no-filter, in a workflow no filter)"
                : "fetch all of it (git fetch --unshallow, in a workflow fetch-depth: 0)";
    }

    /**
     * Asks, and waits for the whole answer.
     *
     * @throws IOException where it takes too long
     */
    Answer ask(String... words) throws IOException {
        allow(READING, words);
        return answer(command(folder, environment, words));
    }

    /**
     * Asks for an answer that is read while it comes; what git complains of is not kept.
     *
     * @param input the file that git reads
     */
    Process start(Optional<Path> input, String... words) throws IOException {
        allow(READING, words);
        ProcessBuilder command = command(folder, environment, words).redirectError(ProcessBuilder.Redirect.DISCARD);
        input.ifPresent(file -> command.redirectInput(file.toFile()));
        Process git = command.start();
        if (input.isEmpty()) {
            git.getOutputStream().close();
        }
        return git;
    }

    /**
     * Does something in a repository that this program has made itself: as its user, but without hooks.
     *
     * @return did it go well?
     * @throws IOException where there is no git, or it takes too long
     */
    static boolean doInOwn(Path folder, String... words) throws IOException {
        return answer(command(folder, Map.of(), words)).ok();
    }

    /**
     * Waits until git is done.
     *
     * @return its status
     * @throws IOException where it takes too long
     */
    static int finish(Process git) throws IOException {
        try {
            if (!git.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                throw new IOException("it took too long");
            }
            return git.exitValue();
        } catch (InterruptedException e) {
            git.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void allow(Set<String> questions, String... words) {
        if (!questions.contains(words[0])) {
            throw new IllegalArgumentException("not asked of git here: " + words[0]);
        }
    }

    private static ProcessBuilder command(Path folder, Map<String, String> standIn, String... words) {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "--no-pager",
                "--literal-pathspecs",
                "--no-replace-objects",
                "-c",
                "core.quotePath=false",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.hooksPath=" + NOTHING,
                "-c",
                "commit.gpgSign=false")); // could ask for a password
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        clean(builder.environment(), standIn);
        return builder;
    }

    /**
     * Makes git's environment.
     *
     * @param environment as this program was given it
     * @param standIn what leads to the stand-in; empty for the repository itself
     */
    static void clean(Map<String, String> environment, Map<String, String> standIn) {
        environment
                .keySet()
                .removeIf(name -> name.startsWith("GIT_")
                        && !(standIn.isEmpty() && KEPT.matcher(name).matches()));
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_ALLOW_PROTOCOL", "none"); // an older git knows no other way to fetch nothing
        environment.put("LC_ALL", "C"); // its messages are looked at
        environment.putAll(standIn);
    }

    private static Answer answer(ProcessBuilder command) throws IOException {
        Process git = command.start();
        git.getOutputStream().close();
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(git.getInputStream()), Git::beside);
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(git.getErrorStream()), Git::beside);
        return new Answer(finish(git), out.join(), err.join());
    }

    /** Each in a thread of its own: git waits until both of what it says are read. */
    private static void beside(Runnable reading) {
        Thread thread = new Thread(reading, "playbook-git");
        thread.setDaemon(true);
        thread.start();
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(standIn)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // the system clears its temporary folder
        }
    }
}
