package org.practiceplaybook.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.serve.SiteServer;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.MachineRefused;

/** {@code playbook serve}: the site in a browser, reloaded when a file changes. */
final class ServeVerb implements Verb {
    private static final int USUAL_PORT = 4000;
    private static final int TRIES = 20;

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String purpose() {
        return "show the site while you write it";
    }

    @Override
    public String usage() {
        return "serve [--content DIR] [--theme DIR] [--port N]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Source.addTo(options);
        options.addOption(
                Verb.value("port", "N", "the port on this machine (" + USUAL_PORT + ", or the next that is free)"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        Source source = Source.of(line, console);
        Consumer<List<Diagnostic>> told = found -> {
            Verdict verdict = new Verdict(found, false);
            verdict.tell(console, source, true);
            if (verdict.errors() == 0) {
                console.say("No errors.");
            }
        };
        try (SiteServer server = start(line, source, told)) {
            console.say("The site is at " + server.address() + " and follows your changes. Ctrl-C ends it.");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.DONE;
    }

    private static SiteServer start(CommandLine line, Source source, Consumer<List<Diagnostic>> told) {
        if (line.hasOption("port")) {
            return SiteServer.start(settings(source, port(line.getOptionValue("port"))), told);
        }
        MachineRefused last = null;
        for (int port = USUAL_PORT; port < USUAL_PORT + TRIES; port++) {
            try {
                return SiteServer.start(settings(source, port), told);
            } catch (MachineRefused taken) {
                last = taken;
            }
        }
        throw last;
    }

    private static SiteServer.Settings settings(Source source, int port) {
        return new SiteServer.Settings(
                source.content(), source.theme(), source.pathInRepository(), Version.current(), port);
    }

    private static int port(String written) {
        if (!written.matches("\\d{1,5}") || Integer.parseInt(written) > 65_535) {
            throw new UsageProblem("--port takes a number up to 65535, not \"" + written + "\"");
        }
        return Integer.parseInt(written);
    }
}
