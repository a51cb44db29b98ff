package org.practiceplaybook.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.practiceplaybook.source.Diagnostic;

/**
 * How the command is called where somebody stands: in a playbook's repository by its launcher. Messages name it
 * {@code playbook serve} everywhere; what is told says it as it has to be typed.
 *
 * @param command to be typed before the name of a verb
 */
record Called(String command) {
    private static final String PLAIN = "playbook";

    /** The command by its verb, not a file of the name nor a folder. */
    private static final Pattern NAMED = Pattern.compile("(?<![\\w./\\\\-])" + PLAIN + "(?= (?:"
            + Main.VERBS.stream().map(Verb::name).collect(Collectors.joining("|")) + "|[A-Z]+ --help)\\b)");

    /** In a folder. */
    static Called in(Path folder) {
        boolean launcher = Files.isRegularFile(folder.resolve(PLAIN));
        return new Called(launcher ? "." + File.separator + PLAIN : PLAIN);
    }

    /** A message that names the command. */
    String in(String message) {
        return NAMED.matcher(message).replaceAll(Matcher.quoteReplacement(command));
    }

    /** Findings whose remedies may name it. */
    List<Diagnostic> in(List<Diagnostic> found) {
        return found.stream().map(one -> one.remedy(in(one.remedy()))).toList();
    }
}
