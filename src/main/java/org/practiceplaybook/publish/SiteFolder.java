package org.practiceplaybook.publish;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.practiceplaybook.work.ByteStore;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/**
 * The folder that a site is written to. Whatever happens on the way, readers find a whole site:
 *
 * <ul>
 *   <li>what changed is first written to a folder of its own, so that a full disk is met before anything is touched;
 *   <li>then it is moved into place: assets, new pages, changed pages, file by file, but a folder that is not there yet as
 *       a whole; last, what is no longer needed is deleted, and of that only what an earlier build wrote;
 *   <li>a list of the site's files is kept in {@value #LIST}; a file that is not on it is somebody else's and stays.
 * </ul>
 */
public final class SiteFolder {
    static final String LIST = ".playbook-files";
    static final String STAGING = ".playbook-staging";
    private static final String LIST_HEAD = "# Files that Practice Playbook wrote here. It deletes no others.";

    private final Path root;

    public SiteFolder(Path root) {
        this.root = root;
    }

    /** What a build did to the folder, in numbers of files. */
    public record Result(int written, int unchanged, int deleted) {}

    /**
     * Makes the folder hold a publication.
     *
     * @throws ForeignFiles where a file of somebody else is in the way
     * @throws MachineRefused where the machine says no
     */
    public Result write(Publication publication, Workers workers) {
        return write(unused -> publication, workers);
    }

    /** Makes the last of a publication's files, those too large for memory. */
    public interface Packer {
        /**
         * The whole publication.
         *
         * @param folder an empty one, for what is packed
         */
        Publication pack(Path folder) throws IOException;
    }

