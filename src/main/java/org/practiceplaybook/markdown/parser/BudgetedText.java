package org.practiceplaybook.markdown.parser;

/**
 * A text that counts how often it is read, and refuses when a budget is spent.
 *
 * <p>flexmark needs some seven reads for each character of an ordinary text, and exponentially many for a few hostile
 * ones. Counting reads ends those the same way on every machine, which a clock could not. Work of the parser that reads
 * nothing is charged to the same budget.
 */
public final class BudgetedText implements CharSequence {
    /** Reads that any text may use, however short. */
    public static final long BASE_READS = 1_000_000;
    /** Reads for each character on top. */
    public static final long READS_PER_CHAR = 400;

    private final String text;
    /** Faster to read than the text, which is read some ten times over. */
    private final char[] chars;

    private long reads;
    private int lastRead;

    BudgetedText(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        this.reads = BASE_READS + READS_PER_CHAR * text.length();
    }

    @Override
    public char charAt(int index) {
        if (--reads < 0) {
            throw new BudgetExceeded(lastRead);
        }
        lastRead = index;
        return chars[index];
    }

    /** Counts work that reads nothing, as much as so many reads. */
    void spend(int work) {
        reads -= work;
        if (reads < 0) {
            throw new BudgetExceeded(lastRead);
        }
    }

    @Override
    public int length() {
        return chars.length;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The text takes more work than any real one. */
    public static final class BudgetExceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int offset;

        public BudgetExceeded(int offset) {
            super("more work than a text may cost", null, false, false);
            this.offset = offset;
        }

        /** Where the text was read last, in UTF-16 code units. */
        public int offset() {
            return offset;
        }
    }
}
