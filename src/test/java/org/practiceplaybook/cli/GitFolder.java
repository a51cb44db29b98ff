package org.practiceplaybook.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real git repository with a small playbook in it, and the command run there. */
final class GitFolder {
    final Path root;
    private String said = "";

    private GitFolder(Path root) {
        this.root = root;
    }

    /** A repository with one commit on its branch {@code main}. */
    static GitFolder with(Path root) {
        GitFolder folder = new GitFolder(root);
        folder.git("init", "-q", "-b", "main");
        folder.write("content/playbook.yml", "name: Test playbook\n");
        folder.write(
                "content/taxonomy/roles.yml",
                "network: {name: Network staff, definition: Those who host.}\nmember: {name: Member, definition: Those who join.}\n");
        folder.practice(
                "know-your-role", "Know your role", "The network knows what only it can do. Members do the rest.");
        folder.practice(
                "ask-why", "Ask why people come", "Motives learnt early cure a meeting that misses its people.");
        folder.practice(
                "say-it", "Say what we do", "One sentence says what we do and what we leave to others, gladly.");
        folder.write(
                "content/attempts/first.md",
                "---\ntitle: A first try\npractices: [ask-why]\nresult: mixed\nlesson: Ask sooner.\n---\n\nSee [why](../practices/ask-why.md).\n");
        folder.write(
                "content/pathways/start.md",
                "---\ntitle: Start\nsummary: Begin here.\nsteps:\n  - practice: know-your-role\n  - practice: ask-why\n---\n");
        folder.commit("one");
        return folder;
    }

    /** A repository without a commit and without files. */
    static GitFolder empty(Path root) {
        GitFolder folder = new GitFolder(root);
        folder.git("init", "-q", "-b", "main");
        return folder;
    }

    /** A folder of which git knows nothing yet. */
    static GitFolder plain(Path root) {
        GitFolder folder = new GitFolder(root);
        folder.write("content/pages/about.md", "# About\n");
        return folder;
    }

    /** A repository that is there already. */
    static GitFolder at(Path root) {
        return new GitFolder(root);
    }

    void config(String key, String value) {
        git("config", key, value);
    }

    /** The same repository in another place. */
    GitFolder clone(Path to, String... options) {
        List<String> command = new ArrayList<>(List.of("clone", "-q"));
        command.addAll(List.of(options));
        command.addAll(List.of(root.toUri().toString(), to.toString()));
        git(command.toArray(String[]::new));
        return new GitFolder(to);
    }

    void practice(String slug, String title, String text) {
        write(
                "content/practices/" + slug + ".md",
                "---\ntitle: " + title
                        + "\nsummary: What goes wrong. What this does about it.\nroles: [network]\n---\n\n"
                        + "## What to do\n\n" + text + "\n");
    }

    void write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void delete(String path) {
        try {
            Files.delete(root.resolve(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void commit(String message) {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }

    String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(root);
            Process git = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + out);
            }
            return out.strip();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the command in the repository, and gives its exit status. */
    int run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = Main.run(arguments, new Console(stream, stream, root, false, false));
        said = bytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    /** What the last run said. */
    String said() {
        return said;
    }
}
