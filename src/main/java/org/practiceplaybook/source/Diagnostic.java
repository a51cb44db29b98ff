package org.practiceplaybook.source;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something that a contributor should know about a file.
 *
 * @param code short name of the rule, stable, for scripts: {@code unknown-practice}
 * @param message what is wrong, in plain words, without a full stop
 * @param label a few words that stand beside the caret, or empty
 * @param effect what a reader of the site would see or miss, or empty
 * @param remedy how to mend it, or empty
 * @param edit the correction itself, where it is known
 */
public record Diagnostic(
        String code,
        Severity severity,
        Place place,
        String message,
        String label,
        String effect,
        String remedy,
        Optional<Edit> edit) {

    /** By file, then place, then weight, so that every run lists them alike. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic d) -> d.place.file().path())
            .thenComparing(d -> d.place.span().start())
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    public static Diagnostic error(String code, Place place, String message) {
        return new Diagnostic(code, Severity.ERROR, place, message, "", "", "", Optional.empty());
    }

    public static Diagnostic advice(String code, Place place, String message) {
        return new Diagnostic(code, Severity.ADVICE, place, message, "", "", "", Optional.empty());
    }

    /** With a few words beside the caret. */
    public Diagnostic label(String words) {
        return new Diagnostic(code, severity, place, message, words, effect, remedy, edit);
    }

    /** With what a reader would see. */
    public Diagnostic effect(String words) {
        return new Diagnostic(code, severity, place, message, label, words, remedy, edit);
    }

    /** With how to mend it. */
    public Diagnostic remedy(String words) {
        return new Diagnostic(code, severity, place, message, label, effect, words, edit);
    }

    /** With the correction, as text that replaces the place itself. */
    public Diagnostic replaceBy(String text) {
        return edit(new Edit(place.span(), text));
    }

    public Diagnostic edit(Edit correction) {
        return new Diagnostic(code, severity, place, message, label, effect, remedy, Optional.of(correction));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
