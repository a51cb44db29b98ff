package org.practiceplaybook.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.report.ControlCodes;

/**
 * What a command talks to.
 *
 * @param folder relative paths begin here
 * @param terminal is a person looking on?
 * @param colour may control codes be used?
 */
record Console(PrintStream out, PrintStream err, Path folder, boolean terminal, boolean colour) {

    static Console ofThisProcess() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean terminal = System.console() != null && System.getenv("CI") == null;
        boolean colour = terminal && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Console(out, err, Path.of(""), terminal, colour);
    }

    /** Says something. Whatever it quotes, a file's name for example, cannot steer a terminal or a workflow. */
    void say(String text) {
        out.println(plain(called().in(text)));
    }

    /** Says what went wrong. */
    void warn(String text) {
        err.println(plain(called().in(text)));
    }

    /** How the command is called here. */
    Called called() {
        return Called.in(folder);
    }

    private static String plain(String text) {
        return Stream.of(text.split("\r?\n", -1)).map(ControlCodes::line).collect(Collectors.joining("\n"));
    }

    /** Gives what a program reads, as it is. */
    void give(String data) {
        out.println(data);
    }

    /** A path of the command line. */
    Path path(String written) {
        return folder.resolve(written);
    }
}
