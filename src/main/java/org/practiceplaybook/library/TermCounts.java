package org.practiceplaybook.library;

import java.util.function.IntPredicate;

/** How often each of millions of hashes was counted, up to {@value #MOST} times, in a few bytes for each. */
final class TermCounts {
    /** What was counted more often stays at this. */
    static final int MOST = Byte.MAX_VALUE;

    private static final int FIRST = 1 << 10;

    /** Open addressing: a hash lies at its own last bits or in the next free place; 0 is a free place. */
    private long[] keys;

    private byte[] counts;
    private int size;

    TermCounts() {
        this(FIRST);
    }

    private TermCounts(int places) {
        keys = new long[places];
        counts = new byte[places];
    }

    /** Counts a hash once more. */
    void add(long key) {
        if (size * 3L > keys.length * 2L) {
            grow();
        }
        int place = place(key);
        if (keys[place] == 0) {
            keys[place] = key;
            size++;
        }
        if (counts[place] < MOST) {
            counts[place]++;
        }
    }

    /** Where a hash lies, from 0 up to {@link #places}, or -1 where it was never counted. */
    int find(long key) {
        int place = place(key);
        return keys[place] == 0 ? -1 : place;
    }

    int count(int place) {
        return counts[place];
    }

    int places() {
        return keys.length;
    }

    /** Those alone whose count is as asked. */
    TermCounts only(IntPredicate asked) {
        int kept = 0;
        for (byte count : counts) {
            kept += count > 0 && asked.test(count) ? 1 : 0;
        }
        TermCounts only = new TermCounts(Math.max(FIRST, Integer.highestOneBit(kept) * 4));
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && asked.test(counts[i])) {
                only.put(keys[i], counts[i]);
            }
        }
        return only;
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new byte[keys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldCounts[i]);
            }
        }
    }

    private void put(long key, byte count) {
        int place = place(key);
        keys[place] = key;
        counts[place] = count;
        size++;
    }

    private int place(long key) {
        int place = (int) key & keys.length - 1;
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }
}
