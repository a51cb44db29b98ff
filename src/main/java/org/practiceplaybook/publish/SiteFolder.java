package org.practiceplaybook.publish;

import java.io.IOException;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/**
 * The folder that a site is written to. Whatever happens on the way, readers find a whole site:
 *
 * <ul>
 *   <li>what changed is first written to a folder of its own, so that a full disk is met before anything is touched;
 *   <li>then it is moved into place file by file: assets, new pages, changed pages; last, what is no longer needed is
 *       deleted, and of that only what an earlier build wrote;
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
        Path staging = root.resolve(STAGING);
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
        clear(staging);
        Set<String> before = list();
        List<Change> changes = changes(publication, before, workers);
        stage(changes, staging, workers);
        Set<String> both = new TreeSet<>(before);
        both.addAll(publication.files().keySet());
        if (!both.equals(before)) {
            writeList(both, staging);
        }
        commit(changes, staging, workers.threads());
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(publication.files().keySet());
        int deleted = delete(gone);
        if (!gone.isEmpty()) {
            writeList(publication.files().keySet(), staging);
        }
        return new Result(changes.size(), publication.files().size() - changes.size(), deleted);
    }

    /**
     * A file that is not on the disk as it should be.
     *
     * @param rank in which turn it is moved into place
     */
    private record Change(String path, byte[] bytes, int rank) {
        static final Comparator<Change> ORDER =
                Comparator.comparingInt(Change::rank).thenComparing(Change::path);
    }

    private enum Found {
        SAME,
        NONE,
        OTHER
    }

    private List<Change> changes(Publication publication, Set<String> before, Workers workers) {
        List<Map.Entry<String, byte[]>> files = List.copyOf(publication.files().entrySet());
        List<Found> found = workers.map(files, file -> compare(file.getKey(), file.getValue()));
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
            boolean page = path.endsWith(".html");
            int rank = !page ? 0 : found.get(i) == Found.NONE ? 1 : 2;
            changes.add(new Change(path, files.get(i).getValue(), rank));
        }
        if (!foreign.isEmpty()) {
            throw new ForeignFiles(foreign);
        }
        changes.sort(Change.ORDER);
        return changes;
    }

    private Found compare(String path, byte[] bytes) {
        Path file = root.resolve(path);
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Found.NONE;
            }
            boolean same = Files.isRegularFile(file)
                    && Files.size(file) == bytes.length
                    && Arrays.equals(Files.readAllBytes(file), bytes);
            return same ? Found.SAME : Found.OTHER;
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    /** Each thread has a folder of its own: in one folder they would wait for each other at every file. */
    private void stage(List<Change> changes, Path staging, Workers workers) {
        List<Integer> shares = IntStream.range(0, workers.threads()).boxed().toList();
        workers.map(shares, share -> {
            for (int i = share; i < changes.size(); i += shares.size()) {
                Path staged = staged(staging, i, shares.size());
                try {
                    if (i == share) {
                        Files.createDirectories(staged.getParent());
                    }
                    Files.write(
                            staged, changes.get(i).bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                } catch (IOException e) {
                    throw MachineRefused.because(
                            "write " + root.resolve(changes.get(i).path()), e);
                }
            }
            return share;
        });
    }

    private static Path staged(Path staging, int number, int shares) {
        return staging.resolve("part-" + number % shares).resolve(String.valueOf(number));
    }

    private void commit(List<Change> changes, Path staging, int shares) throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (Change change : changes) {
            folders.add(root.resolve(change.path()).getParent());
        }
        for (Path folder : folders) {
            Files.createDirectories(folder);
        }
        for (int i = 0; i < changes.size(); i++) {
            move(staged(staging, i, shares), root.resolve(changes.get(i).path()));
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

    /** The files that an earlier build wrote. What climbs out of the folder was not written by one. */
    private Set<String> list() throws IOException {
        try {
            Set<String> paths = new TreeSet<>();
            for (String line : Files.readAllLines(root.resolve(LIST), StandardCharsets.UTF_8)) {
                boolean inside = !line.isBlank()
                        && !line.startsWith("#")
                        && root.resolve(line).normalize().startsWith(root.normalize());
                if (inside) {
                    paths.add(line);
                }
            }
            return paths;
        } catch (NoSuchFileException e) {
            return new TreeSet<>();
        }
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
