package org.practiceplaybook.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.serve.EditorLink;
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
        return "serve [--content DIR] [--theme DIR] [--port N] [--editor NAME]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlaybookFolders.addTo(options);
        options.addOption(
                Verb.value("port", "N", "the port on this machine (" + USUAL_PORT + ", or the next that is free)"));
        options.addOption(Verb.value(
                "editor",
                "NAME",
                "the editor that links open (vscode): " + EditorLink.names()
                        + ", or an address with {file} and {line}"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        PlaybookFolders source = PlaybookFolders.of(line, console);
        SiteServer.Listener told = new SiteServer.Listener() {
            @Override
            public void found(List<Diagnostic> diagnostics) {
                Verdict verdict = new Verdict(diagnostics, false);
                verdict.tell(console, source, true);
                if (verdict.errors() == 0) {
                    console.say("No errors.");
                }
            }

            @Override
            public void trouble(String message) {
                console.warn("The last change cannot be shown yet: " + message);
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

    private static SiteServer start(CommandLine line, PlaybookFolders source, SiteServer.Listener told) {
        if (line.hasOption("port")) {
            return SiteServer.start(settings(line, source, port(line.getOptionValue("port"))), told);
        }
        MachineRefused last = null;
        for (int port = USUAL_PORT; port < USUAL_PORT + TRIES; port++) {
            try {
                return SiteServer.start(settings(line, source, port), told);
            } catch (MachineRefused taken) {
                last = taken;
            }
        }
        throw last;
    }

    private static SiteServer.Settings settings(CommandLine line, PlaybookFolders source, int port) {
        String editor = line.getOptionValue("editor", "vscode");
        return new SiteServer.Settings(
                source.content(),
                source.theme(),
                source.hosting()::settings,
                source.pathInRepository(),
                Version.current(),
                port,
                EditorLink.of(editor)
                        .orElseThrow(
                                () -> new UsageProblem(
                                        "--editor takes one of " + EditorLink.names()
                                                + ", or the address of another with {file} in it, such as my-editor://open?file={file}&line={line}")));
    }

    private static int port(String written) {
        if (!written.matches("\\d{1,5}") || Integer.parseInt(written) > 65_535) {
            throw new UsageProblem("--port takes a number up to 65535, not \"" + written + "\"");
        }
        return Integer.parseInt(written);
    }
}
