package org.practiceplaybook.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.practiceplaybook.work.Sha256;
import org.practiceplaybook.work.UserCache;

/**
 * Keeps what takes long to make, by what it is made of: a folder on the machine that may be deleted at any time. What is in it
 * proves itself by its own checksum. A folder that cannot be read or written is as good as none.
 */
public final class PictureCache {
    private static final int SUM = 32;
    private static final long LARGEST = 256L << 20;

    private static final String NAME = "pictures";

    private final Optional<Path> folder;

    /** A cache in a folder, which is made when it is needed. */
    public PictureCache(Optional<Path> folder) {
        this.folder = folder;
    }

    public static PictureCache ofThisMachine() {
        return new PictureCache(folder(System::getenv, System.getProperty("user.home")));
    }

    /** Nothing where the user has no folder, as in a container. */
    static Optional<Path> folder(UnaryOperator<String> environment, String home) {
        return Optional.ofNullable(home)
                .map(Path::of)
                .filter(folder -> folder.isAbsolute() && Files.isDirectory(folder))
                .map(folder -> UserCache.folder(environment, folder).resolve(NAME));
    }

    /** The name of what is made of some parts; another Java may make it otherwise. */
    public static String key(byte[]... parts) {
        MessageDigest digest = Sha256.digest();
        digest.update(System.getProperty("java.vm.vendor").getBytes(StandardCharsets.UTF_8));
        digest.update(System.getProperty("java.runtime.version").getBytes(StandardCharsets.UTF_8));
        for (byte[] part : parts) {
            digest.update(digest(part));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 20);
    }

    static byte[] digest(byte[] bytes) {
        return Sha256.digest().digest(bytes);
    }

    /** What was kept by a name. */
    public Optional<byte[]> get(String key) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] kept = Files.readAllBytes(folder.get().resolve(key));
            if (kept.length < SUM) {
                return Optional.empty();
            }
            byte[] bytes = Arrays.copyOf(kept, kept.length - SUM);
            boolean whole = Arrays.equals(digest(bytes), Arrays.copyOfRange(kept, kept.length - SUM, kept.length));
            return whole ? Optional.of(bytes) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps bytes by a name, whole or not at all. */
    public void put(String key, byte[] bytes) {
        if (folder.isEmpty()) {
            return;
        }
        byte[] kept = Arrays.copyOf(bytes, bytes.length + SUM);
        System.arraycopy(digest(bytes), 0, kept, bytes.length, SUM);
        Path part = null;
        try {
            Files.createDirectories(folder.get());
            part = Files.createTempFile(folder.get(), "part-", "");
            Files.write(part, kept);
            Files.move(part, folder.get().resolve(key), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            if (part != null) {
                part.toFile().delete();
            }
        }
    }

    /** Deletes what was kept first, where it has grown too large. */
    public void tidy() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return;
        }
        record Kept(Path file, FileTime since, long bytes) {}
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.get())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                all.add(new Kept(file, Files.getLastModifiedTime(file), Files.size(file)));
            }
            all.sort(Comparator.comparing(Kept::since).thenComparing(Kept::file));
            long sum = all.stream().mapToLong(Kept::bytes).sum();
            for (int i = 0; i < all.size() && sum > LARGEST; i++) {
                Files.deleteIfExists(all.get(i).file());
                sum -= all.get(i).bytes();
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // another build is tidying it
        }
    }
}
