package org.practiceplaybook.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Sha256;

/**
 * Bytes by path, which nobody changes. Where there are more than memory should hold, the others lie in a file of the system's
 * folder for such, and are read anew each time that they are asked for.
 */
public final class StoredFiles extends AbstractMap<String, byte[]> implements SortedMap<String, byte[]> {
    /** The bytes of one file. */
    abstract static class Content {
        private volatile String sum;

        abstract byte[] bytes();

        /** How many there are, without reading them. */
        abstract int size();

        /** Their sum, worked out once. */
        final String sum() {
            String known = sum;
            if (known == null) {
                known = Sha256.of(bytes());
                sum = known;
            }
            return known;
        }
    }

    private static final class InMemory extends Content {
        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        byte[] bytes() {
            return bytes;
        }

        @Override
        int size() {
            return bytes.length;
        }
    }

    private static final class OnDisk extends Content {
        private final FileChannel channel;
        private final long at;
        private final int size;

        OnDisk(FileChannel channel, long at, int size) {
            this.channel = channel;
            this.at = at;
            this.size = size;
        }

        @Override
        byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(size);
            try {
                while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
                    // a read may give less than was asked for
                }
            } catch (IOException e) {
                throw MachineRefused.because("read the site's pages again", e);
            }
            return bytes.array();
        }

        @Override
        int size() {
            return size;
        }
    }

    /** Takes bytes in as they are made, from any thread. */
    static final class Store {
        /** The part of the program's memory that the files of a site may have. */
        private static final int SHARE = 8;

        private final long most;
        private final AtomicLong taken = new AtomicLong();
        private final AtomicLong end = new AtomicLong();
        private FileChannel channel;

        Store() {
            this(Runtime.getRuntime().maxMemory() / SHARE);
        }

        /**
         * With a limit.
         *
         * @param most bytes in memory
         */
        Store(long most) {
            this.most = most;
        }

        /**
         * Keeps a file's bytes.
         *
         * @throws MachineRefused where the disk is full
         */
        Content keep(byte[] bytes) {
            if (taken.addAndGet(bytes.length) <= most) {
                return new InMemory(bytes);
            }
            long at = end.getAndAdd(bytes.length);
            ByteBuffer left = ByteBuffer.wrap(bytes);
            try {
                FileChannel file = channel();
                while (left.hasRemaining()) {
                    file.write(left, at + left.position());
                }
                return new OnDisk(file, at, bytes.length);
            } catch (IOException e) {
                throw MachineRefused.because("keep the site's pages until they are written", e);
            }
        }

        private synchronized FileChannel channel() throws IOException {
            if (channel == null) {
                Path file = Files.createTempFile("playbook", ".site");
                channel = FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                file.toFile().deleteOnExit();
            }
            return channel;
        }
    }

    private final SortedMap<String, Content> contents;

    StoredFiles(SortedMap<String, Content> contents) {
        this.contents = Collections.unmodifiableSortedMap(contents);
    }

    /** Files that all are in memory. */
    static StoredFiles of(Map<String, byte[]> files) {
        SortedMap<String, Content> contents = new TreeMap<>();
        files.forEach((path, bytes) -> contents.put(path, new InMemory(bytes)));
        return new StoredFiles(contents);
    }

    /** These without some, and with others, which are in memory. */
    StoredFiles with(Map<String, byte[]> more, Set<String> gone) {
        SortedMap<String, Content> all = new TreeMap<>(contents);
        all.keySet().removeAll(gone);
        more.forEach((path, bytes) -> all.put(path, new InMemory(bytes)));
        return new StoredFiles(all);
    }

    /** The sum of a file that is there: whoever asks for it again, a phone's list or a zip, it is worked out once. */
    public String sum(String path) {
        return contents.get(path).sum();
    }

    SortedMap<String, Content> contents() {
        return contents;
    }

    @Override
    public byte[] get(Object path) {
        Content content = contents.get(path);
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
                Iterator<Map.Entry<String, Content>> entries =
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
    private record Stored(Map.Entry<String, Content> entry) implements Map.Entry<String, byte[]> {
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
