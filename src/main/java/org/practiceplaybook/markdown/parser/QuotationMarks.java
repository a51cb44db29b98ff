package org.practiceplaybook.markdown.parser;

import java.util.Locale;

/** Quotation marks as a language sets them. */
public record QuotationMarks(String openDouble, String closeDouble, String openSingle, String closeSingle) {
    private static final String APOSTROPHE = "’";
    private static final QuotationMarks ENGLISH = new QuotationMarks("“", "”", "‘", "’");

    /**
     * The marks of a language; the English ones where it is not known.
     *
     * @param language BCP 47
     */
    public static QuotationMarks of(String language) {
        return switch (language.toLowerCase(Locale.ROOT).split("-", 2)[0]) {
            case "de", "cs", "sk", "sl", "bg", "et", "lt", "is" -> new QuotationMarks("„", "“", "‚", "‘");
            case "pl", "hu", "ro" -> new QuotationMarks("„", "”", "‚", "’");
            case "fr" -> new QuotationMarks("«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›");
            case "es", "it", "pt", "el", "ru", "uk", "no", "nb", "nn", "ar", "fa" ->
                new QuotationMarks("«", "»", "“", "”");
            case "da" -> new QuotationMarks("»", "«", "›", "‹");
            case "sv", "fi" -> new QuotationMarks("”", "”", "’", "’");
            case "ja", "zh" -> new QuotationMarks("「", "」", "『", "』");
            default -> ENGLISH;
        };
    }

    /** A line of text with its straight marks and apostrophes set as a typesetter would. */
    public String set(String text) {
        if (text.indexOf('"') < 0 && text.indexOf('\'') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opens =
                    i == 0 || Character.isWhitespace(text.charAt(i - 1)) || "([{—–/-".indexOf(text.charAt(i - 1)) >= 0;
            if (c == '"') {
                out.append(opens ? openDouble : closeDouble);
            } else if (c == '\'') {
                out.append(single(text, i, opens));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private String single(String text, int at, boolean opens) {
        boolean inWord = at > 0
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
        if (inWord) {
            return APOSTROPHE;
        }
        if (opens) {
            return closes(text, at + 1) ? openSingle : APOSTROPHE;
        }
        return opened(text, at) ? closeSingle : APOSTROPHE;
    }

    /** Does a mark further on end a word? */
    private static boolean closes(String text, int from) {
        for (int i = text.indexOf('\'', from); i >= 0; i = text.indexOf('\'', i + 1)) {
            boolean wordGoesOn = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            if (!wordGoesOn && !Character.isWhitespace(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Did a mark before begin a word? */
    private static boolean opened(String text, int before) {
        for (int i = text.lastIndexOf('\'', before - 1); i >= 0; i = text.lastIndexOf('\'', i - 1)) {
            if (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
