package org.practiceplaybook.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.work.ByteStore;
import org.practiceplaybook.work.Sha256;
import org.practiceplaybook.work.Workers;

class StoredFilesTest {
    private static SortedMap<String, byte[]> files(int count) {
        Random random = new Random(7);
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            files.put("page-" + i + ".html", bytes);
        }
        return files;
    }

    private static StoredFiles stored(SortedMap<String, byte[]> files, long most) {
        ByteStore store = new ByteStore(most);
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>(files.entrySet());
        List<ByteStore.Content> contents = new Workers(4).map(entries, file -> store.keep(file.getValue()));
        SortedMap<String, ByteStore.Content> all = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            all.put(entries.get(i).getKey(), contents.get(i));
        }
        return new StoredFiles(all);
    }

    @Test
    void givesBackWhatItWasGivenWhereverItLies() {
        SortedMap<String, byte[]> files = files(300);
        for (long most : List.of(0L, 50_000L, Long.MAX_VALUE)) {
            StoredFiles stored = stored(files, most);
            assertThat(stored.keySet()).isEqualTo(files.keySet());
            for (Map.Entry<String, byte[]> file : stored.entrySet()) {
                assertThat(file.getValue()).isEqualTo(files.get(file.getKey()));
                assertThat(stored.contents().get(file.getKey()).size()).isEqualTo(file.getValue().length);
                assertThat(stored.get(file.getKey())).isEqualTo(file.getValue());
                assertThat(stored.sum(file.getKey())).isEqualTo(Sha256.of(file.getValue()));
            }
            assertThat(stored.subMap("page-1", "page-2").keySet())
                    .isEqualTo(files.subMap("page-1", "page-2").keySet());
            assertThat(stored.get("elsewhere.html")).isNull();
        }
    }

    @Test
    void isTheSameWithMoreAndFewerFilesAndNobodyChangesIt() {
        StoredFiles stored = stored(files(10), 0);
        StoredFiles other = stored.with(Map.of("a", new byte[] {1}), Set.of("page-3.html"));
        assertThat(other.get("a")).containsExactly(1);
        assertThat(other).doesNotContainKey("page-3.html").hasSize(10);
        assertThat(stored).containsKey("page-3.html").doesNotContainKey("a");
        assertThatThrownBy(() -> stored.put("b", new byte[0])).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> stored.remove("page-1.html")).isInstanceOf(UnsupportedOperationException.class);
    }
}
