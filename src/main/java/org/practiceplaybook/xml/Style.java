package org.practiceplaybook.xml;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Span;

/**
 * Style of a vector image, by closed lists: rules, properties and functions that change how it looks, addresses within the
 * image. What is not on a list is told and left out.
 */
final class Style {
    private static final int DEEPEST = 20;
    /** Of one style sheet or attribute: ten times what large drawings have. */
    private static final int MOST_TOKENS = 200_000;

    private static final Pattern FONT = Pattern.compile(
            "data:(?:font/(?:woff2?|ttf|otf|sfnt)|application/(?:x-)?font-(?:woff2?|ttf|otf|sfnt)|application/octet-stream)"
                    + "(?:;charset=utf-8)?;base64,[A-Za-z0-9+/=]*");

    private final List<CssToken> tokens;
    private final Consumer<Fault> faults;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Style(String css, Consumer<Fault> faults) {
        List<CssToken> read = CssToken.of(css);
        boolean tooLong = read.size() > MOST_TOKENS;
        this.tokens = tooLong ? List.of() : read;
        this.faults = faults;
        if (tooLong) {
            faults.accept(new Fault(
                    false,
                    "this style is longer than any picture needs",
                    "",
                    new Span(read.get(0).start(), read.get(0).end())));
        }
    }

    /**
     * Something that is not on a list.
     *
     * @param outside does it ask for another file?
     * @param slip a name that may be a slip of a property's, or empty
     * @param span in the text that was read
     */
    record Fault(boolean outside, String message, String slip, Span span) {}

    /** A style sheet. */
    static String sheet(String css, Consumer<Fault> faults) {
        Style style = new Style(css, faults);
        style.rules(0);
        return style.out.toString();
    }

    /** What an attribute {@code style} holds. */
    static String declarations(String css, Consumer<Fault> faults) {
        Style style = new Style(css, faults);
        style.block(false);
        return style.out.toString();
    }

    /** The value of one property, or of an attribute that is read like one; empty where something is left out. */
    static String value(String css, Consumer<Fault> faults) {
        if (css.indexOf('(') < 0 && css.indexOf('\\') < 0) {
            return css; // nothing but words and numbers
        }
        Style style = new Style(css, faults);
        return style.accepts(0, style.tokens.size(), SvgNames.FUNCTIONS, false)
                ? style.written(0, style.tokens.size())
                : "";
    }

    private void rules(int depth) {
        while (at < tokens.size()) {
            CssToken token = tokens.get(at);
            if (token.isSpace()) {
                at++;
            } else if (token.is('}') && depth > 0) {
                return;
            } else if (token.type() == CssToken.Type.AT) {
                atRule(depth);
            } else {
                rule();
            }
        }
    }

    private void atRule(int depth) {
        int first = at;
        String name = tokens.get(first).lower();
        int open = beforeBlock();
        boolean block = open < tokens.size() && tokens.get(open).is('{');
        String plain = withoutVendor(name);
        if (SvgNames.GROUPS.contains(plain) && block && depth < DEEPEST) {
            if (!accepts(first + 1, open, SvgNames.IN_SELECTORS, false)) {
                at = first;
                skipRule();
                return;
            }
            out.append(written(first, open)).append('{');
            at = open + 1;
            rules(depth + 1);
            close();
        } else if (plain.equals("font-face") && block) {
            out.append("@font-face{");
            at = open + 1;
            block(true);
            close();
        } else {
            if (!name.equals("charset")) {
                boolean outside = name.equals("import");
                fault(outside, "@" + name + " is not used in a picture", "", first, Math.min(open + 1, tokens.size()));
            }
            skipRule();
        }
    }

    private void rule() {
        int first = at;
        int open = beforeBlock();
        boolean block = open < tokens.size() && tokens.get(open).is('{');
        if (!block) {
            fault(false, "this is no rule of a style sheet", "", first, Math.min(open + 1, tokens.size()));
            skipRule();
        } else if (!accepts(first, open, SvgNames.IN_SELECTORS, false)) {
            skipRule();
        } else {
            out.append(written(first, open)).append('{');
            at = open + 1;
            block(false);
            close();
        }
    }

    private void close() {
        out.append('}');
        at++; // a browser, too, closes at the end what was left open
    }

