package org.practiceplaybook.content;

import java.util.stream.Stream;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.Severity;

/**
 * A row of the table of {@link Fields}: all that is to be known of a field. Two rows may have one key, for what is called
 * alike in different kinds of entry.
 *
 * @param key as it stands in a file and after {@code schema.field.} and {@code changes.field.} among the theme's words
 * @param need how much it is asked for
 * @param limit how long it may be
 * @param called by what name {@link Fields.Elsewhere} has it; empty where it has not
 * @param label what it is called after {@code contribute.practice.} among the theme's words
 * @param said what the playbook itself calls it; empty where the theme has words for it
 * @param wording what a translation says of it
 * @param <T> what a reader gets of it
 */
public record Field<T>(
        String key, Shape<T> shape, Need need, Limit limit, String called, String label, String said, Wording wording) {

    Field(String key, Shape<T> shape) {
        this(key, shape, Need.NONE, Limit.NONE, key, key, "", shape.holdsWords() ? Wording.WORDS : Wording.FACT);
    }

    /**
     * How much a field is asked for.
     *
     * @param rule an error where it is required, advice where it would help, null where nobody asks for it
     * @param without what a reader would see without it
     * @param example what could stand behind the colon
     */
    public record Need(RuleCode rule, String without, String example) {
        static final Need NONE = new Need(null, "", "");

        public boolean isRequired() {
            return rule != null && rule.severity() == Severity.ERROR;
        }
    }

    /** What a translation says of a field. */
    public enum Wording {
        /** Nothing: it is the original's in every language. */
        FACT,
        /** Its own words, in place of the original's. */
        WORDS,
        /** Its own words, and the original's stay. */
        MORE_WORDS
    }

    /** Does a translation say it? */
    public boolean isTranslated() {
        return wording != Wording.FACT;
    }

    /** The most characters, beyond which a card or a list cuts the text short; 0 where that is all the same. */
    public record Limit(RuleCode rule, int longest) {
        static final Limit NONE = new Limit(null, 0);
    }

    Field<T> needed(RuleCode rule, String without, String example) {
        return new Field<>(key, shape, new Need(rule, without, example), limit, called, label, said, wording);
    }

    Field<T> longest(int longest, RuleCode rule) {
        return new Field<>(key, shape, need, new Limit(rule, longest), called, label, said, wording);
    }

    Field<T> called(String name) {
        return new Field<>(key, shape, need, limit, name, label, said, wording);
    }

    Field<T> labelled(String word) {
        return new Field<>(key, shape, need, limit, called, word, said, wording);
    }

    /** The same as the playbook itself calls it. */
    Field<T> said(String name) {
        return new Field<>(key, shape, need, limit, called, label, name, wording);
    }

    /** The same, told otherwise in translations than its shape lets expect. */
    Field<T> translated(Wording other) {
        return new Field<>(key, shape, need, limit, called, label, said, other);
    }

    /** Does it hold terms of the vocabulary that is called as it is? */
    boolean isVocabulary() {
        return shape.names().equals(key);
    }

    /** The same key where nothing is asked of it. */
    Field<T> plain() {
        return new Field<>(key, shape).called("");
    }

    public boolean isRequired() {
        return need.isRequired();
    }

    public int longest() {
        return limit.longest();
    }

    /** A line of front matter that has it. */
    public String line(String value) {
        return key + ": " + value;
    }

    /** What it is called here and elsewhere, the likeliest first. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(key), Fields.Elsewhere.of(called).stream());
    }
}
