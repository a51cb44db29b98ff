package org.practiceplaybook.publish;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.practiceplaybook.work.ByteStore;

/**
 * Bytes by path, which nobody changes. Those that a {@link ByteStore} holds on disk are read anew each time that they are asked
 * for.
 */
public final class StoredFiles extends AbstractMap<String, byte[]> implements SortedMap<String, byte[]> {
    private final SortedMap<String, ByteStore.Content> contents;

    StoredFiles(SortedMap<String, ByteStore.Content> contents) {
        this.contents = Collections.unmodifiableSortedMap(contents);
    }

    /** Files that all are in memory. */
    static StoredFiles of(Map<String, byte[]> files) {
        SortedMap<String, ByteStore.Content> contents = new TreeMap<>();
        files.forEach((path, bytes) -> contents.put(path, ByteStore.inMemory(bytes)));
        return new StoredFiles(contents);
    }

    /** These without some, and with others, which are in memory. */
    StoredFiles with(Map<String, byte[]> more, Set<String> gone) {
        SortedMap<String, ByteStore.Content> all = new TreeMap<>(contents);
        all.keySet().removeAll(gone);
        more.forEach((path, bytes) -> all.put(path, ByteStore.inMemory(bytes)));
        return new StoredFiles(all);
    }

    /** The sum of a file that is there: whoever asks for it again, a phone's list or a zip, it is worked out once. */
    public String sum(String path) {
        return contents.get(path).sum();
    }

    SortedMap<String, ByteStore.Content> contents() {
        return contents;
    }

    @Override
    public byte[] get(Object path) {
        ByteStore.Content content = contents.get(path);
        return content == null ? null : content.bytes();
    }

    @Override
    public boolean containsKey(Object path) {
        return contents.containsKey(path);
    }

    @Override
    public Set<String> keySet() {
        return contents.keySet();
    }

    @Override
    public Set<Map.Entry<String, byte[]>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, byte[]>> iterator() {
                Iterator<Map.Entry<String, ByteStore.Content>> entries =
                        contents.entrySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Map.Entry<String, byte[]> next() {
                        return new Stored(entries.next());
                    }
                };
            }

            @Override
            public int size() {
                return contents.size();
            }
        };
    }

    /** Has its bytes read when they are asked for. */
    private record Stored(Map.Entry<String, ByteStore.Content> entry) implements Map.Entry<String, byte[]> {
        @Override
        public String getKey() {
            return entry.getKey();
        }

        @Override
        public byte[] getValue() {
            return entry.getValue().bytes();
        }

        @Override
        public byte[] setValue(byte[] value) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, byte[]> subMap(String from, String to) {
        return new StoredFiles(contents.subMap(from, to));
    }

    @Override
    public SortedMap<String, byte[]> headMap(String to) {
        return new StoredFiles(contents.headMap(to));
    }

    @Override
    public SortedMap<String, byte[]> tailMap(String from) {
        return new StoredFiles(contents.tailMap(from));
    }

    @Override
    public String firstKey() {
        return contents.firstKey();
    }

    @Override
    public String lastKey() {
        return contents.lastKey();
    }
}
