package org.practiceplaybook.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Tells a writer what broke the YAML, by what stands in the file. The parser's own words ("mapping values are not allowed
 * here") help nobody who does not know what a mapping is.
 */
public final class YamlMistakes {
    private static final String LOST = "the entry with only what can be guessed of the lines between ---";
    private static final Pattern COLON_IN_VALUE = Pattern.compile(
            "^(\\s*(?:- +)?[A-Za-z_][\\w-]*:[ \\t]+)([^\"'\\[{|>&*#\\s][^\\n]*?:(?:[ \\t][^\\n]*?|))[ \\t\\r]*$");
    private static final Pattern ITEM_WITH_COLON =
            Pattern.compile("^(\\s*- +)([^\"'\\[{|>&*#\\s][^\\n]*?:[ \\t][^\\n]*?)[ \\t\\r]*$");
    private static final Pattern CURLY_QUOTES = Pattern.compile("[“”„‘’]([^“”„‘’]*)[“”‘’]");
    private static final Pattern STRAIGHT_QUOTE_INSIDE =
            Pattern.compile("^(\\s*(?:- +)?[A-Za-z_][\\w-]*:[ \\t]+)([\"'])(.*)$");
    private static final Pattern BACKSLASH = Pattern.compile("^(\\s*(?:- +)?[A-Za-z_][\\w-]*:[ \\t]+)\"([^\"\\n]*?)"
            + "(\\\\(?:x(?!\\p{XDigit}{2})|u(?!\\p{XDigit}{4})|U(?!\\p{XDigit}{8})|[^0abtnvfre \"/\\\\N_LPxuU\\t\\r\\n]))"
            + "([^\"\\n]*)\"[ \\t\\r]*$");
    private static final Pattern BAD_START =
            Pattern.compile("^(\\s*(?:- +|[A-Za-z_][\\w-]*:[ \\t]+))((?:[@`%|>&*!]|[-?:][ \\t]).*?)[ \\t\\r]*$");
    private static final Pattern NO_SPACE = Pattern.compile("^(\\s*)([A-Za-z_]+):([^\\s:/][^\\n]*?)[ \\t\\r]*$");
    private static final Pattern NO_COLON = Pattern.compile("^([A-Za-z_][\\w-]*)([ \\t]+)[^:#\\s][^:\\n]*$");
    private static final Pattern KEY_FURTHER_IN = Pattern.compile("^([ ]+)[A-Za-z_][\\w-]*:(?:\\s[^\\n]*)?$");
    private static final Pattern KEY_WITH_VALUE = Pattern.compile("^[A-Za-z_][\\w-]*:[ \\t]+[^\\s|>#][^\\n]*$");
    private static final Pattern TEXT_AFTER_BRACKET = Pattern.compile(
            "^(\\s*(?:- +)?[A-Za-z_][\\w-]*:[ \\t]+)([\\[{][^\\[\\]{}\\n]*[\\]}][ \\t]*[^\\s#,:\\]}][^\\n]*?)[ \\t\\r]*$");
    private static final Pattern KEY_AND_VALUE =
            Pattern.compile("^([A-Za-z_][\\w-]*):[ \\t]+([^|>\\s#].*?)[ \\t\\r]*$");
    private static final Pattern INDENTED_KEY = Pattern.compile("^( +)([A-Za-z_][\\w-]*):(?:[ \\t].*)?$");
    private static final Pattern ITEM_WITH_KEY = Pattern.compile("^( *- +)[A-Za-z_][\\w-]*:.*$");
    private static final Pattern NO_KEY = Pattern.compile("^([A-Za-z_]+)\\b[^:]*$");
    private static final Set<String> KEYS = Set.of(
            "title",
            "summary",
            "practices",
            "result",
            "lesson",
            "setting",
            "when",
            "shared_by",
            "steps",
            "time",
            "group",
            "roles",
            "challenges",
            "phases",
            "leverage",
            "sources",
            "authors",
            "related",
            "materials",
            "aka",
            "reviewed",
            "state",
            "experience");
    private static final Pattern LIST_ITEM_NO_SPACE = Pattern.compile("^(\\s*)-([^\\s-][^\\n]*?)[ \\t\\r]*$");

    private YamlMistakes() {}

    /**
     * Lines that no reader of YAML takes, by the code of what is said of them, or the code, a colon and the case: regular
     * expressions that JavaScript reads alike.
     */
    public static Map<String, String> patterns() {
        Map<String, String> patterns = new LinkedHashMap<>();
        patterns.put("colon", COLON_IN_VALUE.pattern());
        patterns.put("no-space", NO_SPACE.pattern());
        patterns.put("no-space:item", LIST_ITEM_NO_SPACE.pattern());
        patterns.put("special-start", BAD_START.pattern());
        patterns.put("indent", KEY_FURTHER_IN.pattern());
        patterns.put("indent:above", KEY_WITH_VALUE.pattern());
        return patterns;
    }

