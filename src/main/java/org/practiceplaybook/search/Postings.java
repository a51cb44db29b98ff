package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pages of a word, with how much it matters on each and the titles and headings that it stands in. */
final class Postings {
    private static final int HEADING = 16;

    private int[] pages = new int[4];
    private byte[] impacts = new byte[4];
    private int[][] labels;
    private int size;

    /** Some of the pages. */
    record Tier(String letters, int strongest) {}

    int size() {
        return size;
    }

    /** Adds a page; pages come in order. */
    void add(int page, int impact) {
        if (size == pages.length) {
            pages = Arrays.copyOf(pages, size * 2);
            impacts = Arrays.copyOf(impacts, size * 2);
            if (labels != null) {
                labels = Arrays.copyOf(labels, size * 2);
            }
        }
        pages[size] = page;
        impacts[size] = (byte) impact;
        size++;
    }

    /** Adds a label to the page that was added last. */
    void label(int ordinal, boolean title, int length) {
        if (labels == null) {
            labels = new int[pages.length][];
        }
        int[] before = labels[size - 1];
        int[] after = before == null ? new int[1] : Arrays.copyOf(before, before.length + 1);
        after[after.length - 1] = ordinal << 5 | (title ? 16 : 0) | length;
        labels[size - 1] = after;
    }

    /**
     * The pages that come first for it: those whose title has it and little beside it, then whose heading, then those on
     * which it matters most.
     *
     * @param few so many of all
     * @param titled so many of those whose title has it
     */
    List<Integer> leaders(int few, int titled) {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) place(i) << 40 | (long) (Byte.MAX_VALUE - impacts[i]) << 32 | i;
        }
        Arrays.sort(order);
        List<Integer> leaders = new ArrayList<>();
        for (int i = 0; i < size && (i < few || i < titled && order[i] >> 40 < HEADING); i++) {
            leaders.add(pages[(int) order[i]]);
        }
        return leaders;
    }

    /** Less than {@link #HEADING} in a title, more in the text alone: by the words of the shortest that it stands in. */
    private int place(int i) {
        int place = 2 * HEADING;
        if (labels != null && labels[i] != null) {
            for (int label : labels[i]) {
                place = Math.min(place, (label & 15) + ((label & 16) != 0 ? 0 : HEADING));
            }
        }
        return place;
    }

    List<Tier> tiers() {
        if (size <= Indexer.TIER) {
            return List.of(tier(range(size)));
        }
        List<Integer> order = new ArrayList<>(size);
        range(size).forEach(order::add);
        // whoever has the word in a title or heading comes first, then whom it matters most to
        order.sort((a, b) -> rank(b) != rank(a) ? Integer.compare(rank(b), rank(a)) : Integer.compare(a, b));
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < size; i += Indexer.TIER) {
            List<Integer> some = new ArrayList<>(order.subList(i, Math.min(size, i + Indexer.TIER)));
            some.sort(null);
            tiers.add(tier(some));
        }
        return tiers;
    }

    private int rank(int i) {
        int[] of = labels == null ? null : labels[i];
        boolean title = of != null && (of[0] & 16) != 0;
        return impacts[i] + (of == null ? 0 : title ? 64 : 32);
    }

    private static List<Integer> range(int size) {
        List<Integer> range = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            range.add(i);
        }
        return range;
    }

    private Tier tier(List<Integer> some) {
        StringBuilder out = new StringBuilder(some.size() * 3);
        Digits.write(some.size(), out);
        int last = -1;
        int strongest = 0;
        for (int i : some) {
            Digits.write(pages[i] - last - 1, out);
            last = pages[i];
            int[] of = labels == null ? null : labels[i];
            strongest = Math.max(strongest, impacts[i]);
            Digits.writeOne(impacts[i] << 1 | (of == null ? 0 : 1), out);
            if (of != null) {
                int ordinal = 0;
                for (int l = 0; l < of.length; l++) {
                    int next = of[l] >> 5;
                    Digits.write(((next - ordinal) << 5 | of[l] & 31) << 1 | (l < of.length - 1 ? 1 : 0), out);
                    ordinal = next;
                }
            }
        }
        return new Tier(out.toString(), strongest);
    }
}
