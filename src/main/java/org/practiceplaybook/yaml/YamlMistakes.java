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
 * Tells a writer what broke the YAML, by what stands in the file. The parser's own words ("mapping values are not allowed
 * here") help nobody who does not know what a mapping is.
 */
public final class YamlMistakes {
    private static final String LOST = "the entry with only what can be guessed of the lines between ---";
    private static final String LOST_OF_DATA = "only what can be guessed of this file";
    /** In UTF-16 code units. */
    private static final int REACH = 400;

    private static final Pattern COLON_IN_VALUE = Pattern.compile(
            "^(\\s*(?:- +)?[A-Za-z_][\\w-]*:[ \\t]+)([^\"'\\[{|>&*#\\s][^\\n]*?:(?:[ \\t][^\\n]*?|))[ \\t\\r]*$");
    private static final Pattern ITEM_WITH_COLON = Pattern.compile(
            "^(\\s*- +)([^\"'\\[{|>&*#\\s][^\\n]*?:[ \\t]+[^\"'\\[{|>&*#\\s][^\\n]*?:(?:[ \\t][^\\n]*?|))[ \\t\\r]*$");
    private static final Pattern QUOTED_AND_MORE = Pattern.compile(
            Unclosed.VALUE
                    + "(?:\"[^\"\\\\\\n]*(?:\\\\.[^\"\\\\\\n]*)*\"|'[^'\\n]*(?:''[^'\\n]*)*'(?!'))[ \\t]*(?!:(?:\\s|$))[^\\s#][^\\n]*$");
    private static final Pattern CURLY_QUOTES = Pattern.compile("[“”„‘’]([^“”„‘’]*)[“”‘’]");
    private static final Pattern STRAIGHT_QUOTE = Pattern.compile(Unclosed.VALUE + "([\"'])(.*)$");
    private static final Pattern BACKSLASH = Pattern.compile("^(\\s*(?:- +)?[A-Za-z_][\\w-]*:[ \\t]+)\"([^\"\\n]*?)"
            + "(\\\\(?:x(?![0-9A-Fa-f]{2})|u(?![0-9A-Fa-f]{4})|U(?![0-9A-Fa-f]{8})|[^0abtnvfre \"/\\\\N_LPxuU\\t\\r\\n]))"
            + "([^\"\\n]*)\"[ \\t\\r]*$");
    private static final Pattern BAD_START =
            Pattern.compile("^(\\s*(?:- +|[A-Za-z_][\\w-]*:[ \\t]+))((?:[@`%|>&*!,}\\]]|[-?:][ \\t]).*?)[ \\t\\r]*$");
    private static final Pattern BAD_START_IN_LIST = Pattern.compile(
            "^(\\s*(?:- +)?[A-Za-z_][\\w-]*:[ \\t]+\\[(?:[^\\[\\]{}\"'\\n]*,)?[ \\t]*)([@`%|>&*!][^,\\[\\]{}\"'\\n]*)[,\\]].*$");
    private static final Pattern NO_SPACE = Pattern.compile("^(\\s*)([A-Za-z_]+):([^\\s:/][^\\n]*?)[ \\t\\r]*$");
    private static final Pattern TEXT_AFTER_BRACKET = Pattern.compile(
            "^(\\s*(?:- +)?[A-Za-z_][\\w-]*:[ \\t]+)([\\[{][^\\[\\]{}\\n]*[\\]}][ \\t]*[^\\s#,:\\]}][^\\n]*?)[ \\t\\r]*$");
    private static final Pattern COMMA_AFTER_BRACKET =
            Pattern.compile("^(\\s*(?:- +)?[A-Za-z_][\\w-]*:[ \\t]+[\\[{][^\\[\\]{}\\n]*[\\]}])([ \\t]*,)[ \\t\\r]*$");
    private static final Pattern LIST_ITEM_NO_SPACE = Pattern.compile("^(\\s*)-([^\\s-][^\\n]*?)[ \\t\\r]*$");

    private YamlMistakes() {}

