package org.practiceplaybook.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes in the bytes of files as they are made, from any thread. Where there are more than memory should hold, the others lie
 * in a file of the system's folder for such, which is gone with the program.
 */
public final class ByteStore {
    /** The part of the program's memory that a store may have. */
    private static final int SHARE = 32;

    private final long most;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong end = new AtomicLong();
    private FileChannel channel;

    public ByteStore() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /**
     * With a limit.
     *
     * @param most bytes in memory
     */
    public ByteStore(long most) {
        this.most = most;
    }

    /**
     * Keeps a file's bytes.
     *
     * @throws MachineRefused where the disk is full
     */
    public Content keep(byte[] bytes) {
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
            throw MachineRefused.because("keep what is made until it is written", e);
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

    /** What is in memory whatever there is. */
    public static Content inMemory(byte[] bytes) {
        return new InMemory(bytes);
    }

    /** The bytes of one file. */
    public abstract static class Content {
        private volatile String sum;

        public abstract byte[] bytes();

        /** How many there are, without reading them. */
        public abstract int size();

        /** Their sum, worked out once. */
        public final String sum() {
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
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public int size() {
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
        public byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(size);
            try {
                while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
                    // a read may give less than was asked for
                }
            } catch (IOException e) {
                throw MachineRefused.because("read again what was made", e);
            }
            return bytes.array();
        }

        @Override
        public int size() {
            return size;
        }
    }
}
