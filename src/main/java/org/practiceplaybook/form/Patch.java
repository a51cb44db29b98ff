package org.practiceplaybook.form;

import java.util.TreeMap;
import org.practiceplaybook.source.Span;

/** Changes of one text; of several that stand at the same place the first that was told comes first. */
final class Patch {
    private final String text;
    private final boolean windows;
    private final TreeMap<Integer, StringBuilder> inserted = new TreeMap<>();
    private final TreeMap<Integer, Integer> removed = new TreeMap<>();

    Patch(String text) {
        this.text = text;
        this.windows = text.contains("\r\n");
    }

    void replace(Span span, String by) {
        removed.merge(span.start(), span.end(), Math::max);
        insert(span.start(), by);
    }

    void insert(int at, String more) {
        inserted.computeIfAbsent(at, unused -> new StringBuilder()).append(windows ? more.replace("\n", "\r\n") : more);
    }

    /** What was put in at a place so far. */
    String at(int at) {
        return inserted.containsKey(at) ? inserted.get(at).toString() : "";
    }

    String done() {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int done = 0;
        TreeMap<Integer, StringBuilder> all = new TreeMap<>(inserted);
        removed.keySet().forEach(at -> all.computeIfAbsent(at, unused -> new StringBuilder()));
        for (int at : all.keySet()) {
            if (at > done) {
                out.append(text, done, at);
                done = at;
            }
            out.append(all.get(at));
            done = Math.max(done, removed.getOrDefault(at, done));
        }
        return out.append(text, Math.min(done, text.length()), text.length()).toString();
    }
}