    /**
     * A diagnostic for YAML that the parser refused.
     *
     * @param at where the parser gave up, in UTF-16 code units of the file
     * @param problem the parser's words, for what is not known here
     */
    static Diagnostic explain(SourceFile file, KnownKeys keys, int start, int end, int at, String problem) {
        int offset = Math.max(start, Math.min(at, Math.max(start, end - 1)));
        Optional<Diagnostic> unclosed = Unclosed.find(file, new Span(start, end), offset);
        if (unclosed.isPresent()) {
            return unclosed.get();
        }
        // the parser gives up where it can no longer go on, which may be a line or two after the mistake
        List<Span> lines = upwards(file, start, offset);
        for (Span line : lines) {
            Diagnostic found = inLine(file, line);
            if (found == null) {
                found = new Misplaced(file, keys, start, end, line).find().orElse(null);
            }
            if (found != null) {
                return found;
            }
        }
        // a text of several lines between quotation marks, with something in it that may not be there
        Optional<Diagnostic> quote = lines.stream()
                .flatMap(line -> Unclosed.quote(file, line).stream())
                .findFirst();
        if (quote.isPresent()) {
            return quote.get();
        }
        return error(
                        file,
                        RuleCode.YAML_UNREADABLE,
                        file.lineAt(offset),
                        "this line does not fit the \"key: value\" form")
                .remedy("look at the quotation marks, brackets and indents of this line and the one above it")
                .label(plainWords(problem));
    }

    /** The line of a place and those above it, as far as the mistake may lie away. */
    private static List<Span> upwards(SourceFile file, int start, int offset) {
        List<Span> lines = new ArrayList<>();
        Span line = file.lineAt(offset);
        lines.add(line);
        while (line.start() > start && offset - line.start() <= REACH) {
            line = file.lineAt(line.start() - 1);
            lines.add(line);
        }
        return lines;
    }

    private static Diagnostic inLine(SourceFile file, Span line) {
        String text = file.slice(line);
        int tab = text.indexOf('\t');
        if (tab >= 0 && text.substring(0, tab).isBlank()) {
            Span span = new Span(line.start() + tab, line.start() + tab + 1);
            int tabsEnd = tab;
            while (tabsEnd < text.length() && Character.isWhitespace(text.charAt(tabsEnd))) {
                tabsEnd++;
            }
            String instead = belongsToTheLineAbove(file, line) ? "  " : "";
            return error(file, RuleCode.TAB, span, "a tab stands at the start of this line")
                    .remedy(instead.isEmpty() ? "take the tab away" : "use two spaces instead of the tab")
                    .edit(new Edit(new Span(line.start(), line.start() + tabsEnd), instead));
        }
        String bare = text.replaceFirst("[ \t]#.*$", "");
        Matcher colon = COLON_IN_VALUE.matcher(bare);
        if (!colon.matches()) {
            colon = ITEM_WITH_COLON.matcher(bare);
        }
        if (colon.matches()) {
            Span value = new Span(line.start() + colon.start(2), line.start() + colon.end(2));
            int sign = value.start() + colon.group(2).indexOf(':');
            return error(file, RuleCode.COLON, new Span(sign, sign + 1), "the text after the key has a colon in it")
                    .label("a colon means \"here comes the value\"")
                    .remedy("put quotation marks round the text")
                    .edit(new Edit(value, quoted(withoutCurlyQuotes(colon.group(2)))));
        }
        Matcher backslash = BACKSLASH.matcher(text);
        if (backslash.matches()) {
            String words = backslash.group(2) + backslash.group(3) + backslash.group(4);
            Span value = new Span(line.start() + backslash.end(1), line.start() + backslash.end(4) + 1);
            int sign = line.start() + backslash.start(3);
            return error(
                            file,
                            RuleCode.BACKSLASH,
                            new Span(sign, sign + 1),
                            "between double quotation marks a backslash has a meaning of its own")
                    .remedy("use single quotation marks")
                    .edit(new Edit(value, "'" + words.replace("'", "''") + "'"));
        }
        Matcher quote = STRAIGHT_QUOTE.matcher(text);
        if (quote.matches()
                && text.length() <= Unclosed.LONGEST_LINE
                && QUOTED_AND_MORE.matcher(text).matches()) {
            return quoteInside(file, line, quote);
        }
        Matcher start = BAD_START.matcher(text);
        Matcher bracketed = TEXT_AFTER_BRACKET.matcher(text);
        Matcher listed = BAD_START_IN_LIST.matcher(text);
        if (bracketed.matches()) {
            start = bracketed;
        } else if (listed.matches()) {
            start = listed;
        }
        if (start.matches()) {
            return specialStart(file, new Span(line.start() + start.start(2), line.start() + start.end(2)));
        }
        Matcher comma = COMMA_AFTER_BRACKET.matcher(text);
        if (comma.matches()) {
            Span behind = new Span(line.start() + comma.start(2), line.start() + comma.end(2));
            return error(file, RuleCode.AFTER_BRACKET, behind, "a comma stands behind the bracket")
                    .remedy("take the comma away")
                    .replaceBy("");
        }
        Matcher tight = NO_SPACE.matcher(text);
        if (tight.matches()) {
            int value = line.start() + tight.start(3);
            // a word processor's blank looks like a space and is none
            int blanks = (int)
                    tight.group(3).chars().takeWhile(Character::isSpaceChar).count();
            return error(file, RuleCode.NO_SPACE, new Span(value - 1, value), "a space is missing after the colon")
                    .remedy("put a space after the colon")
                    .edit(new Edit(new Span(value, value + blanks), " "));
        }
        Matcher item = LIST_ITEM_NO_SPACE.matcher(text);
        if (item.matches() && !text.strip().startsWith("---")) {
            Span after = new Span(line.start() + item.start(2), line.start() + item.start(2));
            return error(
                            file,
                            RuleCode.NO_SPACE,
                            new Span(after.start() - 1, after.start()),
                            "a space is missing after the dash")
                    .remedy("put a space after the dash")
                    .edit(new Edit(after, " "));
        }
        return null;
    }

