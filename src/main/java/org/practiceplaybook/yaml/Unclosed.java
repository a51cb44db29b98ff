package org.practiceplaybook.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * A quotation mark or a bracket that nothing closes. A parser reads on, over the end of the line, and gives up wherever the
 * next such mark stands; a writer wants to know where it was opened.
 */
final class Unclosed {
    /** Nobody writes a longer one by hand, and patterns that count backslashes need a stack. */
    static final int LONGEST_LINE = 2_000;

    /** A line up to its value, as a regular expression. */
    static final String VALUE = "^(\\s*(?:- +(?:[A-Za-z_][\\w-]*:[ \\t]+)?|[A-Za-z_][\\w-]*:[ \\t]+))";

    static final Pattern QUOTE =
            Pattern.compile(VALUE + "((?:\"[^\"\\\\\\n]*(?:\\\\.[^\"\\\\\\n]*)*|'[^'\\n]*(?:''[^'\\n]*)*))$");
    static final Pattern BRACKET = Pattern.compile(VALUE + "([\\[{](?:[^\\[\\]{}\"'#\\n]|\\b')*)$");
    /** What is indented below it is text, whatever it looks like. */
    static final Pattern LONG_TEXT = Pattern.compile("^( *)(?:[^\\n]*:|-) +[|>][-+0-9]*[ \\t\\r]*$");

    private static final Pattern DOUBLE_CLOSING =
            Pattern.compile("[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*\"(.*)", Pattern.DOTALL);
    private static final Pattern SINGLE_CLOSING = Pattern.compile("[^']*(?:''[^']*)*'(?!')(.*)", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("^[A-Za-z_][\\w-]*:(?:\\s[^\\n]*)?$");

    private final SourceFile file;
    private final List<Span> lines = new ArrayList<>();

    private Unclosed(SourceFile file, Span yaml) {
        this.file = file;
        for (int at = yaml.start(); at < yaml.end(); ) {
            Span line = file.lineAt(at);
            lines.add(line);
            int feed = file.text().indexOf('\n', line.end());
            at = feed < 0 ? yaml.end() : feed + 1;
        }
    }

    /**
     * The first such mark.
     *
     * @param yaml the stretch of the file that is YAML
     * @param until where the parser gave up
     */
    static Optional<Diagnostic> find(SourceFile file, Span yaml, int until) {
        return new Unclosed(file, yaml).find(until);
    }

    /** A quotation mark that opens a value and is not closed in its line. */
    static Optional<Diagnostic> quote(SourceFile file, Span line) {
        Matcher quote = QUOTE.matcher(text(file, line));
        return quote.matches() ? Optional.of(quoteOpen(file, value(line, quote))) : Optional.empty();
    }

    private static Diagnostic quoteOpen(SourceFile file, Span value) {
        Span open = new Span(value.start(), value.start() + 1);
        return YamlMistakes.error(file, RuleCode.QUOTE_OPEN, open, "a quotation mark opens here and is never closed")
                .remedy("close it at the end of the line")
                .edit(new Edit(new Span(value.end(), value.end()), file.slice(open)));
    }

    private Optional<Diagnostic> find(int until) {
        for (int i = 0; i < lines.size() && lines.get(i).start() <= until; ) {
            Span line = lines.get(i);
            String text = text(line);
            Matcher quote = QUOTE.matcher(text);
            Matcher bracket = BRACKET.matcher(text);
            Matcher longText = LONG_TEXT.matcher(text);
            int next = i + 1;
            if (quote.matches()) {
                next = afterQuote(next, quote.group(2).charAt(0));
                if (next < 0) {
                    return Optional.of(quoteOpen(file, value(line, quote)));
                }
            } else if (bracket.matches()) {
                char close = bracket.group(2).charAt(0) == '[' ? ']' : '}';
                next = afterBracket(next, close);
                if (next < 0) {
                    return Optional.of(bracket(value(line, bracket), close));
                }
            } else if (longText.matches()) {
                next = afterLongText(next, longText.group(1).length());
            }
            i = next;
        }
        return Optional.empty();
    }

    private String text(Span line) {
        return text(file, line);
    }

    private static String text(SourceFile file, Span line) {
        return line.end() - line.start() > LONGEST_LINE ? "" : file.slice(line).stripTrailing();
    }

    private static Span value(Span line, Matcher matcher) {
        return new Span(line.start() + matcher.start(2), line.start() + matcher.end(2));
    }

    private Diagnostic bracket(Span value, char close) {
        Span open = new Span(value.start(), value.start() + 1);
        return YamlMistakes.error(file, RuleCode.BRACKET_OPEN, open, "this bracket is never closed")
                .remedy("close it with " + close)
                .edit(new Edit(new Span(value.end(), value.end()), String.valueOf(close)));
    }

    /** The line below the one that closes the mark, or less than nothing where the next such mark closes no value. */
    private int afterQuote(int from, char sign) {
        Pattern closing = sign == '"' ? DOUBLE_CLOSING : SINGLE_CLOSING;
        for (int i = from; i < lines.size(); i++) {
            Matcher matcher = closing.matcher(text(lines.get(i)));
            if (matcher.matches()) {
                String rest = matcher.group(1).strip();
                return rest.isEmpty() || rest.startsWith("#") ? i + 1 : -1;
            }
        }
        return -1;
    }

    /** The same of a bracket: where the next key comes first nothing closes it. */
    private int afterBracket(int from, char close) {
        for (int i = from; i < lines.size(); i++) {
            String text = text(lines.get(i));
            if (KEY.matcher(text).matches()) {
                return -1;
            }
            if (text.indexOf(close) >= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private int afterLongText(int from, int indent) {
        int i = from;
        while (i < lines.size()) {
            String text = text(lines.get(i));
            if (!text.isBlank() && text.length() - text.stripLeading().length() <= indent) {
                break;
            }
            i++;
        }
        return i;
    }
}
