package org.practiceplaybook.cli;

import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.practiceplaybook.history.GitProblem;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.work.MachineRefused;

/** Where it starts. */
public final class Main {
    static final List<Verb> VERBS = List.of(
            new BuildVerb(),
            new CheckVerb(),
            new ServeVerb(),
            new NewVerb(),
            new InitVerb(),
            new ImportVerb(),
            new UpgradeVerb(),
            new ReviewVerb(),
            new SchemaVerb(),
            new PdfVerb(),
            new CardsVerb(),
            new ReceiveVerb());

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, Console.ofThisProcess()));
    }

    /** Runs a command, and gives the exit status. Never throws for what a user did. */
    static int run(String[] args, Console console) {
        try {
            return dispatch(args, console);
        } catch (UsageProblem problem) {
            console.warn("playbook: " + problem.getMessage());
            return Exit.USAGE;
        } catch (GitProblem problem) {
            console.warn("playbook: " + problem.getMessage());
            return Exit.USAGE;
        } catch (ThemeProblem problem) {
            console.warn("playbook: " + problem.getMessage());
            return Exit.CONTENT;
        } catch (MachineRefused problem) {
            console.warn("playbook: " + problem.getMessage());
            return Exit.MACHINE;
        } catch (InvalidPathException problem) {
            console.warn("playbook: \"" + problem.getInput() + "\" cannot be a file name here: " + problem.getReason()
                    + "; if it has accents, set the environment variable LC_ALL to C.UTF-8 and try again");
            return Exit.MACHINE;
        } catch (StackOverflowError error) {
            console.warn(
                    "playbook: something is nested so deeply that it cannot be followed; take out what you wrote last");
            return Exit.MACHINE;
        } catch (OutOfMemoryError error) {
            console.warn("playbook: the memory is full; give Java more, for example JAVA_TOOL_OPTIONS=-Xmx4g");
            return Exit.MACHINE;
        }
    }

    private static int dispatch(String[] args, Console console) {
        String first = args.length == 0 ? "--help" : args[0];
        if (first.equals("--version")) {
            console.say("playbook " + Version.current());
            return Exit.DONE;
        }
        if (first.equals("--help") || first.equals("-h") || first.equals("help") && args.length == 1) {
            console.say(help());
            return args.length == 0 ? Exit.USAGE : Exit.DONE;
        }
        if (first.equals("help")) {
            console.say(help(verb(args[1])));
            return Exit.DONE;
        }
        Verb verb = verb(first);
        Options options = verb.options();
        options.addOption(Option.builder("h")
                .longOpt("help")
                .desc("say how this command is used")
                .get());
        CommandLine line = parse(verb, options, Arrays.copyOfRange(args, 1, args.length));
        if (line.hasOption("help")) {
            console.say(help(verb));
            return Exit.DONE;
        }
        if (!verb.takesWords() && !line.getArgList().isEmpty()) {
            throw new UsageProblem("\"" + line.getArgList().get(0) + "\" is one word too many; see: playbook "
                    + verb.name() + " --help");
        }
        return verb.run(line, console);
    }

    private static CommandLine parse(Verb verb, Options options, String[] args) {
        String see = "; see: playbook " + verb.name() + " --help";
        try {
            return DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, args);
        } catch (UnrecognizedOptionException e) {
            List<String> known = options.getOptions().stream()
                    .map(option -> "--" + option.getLongOpt())
                    .toList();
            String meant = Closest.to(e.getOption(), known)
                    .map(near -> ", did you mean " + near + "?")
                    .orElse(see);
            throw new UsageProblem("there is no option " + e.getOption() + meant);
        } catch (MissingArgumentException e) {
            throw new UsageProblem("--" + e.getOption().getLongOpt() + " needs a value: --"
                    + e.getOption().getLongOpt() + " " + e.getOption().getArgName() + see);
        } catch (ParseException e) {
            throw new UsageProblem(e.getMessage() + see);
        }
    }

    private static Verb verb(String name) {
        return VERBS.stream()
                .filter(verb -> verb.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    String meant = Closest.to(
                                    name, VERBS.stream().map(Verb::name).toList())
                            .map(near -> ", did you mean \"playbook " + near + "\"?")
                            .orElse("; see: playbook --help");
                    return new UsageProblem("there is no command \"" + name + "\"" + meant);
                });
    }

    private static String help() {
        StringBuilder help = new StringBuilder("Makes a searchable site of a playbook: Markdown in, HTML out.\n\n");
        for (Verb verb : VERBS) {
            help.append(String.format("  playbook %-7s %s%n", verb.name(), verb.purpose()));
        }
        help.append("\nWhat a command takes: playbook COMMAND --help. The version: playbook --version.");
        return help.toString();
    }

    private static String help(Verb verb) {
        StringBuilder help = new StringBuilder("playbook " + verb.usage() + "\n\n" + verb.purpose() + "\n\n");
        for (Option option : verb.options().getOptions()) {
            String value = option.hasArg() ? " " + option.getArgName() : "";
            help.append(String.format("  --%-20s %s%n", option.getLongOpt() + value, option.getDescription()));
        }
        help.append("\nExit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the machine said no.");
        return help.toString();
    }
}
