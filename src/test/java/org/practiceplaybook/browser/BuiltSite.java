package org.practiceplaybook.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.cli.Run;
import org.practiceplaybook.fixture.Jar;

/** The site of this repository's own content, made by the finished jar. */
final class BuiltSite {
    private static final Pattern ENTRY =
            Pattern.compile("(?:practices|attempts|pathways|challenges|roles|phases|leverage)/.*");

    private static BuiltSite made;

    private final Path folder;
    private final Path zip;

    private BuiltSite(Path folder, Path zip) {
        this.folder = folder;
        this.zip = zip;
    }

    /** Made once for all tests that run in one process. */
    static synchronized BuiltSite get() {
        if (made == null) {
            Path target = Path.of("target", "it" + System.getProperty("playbook.fork", ""))
                    .toAbsolutePath();
            Path folder = target.resolve("site");
            Path zip = target.resolve("offline.zip");
            int status = ofTheJar(folder, zip);
            if (status != 0) {
                throw new IllegalStateException("the build ended with " + status);
            }
            made = new BuiltSite(folder, zip);
        }
        return made;
    }

    private static int ofTheJar(Path folder, Path zip) {
        ProcessBuilder builder = new ProcessBuilder(
                        Jar.command("build", "--quiet", "--output", folder.toString(), "--offline", zip.toString()))
                .inheritIO();
        // the starter's own address and repository are a template's words
        builder.environment().put("GITHUB_SERVER_URL", "https://github.com");
        builder.environment().put("GITHUB_REPOSITORY", "walks/playbook");
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes the site of another content folder in this process, which has the program in memory already.
     *
     * @param more options
     * @return the exit status of the build
     */
    static int build(Path content, Path folder, String... more) {
        List<String> command =
                new ArrayList<>(List.of("build", "--content", content.toString(), "--output", folder.toString()));
        command.addAll(List.of(more));
        Run run = Run.in(Path.of("").toAbsolutePath(), command.toArray(String[]::new));
        if (run.status() != 0) {
            System.err.println(run.err());
        }
        return run.status();
    }

    /** Copies it, to where a folder's name is difficult. */
    Path copy(Path to) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(folder.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }

    Path folder() {
        return folder;
    }

    Path zip() {
        return zip;
    }

    /** Every page, as a path from the site's root. */
    List<String> pages() {
        return pages(folder);
    }

    static List<String> pages(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".html"))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page but those of entries of which there is one of each kind, which are few. */
    List<String> oneOfEach() {
        return pages().stream()
                .filter(page -> !ENTRY.matcher(page).matches() || kinds().contains(page))
                .toList();
    }

    /** One page of each kind. */
    static List<String> kinds() {
        return List.of(
                "index.html",
                "404.html",
                "practices/index.html",
                "practices/know-your-role.html",
                "practices/let-peers-teach-each-other.html",
                "attempts/index.html",
                "attempts/members-tool.html",
                "pathways/index.html",
                "pathways/start-here.html",
                "practices/meet-before-you-decide.run.html",
                "pathways/start-here.run.html",
                "pages/index.html",
                "pages/leverage-points.html",
                "pages/contribute.html",
                "challenges/index.html",
                "challenges/running-on-empty.html",
                "roles/index.html",
                "roles/network.html",
                "phases/index.html",
                "phases/learn.html",
                "leverage/index.html",
                "leverage/mindset.html",
                "leverage/rules.html",
                "glossary.html",
                "who-does-what.html",
                "practice-map.html",
                "prompts.html",
                "help-write.html",
                "due-for-review.html",
                "contribute/index.html",
                "contribute/write-a-practice.html",
                "contribute/log-an-attempt.html",
                "contribute/ask-for-a-practice.html",
                "contribute/suggest-a-change.html");
    }
}
