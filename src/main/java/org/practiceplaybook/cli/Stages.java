package org.practiceplaybook.cli;

import java.util.ArrayList;
import java.util.List;

/** What a run is doing, and how long each part of it took. */
final class Stages {
    private final Progress progress;
    private final List<String> told = new ArrayList<>();
    private String stage = "";
    private long since;

    Stages(Progress progress) {
        this.progress = progress;
    }

    void begin(String words) {
        end();
        stage = words;
        since = System.nanoTime();
        progress.stage(words);
    }

    void end() {
        if (!stage.isEmpty()) {
            told.add(stage + " ".repeat(Math.max(1, 24 - stage.length())) + (System.nanoTime() - since) / 1_000_000
                    + " ms");
            stage = "";
        }
    }

    /** A line for each stage. */
    String told() {
        return String.join(System.lineSeparator(), told);
    }
}