    /**
     * Makes the folder hold a publication that is finished in the folder's own place for unfinished things.
     *
     * @throws ForeignFiles where a file of somebody else is in the way
     * @throws MachineRefused where the machine says no
     */
    public Result write(Packer packer, Workers workers) {
        Path staging = root.resolve(STAGING);
        if (Files.isSymbolicLink(staging)) {
            throw new ForeignFiles(List.of(STAGING));
        }
        try {
            Files.createDirectories(root);
            Files.createDirectories(staging);
        } catch (IOException e) {
            throw MachineRefused.because("write to the folder " + root, e);
        }
        Path lockFile = staging.resolve("lock");
        boolean ours = false;
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw busy();
            }
            ours = true;
            try {
                clear(staging);
                Publication publication = packer.pack(Files.createDirectories(staging.resolve("packed")));
                return write(publication, workers, staging);
            } finally {
                clear(staging);
            }
        } catch (OverlappingFileLockException e) {
            throw busy();
        } catch (IOException e) {
            throw MachineRefused.because("write to the folder " + root, e);
        } finally {
            if (ours) {
                deleteQuietly(lockFile);
                deleteQuietly(staging);
            }
        }
    }

    private MachineRefused busy() {
        return new MachineRefused("another build is writing to " + root + "; try again when it is done");
    }

    private Result write(Publication publication, Workers workers, Path staging) throws IOException {
        Set<String> before = list();
        List<Change> changes = changes(publication, before, workers);
        Path staged = staging.resolve("new");
        stage(changes, staged, workers);
        Set<String> both = new TreeSet<>(before);
        both.addAll(publication.paths());
        if (!both.equals(before)) {
            writeList(both, staging);
        }
        commit(changes, staged);
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(publication.paths());
        int deleted = delete(gone);
        if (!gone.isEmpty()) {
            writeList(publication.paths(), staging);
        }
        return new Result(changes.size(), publication.paths().size() - changes.size(), deleted);
    }

    /**
     * A file that is not on the disk as it should be.
     *
     * @param made what it is to hold
     * @param moved what is moved into place for it: the file, or the outermost folder that is not there yet
     */
    private record Change(String path, Made made, String moved, Turn turn) {}

    /** What a file is to hold: bytes, or what another file has, which may be taken away. */
    private record Made(Optional<ByteStore.Content> content, Optional<Path> packed) {
        boolean isIn(Path file) throws IOException {
            if (packed.isPresent()) {
                return Files.mismatch(file, packed.get()) < 0;
            }
            ByteStore.Content made = content.orElseThrow();
            return Files.size(file) == made.size() && Arrays.equals(Files.readAllBytes(file), made.bytes());
        }
    }

    /** In which turn something is moved into place. */
    private enum Turn {
        ASSET,
        FOLDER_WITH_PAGES,
        NEW_PAGE,
        CHANGED_PAGE
    }

    private enum Found {
        SAME,
        NONE,
        OTHER
    }

    private List<Change> changes(Publication publication, Set<String> before, Workers workers) {
        SortedMap<String, Made> made = new TreeMap<>();
        publication
                .files()
                .contents()
                .forEach((path, content) -> made.put(path, new Made(Optional.of(content), Optional.empty())));
        publication.packed().forEach((path, file) -> made.put(path, new Made(Optional.empty(), Optional.of(file))));
        List<Map.Entry<String, Made>> files = List.copyOf(made.entrySet());
        Map<String, Boolean> folders = new ConcurrentHashMap<>();
        Map<String, Boolean> links = new ConcurrentHashMap<>();
        List<Found> found = workers.map(files, file -> compare(file.getKey(), file.getValue(), folders, links));
        List<String> foreign = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String path = files.get(i).getKey();
            if (found.get(i) == Found.SAME) {
                continue;
            }
            if (found.get(i) == Found.OTHER && !before.contains(path)) {
                foreign.add(path);
            }
            Optional<String> folder = newFolder(path, folders);
            Turn turn = !path.endsWith(".html")
                    ? Turn.ASSET
                    : folder.isPresent()
                            ? Turn.FOLDER_WITH_PAGES
                            : found.get(i) == Found.NONE ? Turn.NEW_PAGE : Turn.CHANGED_PAGE;
            changes.add(new Change(path, files.get(i).getValue(), folder.orElse(path), turn));
        }
        if (!foreign.isEmpty()) {
            throw new ForeignFiles(foreign);
        }
        return changes;
    }

    /**
     * The outermost folder on the way to a file that is not there.
     *
     * @param there of the folders that were looked for already, whether they are there
     */
    private Optional<String> newFolder(String path, Map<String, Boolean> there) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (!there.computeIfAbsent(folder, it -> Files.exists(root.resolve(it), LinkOption.NOFOLLOW_LINKS))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /**
     * Does a link stand in the place of a folder on the way to a file? Then the file is not in this folder.
     *
     * @param links of the folders that were looked at already, whether they are one
     */
    private boolean isBehindLink(String path, Map<String, Boolean> links) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (links.computeIfAbsent(path.substring(0, slash), it -> Files.isSymbolicLink(root.resolve(it)))) {
                return true;
            }
        }
        return false;
    }

    private Found compare(String path, Made made, Map<String, Boolean> folders, Map<String, Boolean> links) {
        Path file = root.resolve(path);
        try {
            if (isBehindLink(path, links)) {
                return Found.OTHER; // what is written there would be written somewhere else
            }
            if (newFolder(path, folders).isPresent() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Found.NONE;
            }
            if (!Files.isRegularFile(file)) {
                return Found.OTHER;
            }
            return made.isIn(file) ? Found.SAME : Found.OTHER;
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    /** Each thread has neighbours by path: in one folder threads would wait for each other at every file. */
    private void stage(List<Change> changes, Path staged, Workers workers) {
        List<Integer> shares = IntStream.range(0, workers.threads()).boxed().toList();
        workers.map(shares, share -> {
            Path folder = null;
            for (Change change : share(changes, share, shares.size())) {
                Path file = staged.resolve(change.path());
                try {
                    if (!file.getParent().equals(folder)) {
                        folder = Files.createDirectories(file.getParent());
                    }
                    if (change.made().packed().isPresent()) {
                        move(change.made().packed().get(), file);
                    } else {
                        create(file, change.made().content().orElseThrow().bytes());
                    }
                } catch (IOException e) {
                    throw MachineRefused.because("write " + root.resolve(change.path()), e);
                }
            }
            return share;
        });
    }

    private static List<Change> share(List<Change> changes, long share, int shares) {
        return changes.subList((int) (share * changes.size() / shares), (int) ((share + 1) * changes.size() / shares));
    }

    /** In one piece, which {@link Files#write} does not. */
    private static void create(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }

    private void commit(List<Change> changes, Path staged) throws IOException {
        SortedMap<String, Turn> turns = new TreeMap<>();
        Set<Path> folders = new TreeSet<>();
        for (Change change : changes) {
            turns.merge(change.moved(), change.turn(), BinaryOperator.maxBy(Comparator.naturalOrder()));
            folders.add(root.resolve(change.moved()).getParent());
        }
        for (Path folder : folders) {
            Files.createDirectories(folder);
        }
        for (Turn turn : Turn.values()) {
            for (Map.Entry<String, Turn> moved : turns.entrySet()) {
                if (moved.getValue() == turn) {
                    move(staged.resolve(moved.getKey()), root.resolve(moved.getKey()));
                }
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private int delete(Set<String> gone) throws IOException {
        int deleted = 0;
        Set<Path> folders = new TreeSet<>(Comparator.<Path>reverseOrder());
        for (String path : gone) {
            Path file = root.resolve(path);
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                continue; // a build writes files; somebody else made a folder of it
            }
            deleted += Files.deleteIfExists(file) ? 1 : 0;
            for (Path folder = file.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
                folders.add(folder);
            }
        }
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                // somebody else's files are in it
            }
        }
        return deleted;
    }

    /** The files that an earlier build wrote. What climbs out of the folder, or leaves it by a link, was not written by one. */
    private Set<String> list() throws IOException {
        try {
            Set<String> paths = new TreeSet<>();
            Map<String, Boolean> links = new HashMap<>();
            for (String line : Files.readAllLines(root.resolve(LIST), StandardCharsets.UTF_8)) {
                boolean inside = !line.isBlank()
                        && !line.startsWith("#")
                        && isPlain(line)
                        && root.resolve(line).normalize().startsWith(root.normalize())
                        && !isBehindLink(line, links);
                if (inside) {
                    paths.add(line);
                }
            }
            return paths;
        } catch (NoSuchFileException e) {
            return new TreeSet<>();
        }
    }

    /** As a build writes paths: without steps back, with slashes on every system. */
    private static boolean isPlain(String line) {
        return Path.of(line)
                .normalize()
                .toString()
                .replace(File.separatorChar, '/')
                .equals(line);
    }

    private void writeList(Collection<String> paths, Path staging) throws IOException {
        List<String> lines = new ArrayList<>(List.of(LIST_HEAD));
        lines.addAll(paths);
        Path staged = staging.resolve("list");
        Files.writeString(staged, String.join("\n", lines) + "\n");
        move(staged, root.resolve(LIST));
    }

    /** What a killed build left in the staging folder is of no use. */
    private static void clear(Path staging) throws IOException {
        try (Stream<Path> left = Files.walk(staging)) {
            List<Path> deepestFirst = left.filter(path -> !path.equals(staging) && !path.endsWith("lock"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // the next build clears it
        }
    }
}
