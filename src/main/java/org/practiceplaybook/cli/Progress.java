package org.practiceplaybook.cli;

import java.io.PrintStream;

/** Says what is going on, on a terminal and only when it takes more than a second. */
final class Progress implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 1_000;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final Thread ticker;
    private volatile String stage = "";
    private volatile boolean shown;

    Progress(Console console) {
        this.err = console.err();
        this.ticker = new Thread(this::tick, "playbook-progress");
        ticker.setDaemon(true);
        if (console.terminal()) {
            ticker.start();
        }
    }

    void stage(String words) {
        stage = words;
    }

    private void tick() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
            String last = "";
            while (true) {
                String now = stage;
                if (!now.equals(last)) {
                    shown = true;
                    err.print(CLEAR + now + " …");
                    err.flush();
                    last = now;
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            // it is done
        }
    }

    @Override
    public void close() {
        ticker.interrupt();
        try {
            ticker.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (shown) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
