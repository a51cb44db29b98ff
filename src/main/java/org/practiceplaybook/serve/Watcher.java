package org.practiceplaybook.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Waits for something to change in folders. The system's own notice is only a hint to look: some file systems give none,
 * so whoever waits looks now and then anyway.
 */
final class Watcher implements AutoCloseable {
    /** How long to wait without a notice: on macOS the JDK itself only looks every few seconds. */
    private static final long LOOK_MILLIS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? 300 : 1_000;

    private static final long SOON_MILLIS = 60;

    /** One save makes several notices; the last is waited for. */
    private static final long SETTLE_MILLIS = 8;

    private final List<Path> roots;
    private final WatchService service;

    Watcher(List<Path> roots) throws IOException {
        this.roots = roots;
        this.service = FileSystems.getDefault().newWatchService();
        watchFolders();
    }

    /**
     * Comes back when something may have changed.
     *
     * @param soon look again soon, also without a notice?
     */
    void await(boolean soon) throws InterruptedException {
        WatchKey key = service.poll(soon ? SOON_MILLIS : LOOK_MILLIS, TimeUnit.MILLISECONDS);
        boolean folders = key == null && !soon;
        while (key != null) {
            Path folder = (Path) key.watchable();
            for (WatchEvent<?> event : key.pollEvents()) {
                folders |= mayBeFolder(folder, event);
            }
            folders |= !key.reset();
            key = service.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (folders) {
            watchFolders();
        }
    }

    /** A folder that came or was moved; of one whose own folder was moved nothing can be said. */
    private static boolean mayBeFolder(Path folder, WatchEvent<?> event) {
        if (event.kind() == StandardWatchEventKinds.ENTRY_MODIFY) {
            return false;
        }
        return !(event.context() instanceof Path name)
                || !Files.isDirectory(folder)
                || Files.isDirectory(folder.resolve(name));
    }

    private void watchFolders() {
        for (Path root : roots) {
            try {
                Files.walkFileTree(root, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                            throws IOException {
                        // again also where it is watched already: another folder may have taken its name
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_DELETE,
                                StandardWatchEventKinds.ENTRY_MODIFY);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE; // it went away while it was looked at
                    }
                });
            } catch (IOException | ClosedWatchServiceException e) {
                // without a notice there is still the look now and then
            }
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