    /**
     * A diagnostic for YAML that the parser refused.
     *
     * @param at where the parser gave up, in UTF-16 code units of the file
     * @param problem the parser's words, for what is not known here
     */
    static Diagnostic explain(SourceFile file, int start, int end, int at, String problem) {
        int offset = Math.max(start, Math.min(at, Math.max(start, end - 1)));
        // the parser gives up where it can no longer go on, which may be a line or two after the mistake
        for (Span line = file.lineAt(offset); ; line = file.lineAt(line.start() - 1)) {
            Diagnostic found = inLine(file, line);
            if (found != null) {
                return found;
            }
            if (line.start() <= start || offset - line.start() > 400) {
                break;
            }
        }
        Diagnostic line = outOfLine(file, start, offset);
        if (line != null) {
            return line;
        }
        Diagnostic bracket = openBracket(file, start, end);
        if (bracket != null) {
            return bracket;
        }
        return error(file, "yaml-unreadable", file.lineAt(offset), "this line does not fit the \"key: value\" form")
                .remedy("look at the quotation marks, brackets and indents of this line and the one above it")
                .label(plainWords(problem));
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
            return error(file, "tab", span, "a tab stands at the start of this line")
                    .remedy(instead.isEmpty() ? "take the tab away" : "use two spaces instead of the tab")
                    .edit(new Edit(new Span(line.start(), line.start() + tabsEnd), instead));
        }
        Matcher colon = COLON_IN_VALUE.matcher(text);
        if (!colon.matches()) {
            colon = ITEM_WITH_COLON.matcher(text);
        }
        if (colon.matches()) {
            Span value = new Span(line.start() + colon.start(2), line.start() + colon.end(2));
            int sign = value.start() + colon.group(2).indexOf(':');
            return error(file, "colon", new Span(sign, sign + 1), "the text after the key has a colon in it")
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
                            "backslash",
                            new Span(sign, sign + 1),
                            "between double quotation marks a backslash has a meaning of its own")
                    .remedy("use single quotation marks")
                    .edit(new Edit(value, "'" + words.replace("'", "''") + "'"));
        }
        Matcher quote = STRAIGHT_QUOTE_INSIDE.matcher(text);
        if (quote.matches()) {
            Diagnostic found = quotes(file, line, quote);
            if (found != null) {
                return found;
            }
        }
        Matcher start = BAD_START.matcher(text);
        Matcher bracketed = TEXT_AFTER_BRACKET.matcher(text);
        if (bracketed.matches()) {
            start = bracketed;
        }
        if (start.matches()) {
            return specialStart(file, new Span(line.start() + start.start(2), line.start() + start.end(2)));
        }
        Diagnostic indent = indent(file, line, text);
        if (indent != null) {
            return indent;
        }
        Matcher tight = NO_SPACE.matcher(text);
        if (tight.matches()) {
            int value = line.start() + tight.start(3);
            // a word processor's blank looks like a space and is none
            int blanks = (int)
                    tight.group(3).chars().takeWhile(Character::isSpaceChar).count();
            return error(file, "no-space", new Span(value - 1, value), "a space is missing after the colon")
                    .remedy("put a space after the colon")
                    .edit(new Edit(new Span(value, value + blanks), " "));
        }
        Matcher item = LIST_ITEM_NO_SPACE.matcher(text);
        if (item.matches() && !text.strip().startsWith("---")) {
            Span after = new Span(line.start() + item.start(2), line.start() + item.start(2));
            return error(
                            file,
                            "no-space",
                            new Span(after.start() - 1, after.start()),
                            "a space is missing after the dash")
                    .remedy("put a space after the dash")
                    .edit(new Edit(after, " "));
        }
        return withoutKey(file, line, text);
    }

    /** A key of an item that does not stand below the item's first one. */
    private static Diagnostic indent(SourceFile file, Span line, String text) {
        Matcher key = INDENTED_KEY.matcher(text);
        if (!key.matches() || line.start() == 0) {
            return null;
        }
        String above = file.slice(file.lineAt(line.start() - 1));
        Span blanks = new Span(line.start(), line.start() + key.end(1));
        Matcher item = ITEM_WITH_KEY.matcher(above);
        if (item.matches() && item.end(1) != key.end(1)) {
            return error(file, "indent", blanks, "\"" + key.group(2) + "\" does not stand below the key above it")
                    .label(item.end(1) + " blanks are needed, not " + key.end(1))
                    .remedy("put it exactly below the first letter of the line above")
                    .edit(new Edit(blanks, " ".repeat(item.end(1))));
        }
        return null;
    }

    /** A value that YAML takes for something else. */
    static Diagnostic specialStart(SourceFile file, Span value) {
        String text = file.slice(value);
        Diagnostic diagnostic = error(
                        file,
                        "special-start",
                        new Span(value.start(), value.start() + 1),
                        "a value may not begin with " + text.charAt(0))
                .remedy("put quotation marks round the text");
        return text.indexOf('\n') < 0 ? diagnostic.edit(new Edit(value, quoted(text))) : diagnostic;
    }

    /** A line that does not go with the one above it: seen by the parser there or one line later. */
    private static Diagnostic outOfLine(SourceFile file, int start, int offset) {
        Span line = file.lineAt(offset);
        String text = file.slice(line);
        Span above = line.start() > start ? file.lineAt(line.start() - 1) : line;
        Matcher further = KEY_FURTHER_IN.matcher(text);
        if (further.matches() && KEY_WITH_VALUE.matcher(file.slice(above)).matches()) {
            Span blanks = new Span(line.start(), line.start() + further.end(1));
            return error(file, "indent", blanks, "this line begins further in than the one above it")
                    .remedy("take the spaces at its start away")
                    .replaceBy("");
        }
        for (Span one : List.of(line, above)) {
            Matcher words = NO_COLON.matcher(file.slice(one));
            if (words.matches()) {
                Span gap = new Span(one.start() + words.start(2), one.start() + words.end(2));
                return error(file, "no-colon", gap, "a colon is missing after the key")
                        .remedy("put a colon and a space after the first word")
                        .replaceBy(": ");
            }
        }
        return null;
    }

    /** A line that goes on with the text above, and not one whose colon was forgotten. */
    private static Diagnostic withoutKey(SourceFile file, Span line, String text) {
        Matcher matcher = NO_KEY.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Span word = new Span(line.start(), line.start() + matcher.end(1));
        if (KEYS.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
            return null;
        }
        String above = line.start() == 0 ? "" : file.slice(file.lineAt(line.start() - 1));
        if (!KEY_AND_VALUE.matcher(above).matches()) {
            return null;
        }
        return error(file, "second-line", word, "this line has no key")
                .label("it goes on with the line above")
                .remedy("put two blanks at its start")
                .edit(new Edit(new Span(line.start(), line.start()), "  "));
    }

    /** {@code sources:} with nothing behind it has its value on the next lines, further in. */
    private static boolean belongsToTheLineAbove(SourceFile file, Span line) {
        if (line.start() == 0) {
            return false;
        }
        String above = file.slice(file.lineAt(line.start() - 1)).stripTrailing();
        return above.endsWith(":") || above.startsWith(" ") || above.startsWith("\t") || above.startsWith("-  ");
    }

    private static Diagnostic quotes(SourceFile file, Span line, Matcher matcher) {
        char sign = matcher.group(2).charAt(0);
        String rest = matcher.group(3).stripTrailing();
        long signs = rest.chars().filter(c -> c == sign).count();
        Span value = new Span(line.start() + matcher.start(2), line.start() + matcher.start(3) + rest.length());
        Span open = new Span(value.start(), value.start() + 1);
        if (signs == 0) {
            return error(file, "quote-open", open, "a quotation mark opens here and is never closed")
                    .remedy("close it at the end of the line")
                    .edit(new Edit(new Span(value.end(), value.end()), String.valueOf(sign)));
        }
        if (signs == 1 && rest.endsWith(String.valueOf(sign))) {
            return null;
        }
        // the next sign opens again, as in "a "b" c": the outer two are the writer's quotation marks
        int next = rest.indexOf(sign);
        boolean outer = next == 0 || Character.isWhitespace(rest.charAt(next - 1)) || signs == 2;
        boolean strip = outer && rest.endsWith(String.valueOf(sign));
        boolean apostrophe = next > 0 && next + 1 < rest.length() && Character.isLetter(rest.charAt(next + 1));
        String words = strip ? rest.substring(0, rest.length() - 1) : apostrophe && signs == 1 ? rest : sign + rest;
        return error(file, "quote-inside", open, "there are quotation marks inside the quotation marks")
                .remedy("put the whole text in double ones, with a \\ before those inside")
                .edit(new Edit(value, quoted(words)));
    }

    private static Diagnostic openBracket(SourceFile file, int start, int end) {
        String text = file.text();
        for (int i = end - 1; i >= start; i--) {
            char c = text.charAt(i);
            if (c == ']' || c == '}') {
                return null;
            }
            if (c == '[' || c == '{') {
                char close = c == '[' ? ']' : '}';
                Span line = file.lineAt(i);
                return error(file, "bracket-open", new Span(i, i + 1), "this bracket is never closed")
                        .remedy("close it with " + close)
                        .edit(new Edit(new Span(line.end(), line.end()), String.valueOf(close)));
            }
        }
        return null;
    }

    private static Diagnostic error(SourceFile file, String code, Span span, String message) {
        return Diagnostic.error(code, file.at(span), message).effect(LOST);
    }

    /** Quotation marks of a word processor round a whole value were meant as YAML's own. */
    private static String withoutCurlyQuotes(String value) {
        Matcher curly = CURLY_QUOTES.matcher(value);
        return curly.matches() ? curly.group(1) : value;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String plainWords(String problem) {
        return problem.contains("expected") && problem.contains("key") ? "a key and a colon were expected here" : "";
    }
}
