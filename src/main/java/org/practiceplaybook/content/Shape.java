package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.practiceplaybook.content.value.Keyed;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Yaml;

/**
 * What the value of a field looks like, and with that how it is read.
 *
 * @param <T> what a reader gets of it
 */
public sealed interface Shape<T> {

    T read(FieldReader reader, Field<T> field);

    /** A value of which another language says the words. What is not said there stays as it is. */
    default T translated(T original, T words, Field<T> field) {
        return original;
    }

    /** What the value is the short name of: {@code practice}, {@code attempt}, {@code term} or a vocabulary; else empty. */
    default String names() {
        return "";
    }

    /** The fields that its value has of its own. */
    default List<Field<?>> fields() {
        return List.of();
    }

    /** Is it something that readers read, so that each language says it otherwise? Of parts: is one of their fields? */
    default boolean holdsWords() {
        return fields().stream().anyMatch(Field::isTranslated);
    }

    /** The few words that the value can be; none where it can be others. */
    default List<String> choices() {
        return List.of();
    }

    /** What is understood: a regular expression that JavaScript reads alike, or empty. */
    default String pattern() {
        return "";
    }

    /**
     * One line.
     *
     * @param prose is it text that readers read, with quotation marks to be set?
     * @param pattern what editors take, or empty: a regular expression that JavaScript reads alike
     */
    record Text(boolean prose, String names, String pattern) implements Shape<Optional<Located<String>>> {
        @Override
        public boolean holdsWords() {
            return prose;
        }

        /** What is left untranslated stands in no place of the translation. */
        @Override
        public Optional<Located<String>> translated(
                Optional<Located<String>> original,
                Optional<Located<String>> words,
                Field<Optional<Located<String>>> field) {
            return words.or(() -> original.map(text -> new Located<>(text.value(), Span.NONE)));
        }

        @Override
        public Optional<Located<String>> read(FieldReader reader, Field<Optional<Located<String>>> field) {
            return reader.text(field, prose);
        }
    }

    /**
     * One line that means something.
     *
     * @param pattern what is understood: a regular expression that JavaScript reads alike, or empty
     * @param wrong the rule that it is understood
     * @param meaning what it should be: {@code a time}
     * @param form examples of it
     * @param hint what is known of a text that is not understood
     * @param canonical how the playbook writes it, empty where any form will do
     * @param spelling the rule that it is written so
     */
    record Value<V>(
            Function<String, Optional<V>> parser,
            String pattern,
            RuleCode wrong,
            String meaning,
            String form,
            Function<String, Optional<Misreading>> hint,
            Function<V, String> canonical,
            RuleCode spelling)
            implements Shape<Optional<Located<V>>> {
        @Override
        public Optional<Located<V>> read(FieldReader reader, Field<Optional<Located<V>>> field) {
            return reader.value(field, this);
        }
    }

    /** One of a few words. */
    record Choice<E extends Keyed>(List<E> values, RuleCode wrong) implements Shape<Optional<E>> {
        @Override
        public List<String> choices() {
            return values.stream().map(Keyed::key).toList();
        }

        @Override
        public Optional<E> read(FieldReader reader, Field<Optional<E>> field) {
            return reader.choice(field, this);
        }
    }

    /** Short names: a list, or words with commas between. */
    record Names(String names) implements Shape<List<Located<String>>> {
        @Override
        public List<Located<String>> read(FieldReader reader, Field<List<Located<String>>> field) {
            return reader.words(field);
        }
    }

    /** Free text: a list, or one line, never split at its commas. */
    record Lines() implements Shape<List<Located<String>>> {
        @Override
        public List<Located<String>> translated(
                List<Located<String>> original, List<Located<String>> words, Field<List<Located<String>>> field) {
            List<Located<String>> all = new ArrayList<>(words);
            if (words.isEmpty() || field.wording() == Field.Wording.MORE_WORDS) {
                original.forEach(text -> all.add(new Located<>(text.value(), Span.NONE)));
            }
            return all;
        }