    /** The place of the brace that opens the block of the rule that begins here, or of the semicolon without one. */
    private int beforeBlock() {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            CssToken token = tokens.get(i);
            if (token.type() == CssToken.Type.FUNCTION || token.is('(') || token.is('[')) {
                depth++;
            } else if (token.is(')') || token.is(']')) {
                depth--;
            } else if (token.is('{') || depth <= 0 && (token.is(';') || token.is('}'))) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Over a rule with all that stands in its braces. */
    private void skipRule() {
        at = Math.min(tokens.size(), beforeBlock());
        int braces = 0;
        for (; at < tokens.size(); at++) {
            CssToken token = tokens.get(at);
            braces += token.is('{') ? 1 : token.is('}') ? -1 : 0;
            if (braces <= 0) {
                at++;
                return;
            }
        }
    }

    /** Declarations, up to the brace that closes them. */
    private void block(boolean font) {
        while (at < tokens.size() && !tokens.get(at).is('}')) {
            CssToken token = tokens.get(at);
            if (token.isSpace() || token.is(';')) {
                at++;
            } else {
                declaration(font);
            }
        }
    }

    private void declaration(boolean font) {
        int first = at;
        int end = first;
        int depth = 0;
        boolean nested = false;
        for (; end < tokens.size(); end++) {
            CssToken token = tokens.get(end);
            if (token.is('{')) {
                nested = true;
                depth++;
            } else if (token.is('}')) {
                if (depth == 0) {
                    break;
                }
                if (--depth == 0) {
                    end++;
                    break;
                }
            } else if (token.is(';') && depth == 0) {
                break;
            }
        }
        at = end;
        int colon = first + 1;
        while (colon < end && tokens.get(colon).isSpace()) {
            colon++;
        }
        CssToken name = tokens.get(first);
        if (nested
                || name.type() != CssToken.Type.NAME
                || colon >= end
                || !tokens.get(colon).is(':')) {
            fault(false, "this is no property with a value", "", first, end);
            return;
        }
        int value = colon + 1;
        while (value < end && tokens.get(value).isSpace()) {
            value++;
        }
        int last = end;
        while (last > value && tokens.get(last - 1).isSpace()) {
            last--;
        }
        if (!accepts(value, last, SvgNames.FUNCTIONS, font && name.lower().equals("src"))) {
            return;
        }
        String property = name.lower();
        boolean own = property.startsWith("--");
        if (!own && !withoutVendor(property).equals(property)) {
            return; // for one program only; nothing is lost with it
        }
        if (!own && !SvgNames.PROPERTIES.contains(property) && !(font && SvgNames.OF_FONTS.contains(property))) {
            fault(false, "\"" + property + "\" is no property of pictures", property, first, last);
            return;
        }
        out.append(name.written()).append(':').append(written(value, last)).append(';');
    }

    /** Is there nothing in these tokens but what is on the lists? */
    private boolean accepts(int from, int to, Set<String> functions, boolean font) {
        for (int i = from; i < to; i++) {
            CssToken token = tokens.get(i);
            switch (token.type()) {
                case FUNCTION -> {
                    if (!functions.contains(token.lower())) {
                        String name = token.lower();
                        boolean outside = SvgNames.ASK_OUTSIDE.contains(withoutVendor(name));
                        fault(outside, "\"" + name + "(\" is not used in a picture", "", i, behind(i, to));
                        return false;
                    }
                }
                case ADDRESS -> {
                    String address = token.value().strip();
                    if (!address.startsWith("#")
                            && !(font && FONT.matcher(address).matches())) {
                        fault(true, "this asks for another file", "", i, i + 1);
                        return false;
                    }
                }
                case BROKEN -> {
                    fault(false, "a quotation mark or a bracket is not closed here", "", i, i + 1);
                    return false;
                }
                case SIGN -> {
                    if (token.is('{') || token.is('}')) {
                        fault(false, "a brace stands where none is expected", "", i, i + 1);
                        return false;
                    }
                }
                default -> {
                    // words and numbers ask for nothing
                }
            }
        }
        return true;
    }

    /** Behind the bracket that closes a function. */
    private int behind(int function, int to) {
        int depth = 0;
        for (int i = function; i < to; i++) {
            CssToken token = tokens.get(i);
            if (token.type() == CssToken.Type.FUNCTION || token.is('(')) {
                depth++;
            } else if (token.is(')') && --depth == 0) {
                return i + 1;
            }
        }
        return to;
    }

    private String written(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(tokens.get(i).written());
        }
        return text.toString().strip();
    }

    private void fault(boolean outside, String message, String slip, int from, int to) {
        Span span = new Span(
                tokens.get(from).start(), tokens.get(Math.max(from, to - 1)).end());
        faults.accept(new Fault(outside, message, slip, span));
    }

    private static String withoutVendor(String name) {
        if (name.startsWith("mso-")) {
            return name.substring(4);
        }
        if (!name.startsWith("-") || name.startsWith("--")) {
            return name;
        }
        return name.substring(name.indexOf('-', 1) + 1).toLowerCase(Locale.ROOT);
    }
}
