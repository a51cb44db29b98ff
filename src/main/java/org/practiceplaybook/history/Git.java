package org.practiceplaybook.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One question to git. */
final class Git {
    private static final int LONGEST_SECONDS = 120;

    private Git() {}

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
     * Asks.
     *
     * @param folder where it is asked
     * @param environment what is set beside the usual
     * @throws IOException where there is no git, or it takes too long
     */
    static Answer ask(Path folder, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false", "--no-pager"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().putAll(environment);
        Process git = builder.start();
        git.getOutputStream().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(git.getErrorStream()));
        String out = text(git.getInputStream());
        try {
            if (!git.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                throw new IOException("it took too long");
            }
        } catch (InterruptedException e) {
            git.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
        return new Answer(git.exitValue(), out, err.join());
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
