package org.practiceplaybook.markdown.parser;

import java.util.Locale;
import java.util.Set;

/**
 * Quotation marks as a language sets them.
 *
 * @param rightToLeft is the language read from right to left?
 */
public record QuotationMarks(
        String openDouble, String closeDouble, String openSingle, String closeSingle, boolean rightToLeft) {
    private static final String APOSTROPHE = "’";
    /** Languages written in Arabic, Hebrew, N'Ko, Syriac and Thaana. */
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv");

    /**
     * The marks of a language; the English ones where it is not known.
     *
     * @param language BCP 47
     */
    public static QuotationMarks of(String language) {
        boolean rightToLeft = isRightToLeft(language);
        return switch (primary(language)) {
            case "de", "cs", "sk", "sl", "bg", "et", "lt", "is" -> new QuotationMarks("„", "“", "‚", "‘", rightToLeft);
            case "pl", "hu", "ro" -> new QuotationMarks("„", "”", "‚", "’", rightToLeft);
            case "fr" -> new QuotationMarks("«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›", rightToLeft);
            case "es", "it", "pt", "el", "ru", "uk", "no", "nb", "nn", "ar", "fa" ->
                new QuotationMarks("«", "»", "“", "”", rightToLeft);
            case "da" -> new QuotationMarks("»", "«", "›", "‹", rightToLeft);
            case "sv", "fi" -> new QuotationMarks("”", "”", "’", "’", rightToLeft);
            case "ja", "zh" -> new QuotationMarks("「", "」", "『", "』", rightToLeft);
            default -> new QuotationMarks("“", "”", "‘", "’", rightToLeft);
        };
    }

    /** Is a language, by its code of BCP 47, read from right to left? */
    public static boolean isRightToLeft(String language) {
        return RIGHT_TO_LEFT.contains(primary(language));
    }

    private static String primary(String language) {
        return language.toLowerCase(Locale.ROOT).split("-", 2)[0];
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
