package org.practiceplaybook.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which files are not as the last commit has them, so that git could not bring them back. */
public final class LocalChanges {
    private LocalChanges() {}

    /**
     * Asks git.
     *
     * @param folder where the paths begin
     * @param paths of files, with slashes
     * @return those that git does not hold as they are; empty where there is no git or no repository
     */
    public static Optional<Set<String>> of(Path folder, Collection<String> paths) {
        try (Git git = Git.of(folder)) {
            if (git.head().isEmpty()) {
                return Optional.of(Set.copyOf(paths));
            }
            Set<String> changed = new HashSet<>();
            if (paths.isEmpty()) {
                return Optional.of(changed);
            }
            for (String[] question : new String[][] {
                {
                    "diff",
                    "--name-only",
                    "-z",
                    "--relative",
                    "--no-ext-diff",
                    "--no-textconv",
                    "--ignore-submodules=all",
                    git.head().get(),
                    "--"
                },
                {"ls-files", "-z", "--others", "--"}
            }) {
                Git.Answer answer = git.ask(
                        Stream.concat(Stream.of(question), paths.stream()).toArray(String[]::new));
                if (!answer.ok()) {
                    throw new GitProblem("git could not say what has changed: "
                            + answer.err().strip());
                }
                changed.addAll(answer.fields());
            }
            changed.retainAll(List.copyOf(paths));
            return Optional.of(changed);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
