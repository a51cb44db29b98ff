package org.practiceplaybook.source;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something that a contributor should know about a file.
 *
 * @param rule what it breaks, and with that what it weighs
 * @param message what is wrong, in plain words, without a full stop
 * @param label a few words that stand beside the caret, or empty
 * @param effect what a reader of the site would see or miss, or empty
 * @param remedy how to mend it, or empty
 * @param edit the correction itself, where it is known
 */
public record Diagnostic(
        RuleCode rule, Place place, String message, String label, String effect, String remedy, Optional<Edit> edit) {

    /** By file, then place, then weight, so that every run lists them alike. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic d) -> d.place.file().path())
            .thenComparing(d -> d.place.span().start())
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    public static Diagnostic of(RuleCode rule, Place place, String message) {
        return new Diagnostic(rule, place, message, "", "", "", Optional.empty());
    }

    /** The rule's name, stable, for scripts: {@code unknown-practice}. */
    public String code() {
        return rule.id();
    }

    public Severity severity() {
        return rule.severity();
    }

    /** With a few words beside the caret. */
    public Diagnostic label(String words) {
        return new Diagnostic(rule, place, message, words, effect, remedy, edit);
    }

    /** With what a reader would see. */
    public Diagnostic effect(String words) {
        return new Diagnostic(rule, place, message, label, words, remedy, edit);
    }

    /** With how to mend it. */
    public Diagnostic remedy(String words) {
        return new Diagnostic(rule, place, message, label, effect, words, edit);
    }

    /** With the correction, as text that replaces the place itself. */
    public Diagnostic replaceBy(String text) {
        return edit(new Edit(place.span(), text));
    }

    public Diagnostic edit(Edit correction) {
        return new Diagnostic(rule, place, message, label, effect, remedy, Optional.of(correction));
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }
}
