package org.practiceplaybook.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Several corrections of one text. */
public final class Edits {
    private static final Comparator<Edit> IN_ORDER = Comparator.comparing(
                    (Edit edit) -> edit.span().start())
            .thenComparing(edit -> edit.span().end());

    private Edits() {}

    /**
     * The text with all corrections made.
     *
     * @throws IllegalArgumentException where two of them touch the same letters or the same gap
     */
    public static String apply(String text, List<Edit> edits) {
        List<Edit> ordered = edits.stream().sorted(IN_ORDER).toList();
        if (apart(ordered).size() < ordered.size()) {
            throw new IllegalArgumentException("corrections that overlap");
        }
        StringBuilder out = new StringBuilder(text);
        for (int i = ordered.size() - 1; i >= 0; i--) {
            Edit edit = ordered.get(i);
            out.replace(edit.span().start(), edit.span().end(), edit.text());
        }
        return out.toString();
    }

    /** The corrections in order; of two that overlap only the first. */
    public static List<Edit> apart(List<Edit> edits) {
        List<Edit> apart = new ArrayList<>();
        int end = -1;
        for (Edit edit : edits.stream().sorted(IN_ORDER).toList()) {
            if (edit.span().start() > end) {
                apart.add(edit);
                end = edit.span().end();
            }
        }
        return apart;
    }
}
