package org.practiceplaybook.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.Workers;

/** {@code playbook check}: what is wrong and what could be better, without making the site. */
final class CheckVerb implements Verb {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String purpose() {
        return "look for errors in the content, and give advice";
    }

    @Override
    public String usage() {
        return "check [--content DIR] [--strict]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Verb.value("content", "DIR", "the content folder (content)"));
        options.addOption(Verb.flag("strict", "advice counts as errors"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        Source source = Source.of(line, console);
        Content content = ContentFolder.open(source.content()).read(Workers.ofThisMachine());
        List<Diagnostic> found = Checks.run(content, Linker.link(content, History.NONE, false));
        Verdict verdict = new Verdict(found, line.hasOption("strict"));
        verdict.tell(console, source, false);
        if (found.isEmpty()) {
            console.say(verdict.count());
        }
        return verdict.hasErrors() ? Exit.CONTENT : Exit.DONE;
    }
}