        @Override
        public List<Located<String>> read(FieldReader reader, Field<List<Located<String>>> field) {
            return reader.lines(field);
        }
    }

    /** A list of items that each mean something. */
    record Values<V>(Value<V> item) implements Shape<List<Located<V>>> {
        @Override
        public List<Located<V>> read(FieldReader reader, Field<List<Located<V>>> field) {
            return reader.lines(field).stream()
                    .flatMap(text -> reader.understood(field, item, text).stream())
                    .toList();
        }
    }

    /** Short names, each with a reason: the writer's own keys and what stands behind them. */
    record Reasons(String names) implements Shape<List<Yaml.Entry>> {
        @Override
        public boolean holdsWords() {
            return true;
        }

        @Override
        public List<Yaml.Entry> translated(
                List<Yaml.Entry> original, List<Yaml.Entry> words, Field<List<Yaml.Entry>> field) {
            return original.stream()
                    .map(entry -> words.stream()
                            .filter(word ->
                                    word.key().value().equals(entry.key().value())
                                            && word.value() instanceof Yaml.Text text
                                            && !text.isEmpty())
                            .findFirst()
                            .map(word -> new Yaml.Entry(entry.key(), word.value()))
                            .orElse(entry))
                    .toList();
        }

        @Override
        public List<Yaml.Entry> read(FieldReader reader, Field<List<Yaml.Entry>> field) {
            return reader.entries(field);
        }
    }

    /** True or false. */
    record Flag() implements Shape<Optional<Boolean>> {
        @Override
        public List<String> choices() {
            return List.of("true", "false");
        }

        @Override
        public Optional<Boolean> read(FieldReader reader, Field<Optional<Boolean>> field) {
            return reader.flag(field, this);
        }
    }

    /** Fields of its own below a name that the writer chose. */
    record Named(Located<String> name, FieldReader fields) {}

    /** Names that the writer chose, each with fields of its own. */
    record ByName(List<Field<?>> fields) implements Shape<List<Named>> {
        @Override
        public List<Named> translated(List<Named> original, List<Named> words, Field<List<Named>> field) {
            return original.stream()
                    .map(one -> words.stream()
                            .filter(word ->
                                    word.name().value().equals(one.name().value()))
                            .findFirst()
                            .map(word -> new Named(one.name(), one.fields().in(word.fields())))
                            .orElse(one))
                    .toList();
        }

        @Override
        public List<Named> read(FieldReader reader, Field<List<Named>> field) {
            return reader.named(field, this);
        }
    }

    /** Fields of its own. The first is the one that it cannot do without. */
    record Part(List<Field<?>> fields) implements Shape<Optional<FieldReader>> {
        @Override
        public Optional<FieldReader> translated(
                Optional<FieldReader> original, Optional<FieldReader> words, Field<Optional<FieldReader>> field) {
            return original.map(part -> words.map(part::in).orElse(part));
        }

        @Override
        public Optional<FieldReader> read(FieldReader reader, Field<Optional<FieldReader>> field) {
            return reader.part(field, this);
        }
    }

    /** A list of parts. A bare line is taken as the first of their fields. */
    record Parts(List<Field<?>> fields) implements Shape<List<FieldReader>> {
        /** Parts are told from each other by the first of their fields. */
        @Override
        public List<FieldReader> translated(
                List<FieldReader> original, List<FieldReader> words, Field<List<FieldReader>> field) {
            Field<?> name = fields.get(0);
            return original.stream()
                    .map(part -> words.stream()
                            .filter(word -> word.written(name).equals(part.written(name)))
                            .findFirst()
                            .map(part::in)
                            .orElse(part))
                    .toList();
        }

        @Override
        public List<FieldReader> read(FieldReader reader, Field<List<FieldReader>> field) {
            return reader.parts(field, this);
        }
    }
}
