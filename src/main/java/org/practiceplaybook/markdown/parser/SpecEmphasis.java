package org.practiceplaybook.markdown.parser;

import com.vladsch.flexmark.parser.core.delimiter.EmphasisDelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;

/**
 * Emphasis by CommonMark 0.31: flexmark follows 0.28, where the rule of three had no exception and currency signs were
 * not punctuation.
 */
final class SpecEmphasis extends EmphasisDelimiterProcessor {
    private final boolean withinWords;

    private SpecEmphasis(char sign, boolean withinWords) {
        super(sign, false);
        this.withinWords = withinWords;
    }

    static SpecEmphasis asterisk() {
        return new SpecEmphasis('*', true);
    }

    static SpecEmphasis underscore() {
        return new SpecEmphasis('_', false);
    }

    @Override
    public boolean canBeOpener(
            String before,
            String after,
            boolean leftFlanking,
            boolean rightFlanking,
            boolean beforeIsPunctuation,
            boolean afterIsPunctuation,
            boolean beforeIsWhitespace,
            boolean afterIsWhiteSpace) {
        Flanking flanking = new Flanking(before, after, beforeIsWhitespace, afterIsWhiteSpace);
        return flanking.left() && (withinWords || !flanking.right() || flanking.beforeIsPunctuation());
    }

    @Override
    public boolean canBeCloser(
            String before,
            String after,
            boolean leftFlanking,
            boolean rightFlanking,
            boolean beforeIsPunctuation,
            boolean afterIsPunctuation,
            boolean beforeIsWhitespace,
            boolean afterIsWhiteSpace) {
        Flanking flanking = new Flanking(before, after, beforeIsWhitespace, afterIsWhiteSpace);
        return flanking.right() && (withinWords || !flanking.left() || flanking.afterIsPunctuation());
    }

    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
        return opener.length() >= 2 && closer.length() >= 2 ? 2 : 1;
    }

    /**
     * "If one of the delimiters can both open and close, the sum of the lengths of the delimiter runs must not be a
     * multiple of 3 unless both are." The lengths are those that were written.
     */
    static boolean mayPair(DelimiterRun opener, int openerLength, DelimiterRun closer, int closerLength) {
        boolean either = opener.canClose() || closer.canOpen();
        return !either || closerLength % 3 == 0 || (openerLength + closerLength) % 3 != 0;
    }

    private record Flanking(String before, String after, boolean beforeIsSpace, boolean afterIsSpace) {
        boolean beforeIsPunctuation() {
            return isPunctuation(before);
        }

        boolean afterIsPunctuation() {
            return isPunctuation(after);
        }

        boolean left() {
            return !afterIsSpace && (!afterIsPunctuation() || beforeIsSpace || beforeIsPunctuation());
        }

        boolean right() {
            return !beforeIsSpace && (!beforeIsPunctuation() || afterIsSpace || afterIsPunctuation());
        }

        /** The Unicode categories P and S. */
        private static boolean isPunctuation(String neighbour) {
            return switch (Character.getType(neighbour.codePointAt(0))) {
                case Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION,
                        Character.CURRENCY_SYMBOL,
                        Character.MATH_SYMBOL,
                        Character.MODIFIER_SYMBOL,
                        Character.OTHER_SYMBOL -> true;
                default -> false;
            };
        }
    }
}
