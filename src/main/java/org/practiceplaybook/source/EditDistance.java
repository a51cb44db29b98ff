package org.practiceplaybook.source;

/**
 * How many edits lie between two words: a letter put in, left out or changed, or two neighbours swapped (the optimal
 * string alignment distance, Damerau 1964).
 */
public final class EditDistance {
    private EditDistance() {}

    /**
     * The distance in UTF-16 code units.
     *
     * @param limit beyond it the exact number does not matter, and {@code limit + 1} is returned
     */
    public static int between(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        int far = limit + 1;
        for (int j = 0; j <= b.length(); j++) {
            last[j] = Math.min(j, far);
        }
        for (int i = 1; i <= a.length(); i++) {
            // what lies further from the diagonal than the limit is further away than the limit
            int from = Math.max(1, i - limit);
            int to = Math.min(b.length(), i + limit);
            row[from - 1] = from == 1 ? Math.min(i, far) : far;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int above = j < i + limit ? last[j] : far;
                row[j] = Math.min(Math.min(row[j - 1], above) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return far;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return Math.min(last[b.length()], limit + 1);
    }
}
