package org.practiceplaybook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How often each of many hashes was counted. */
class TermCountsTest {
    @Test
    void itCountsAsAMapDoes() {
        SplittableRandom random = new SplittableRandom(7);
        long[] keys = random.longs(5_000).toArray();
        TermCounts counts = new TermCounts();
        Map<Long, Integer> expected = new HashMap<>();
        for (int i = 0; i < 40_000; i++) {
            long key = keys[random.nextInt(1 + random.nextInt(keys.length))];
            counts.add(key);
            expected.merge(key, 1, (one, more) -> Math.min(TermCounts.MOST, one + more));
        }
        TermCounts some = counts.only(count -> count >= 3 && count <= 20);
        for (long key : keys) {
            int times = expected.getOrDefault(key, 0);
            assertThat(count(counts, key)).isEqualTo(times);
            assertThat(count(some, key)).isEqualTo(times >= 3 && times <= 20 ? times : 0);
        }
    }

    @Test
    void hashesThatEndAlikeAreToldApart() {
        TermCounts counts = new TermCounts();
        for (long high = 1; high <= 900; high++) {
            counts.add(high << 32 | 5);
        }
        assertThat(count(counts, 900L << 32 | 5)).isEqualTo(1);
        assertThat(counts.find(901L << 32 | 5)).isEqualTo(-1);
    }

    private static int count(TermCounts counts, long key) {
        int place = counts.find(key);
        return place < 0 ? 0 : counts.count(place);
    }
}
