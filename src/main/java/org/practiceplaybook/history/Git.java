package org.practiceplaybook.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One question to git: without a shell, and without the hooks and file monitors that a repository may ask for. */
final class Git {
    private static final Pattern DUBIOUS = Pattern.compile("ownership in repository at '([^'\\n\"]+)'");
    private static final int LONGEST_SECONDS = 120;
    /** A repository within a hook, or another one that the shell points to, is not the one that was asked for. */
    private static final Set<String> NOT_FROM_OUTSIDE = Set.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_COMMON_DIR",
            "GIT_NAMESPACE",
            "GIT_PREFIX",
            "GIT_EXTERNAL_DIFF",
            "GIT_PAGER");

    private Git() {}

    /** The command with which a folder of another user is trusted, and no other. */
    static String trust(String err, Path folder) {
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
     * Asks, and waits for the whole answer.
     *
     * @param folder where it is asked
     * @throws IOException where there is no git, or it takes too long
     */
    static Answer ask(Path folder, String... words) throws IOException {
        Process git = command(folder, words).start();
        git.getOutputStream().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(git.getErrorStream()));
        String out = text(git.getInputStream());
        return new Answer(finish(git), out, err.join());
    }

    /**
     * Asks for an answer that is read while it comes; what git complains of is not kept.
     *
     * @param input the file that git reads
     * @throws IOException where there is no git
     */
    static Process start(Path folder, Optional<Path> input, String... words) throws IOException {
        ProcessBuilder command = command(folder, words).redirectError(ProcessBuilder.Redirect.DISCARD);
        input.ifPresent(file -> command.redirectInput(file.toFile()));
        Process git = command.start();
        if (input.isEmpty()) {
            git.getOutputStream().close();
        }
        return git;
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

    private static ProcessBuilder command(Path folder, String... words) {
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
                "core.hooksPath=/dev/null"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> NOT_FROM_OUTSIDE.contains(name) || name.startsWith("GIT_TRACE"));
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C"); // its messages are looked at
        return builder;
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
