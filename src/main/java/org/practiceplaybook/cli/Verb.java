package org.practiceplaybook.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** A command of the command line. */
interface Verb {
    String name();

    /** What it does, in a line. */
    String purpose();

    /** How it is used, without the program's name. */
    String usage();

    Options options();

    /** Does it take words besides its options? */
    default boolean takesWords() {
        return false;
    }

    /** Does it, and gives the exit status. */
    int run(CommandLine line, Console console);

    /** An option with a value. */
    static Option value(String name, String value, String meaning) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName(value)
                .desc(meaning)
                .get();
    }

    /** An option without one. */
    static Option flag(String name, String meaning) {
        return Option.builder().longOpt(name).desc(meaning).get();
    }
}
