package org.practiceplaybook.yaml;

import static org.practiceplaybook.yaml.YamlMistakes.error;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** A line that does not go with its neighbours: a key without its colon, an item out of line, words that belong nowhere. */
final class Misplaced {
    private static final Pattern NO_COLON = Pattern.compile("^([A-Za-z_][\\w-]*)([ \\t]+)[^:#\\s][^:\\n]*$");
    private static final Pattern BELOW_A_KEY = Pattern.compile("^(?: +\\S|- ).*");
    private static final Pattern INNER_NO_COLON =
            Pattern.compile("^( +)([A-Za-z][\\w-]*)([ \\t]+(?:[-–=][ \\t]+)?)[^:#\\s-][^:\\n]*$");
    private static final Pattern INNER_KEY = Pattern.compile("^( +)[A-Za-z][\\w-]*:(?:\\s.*)?$");

    private static final Pattern KEY_FURTHER_IN = Pattern.compile("^([ ]+)[A-Za-z_][\\w-]*:(?:\\s[^\\n]*)?$");
    private static final Pattern KEY_WITH_VALUE = Pattern.compile("^[A-Za-z_][\\w-]*:[ \\t]+[^\\s|>#][^\\n]*$");
    private static final Pattern INDENTED_KEY = Pattern.compile("^( +)([A-Za-z_][\\w-]*):(?:[ \\t].*)?$");
    private static final Pattern ITEM_WITH_KEY = Pattern.compile("^( *- +)[A-Za-z_][\\w-]*:.*$");
    private static final Pattern ITEM = Pattern.compile("^( *)- +\\S.*$");

    private static final Pattern KEY_AND_VALUE =
            Pattern.compile("^([A-Za-z_][\\w-]*):[ \\t]+([^|>\\s#].*?)[ \\t\\r]*$");

    private final SourceFile file;
    private final KnownKeys keys;
    private final int start;
    private final Span line;
    private final String text;
    private final String above;
    private final String below;

    /**
     * Of one line.
     *
     * @param start where the YAML begins
     * @param end where it ends
     */
    Misplaced(SourceFile file, KnownKeys keys, int start, int end, Span line) {
        this.file = file;
        this.keys = keys;
        this.start = start;
        this.line = line;
        this.text = file.slice(line);
        this.above = line.start() > start ? file.slice(file.lineAt(line.start() - 1)) : "";
        int feed = file.text().indexOf('\n', line.end());
        this.below = feed >= 0 && feed + 1 < end ? file.slice(file.lineAt(feed + 1)) : "";
    }

    Optional<Diagnostic> find() {
        return Stream.<Supplier<Optional<Diagnostic>>>of(
                        this::keyOfItem, this::secondLine, this::furtherIn, this::noColon, this::innerKey, this::item)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A key of an item that does not stand below the item's first one. */
    private Optional<Diagnostic> keyOfItem() {
        Matcher key = INDENTED_KEY.matcher(text);
        Matcher item = ITEM_WITH_KEY.matcher(above);
        if (!key.matches() || !item.matches() || item.end(1) == key.end(1)) {
            return Optional.empty();
        }
        Span blanks = span(0, key.end(1));
        return Optional.of(
                error(file, RuleCode.INDENT, blanks, "\"" + key.group(2) + "\" does not stand below the key above it")
                        .label(item.end(1) + " blanks are needed, not " + key.end(1))
                        .remedy("put it exactly below the first letter of the line above")
                        .edit(new Edit(blanks, " ".repeat(item.end(1)))));
    }

    /** A line that goes on with the text above, or is an item of the list above, and not one whose colon was forgotten. */
    private Optional<Diagnostic> secondLine() {
        Matcher words = keys.noKey().matcher(text);
        if (!words.matches()) {
            return Optional.empty();
        }
        Span word = span(0, words.end(1));
        if (KEY_AND_VALUE.matcher(above).matches()) {
            return Optional.of(error(file, RuleCode.SECOND_LINE, word, "this line has no key")
                    .label("it goes on with the line above")
                    .remedy("put two blanks at its start")
                    .edit(new Edit(span(0, 0), "  ")));
        }
        if (ITEM.matcher(above).matches()) {
            return Optional.of(error(file, RuleCode.SECOND_LINE, word, "this line has neither a key nor a dash")
                    .remedy("begin it with a dash, exactly below the one above; or with more blanks, if it goes on with"
                            + " the line above"));
        }
        return Optional.empty();
    }

    private Optional<Diagnostic> furtherIn() {
        Matcher further = KEY_FURTHER_IN.matcher(text);
        if (!further.matches() || !KEY_WITH_VALUE.matcher(above).matches()) {
            return Optional.empty();
        }
        return Optional.of(error(
                        file,
                        RuleCode.INDENT,
                        span(0, further.end(1)),
                        "this line begins further in than the one above it")
                .remedy("take the spaces at its start away")
                .replaceBy(""));
    }

    private Optional<Diagnostic> noColon() {
        Matcher sign = keys.otherSign().matcher(text);
        Matcher words = NO_COLON.matcher(text);
        Matcher bare = keys.bare().matcher(text);
        if (sign.matches()) {
            return Optional.of(noColon(span(sign.start(2), sign.end(2)), ": "));
        }
        if (words.matches()) {
            return Optional.of(noColon(span(words.start(2), words.end(2)), ": "));
        }
        if (bare.matches() && BELOW_A_KEY.matcher(below).matches()) {
            return Optional.of(noColon(span(bare.end(1), bare.end(1)), ":"));
        }
        return Optional.empty();
    }

    private Diagnostic noColon(Span gap, String colon) {
        return error(file, RuleCode.NO_COLON, gap, "a colon is missing after the key")
                .remedy("put a colon and a space after the first word")
                .replaceBy(colon);
    }

    /** One of several keys below another, and the only one without a colon. */
    private Optional<Diagnostic> innerKey() {
        Matcher words = INNER_NO_COLON.matcher(text);
        if (!words.matches()) {
            return Optional.empty();
        }
        boolean fellow = Stream.of(above, below)
                .map(INNER_KEY::matcher)
                .anyMatch(key -> key.matches() && key.group(1).equals(words.group(1)));
        return fellow ? Optional.of(noColon(span(words.start(3), words.end(3)), ": ")) : Optional.empty();
    }

    /** An item that stands where none of those above it does. */
    private Optional<Diagnostic> item() {
        Matcher item = ITEM.matcher(text);
        Matcher before = ITEM.matcher(above);
        if (!item.matches() || !before.matches()) {
            return Optional.empty();
        }
        int blanks = item.end(1);
        int needed = before.end(1);
        boolean fellow = false;
        for (Span one = line; one.start() > start && !fellow; ) {
            one = file.lineAt(one.start() - 1);
            Matcher other = ITEM.matcher(file.slice(one));
            fellow = other.matches() && other.end(1) == blanks;
            if (KEY_WITH_VALUE.matcher(file.slice(one)).matches()
                    || file.slice(one).matches("^[A-Za-z_][\\w-]*:[ \\t]*")) {
                break;
            }
        }
        if (fellow || blanks > needed) {
            return Optional.empty();
        }
        return Optional.of(
                error(file, RuleCode.INDENT, span(0, blanks + 1), "this item does not stand below the one above it")
                        .label(needed + (needed == 1 ? " blank is" : " blanks are") + " needed, not " + blanks)
                        .remedy("put its dash exactly below the one above")
                        .edit(new Edit(span(0, blanks), " ".repeat(needed))));
    }

    private Span span(int from, int to) {
        return new Span(line.start() + from, line.start() + to);
    }
}