    /** A value that YAML takes for something else. */
    static Diagnostic specialStart(SourceFile file, Span value) {
        String text = file.slice(value);
        Diagnostic diagnostic = error(
                        file,
                        RuleCode.SPECIAL_START,
                        new Span(value.start(), value.start() + 1),
                        "a value may not begin with " + text.charAt(0))
                .remedy("put quotation marks round the text");
        return text.indexOf('\n') < 0 ? diagnostic.edit(new Edit(value, quoted(text))) : diagnostic;
    }

    /** {@code sources:} with nothing behind it has its value on the next lines, further in. */
    private static boolean belongsToTheLineAbove(SourceFile file, Span line) {
        if (line.start() == 0) {
            return false;
        }
        String above = file.slice(file.lineAt(line.start() - 1)).stripTrailing();
        return above.endsWith(":") || above.startsWith(" ") || above.startsWith("\t") || above.startsWith("-  ");
    }

    /** The first of two marks closes the value, and more stands behind it. */
    private static Diagnostic quoteInside(SourceFile file, Span line, Matcher matcher) {
        char sign = matcher.group(2).charAt(0);
        String rest = matcher.group(3).stripTrailing();
        long signs = rest.chars().filter(c -> c == sign).count();
        Span value = new Span(line.start() + matcher.start(2), line.start() + matcher.start(3) + rest.length());
        Span open = new Span(value.start(), value.start() + 1);
        // the next sign opens again, as in "a "b" c": the outer two are the writer's quotation marks
        int next = rest.indexOf(sign);
        boolean outer = next == 0 || Character.isWhitespace(rest.charAt(next - 1)) || signs == 2;
        boolean strip = outer && rest.endsWith(String.valueOf(sign));
        boolean apostrophe = next > 0 && next + 1 < rest.length() && Character.isLetter(rest.charAt(next + 1));
        String words = strip ? rest.substring(0, rest.length() - 1) : apostrophe && signs == 1 ? rest : sign + rest;
        return error(file, RuleCode.QUOTE_INSIDE, open, "there are quotation marks inside the quotation marks")
                .remedy("put the whole text in double ones, with a \\ before those inside")
                .edit(new Edit(value, quoted(words)));
    }

    static Diagnostic error(SourceFile file, RuleCode rule, Span span, String message) {
        return Diagnostic.of(rule, file.at(span), message).effect(file.path().endsWith(".md") ? LOST : LOST_OF_DATA);
    }

    /** Quotation marks of a word processor round a whole value were meant as YAML's own. */
    private static String withoutCurlyQuotes(String value) {
        Matcher curly = CURLY_QUOTES.matcher(value);
        return curly.matches() ? curly.group(1) : value;
    }

    /** A text between double quotation marks, as YAML takes it. */
    public static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String plainWords(String problem) {
        return problem.contains("expected") && problem.contains("key") ? "a key and a colon were expected here" : "";
    }
}
