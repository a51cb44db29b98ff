package org.practiceplaybook.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files that the jar carries: the default theme and the starter content. */
public final class Bundled {
    private static final Pattern DOT = Pattern.compile("(^|/)dot-");

    private Bundled() {}

    /** The default theme, by path within it. */
    public static Map<String, byte[]> theme() {
        return files("bundled/theme/");
    }

    /** The starter content, by path within the content folder. */
    public static Map<String, byte[]> content() {
        return files("bundled/content/");
    }

    /** What stands in an empty playbook of a language in the place of the starter's stories, by path; nothing for some. */
    public static Map<String, byte[]> empty(String language) {
        return files("bundled/empty/" + language + "/");
    }

    /** What {@code playbook init} adds to a new repository, by path within it. */
    public static Map<String, byte[]> repository() {
        Map<String, byte[]> files = new TreeMap<>();
        // a name with a dot would have meant something where the resources are kept, and Maven leaves such files out
        files("bundled/repository/")
                .forEach((path, bytes) -> files.put(DOT.matcher(path).replaceAll("$1."), bytes));
        return files;
    }

    /** The jar that this runs from; empty where it runs from a folder of classes. */
    public static Optional<Path> jar() {
        Path location = location();
        return Files.isRegularFile(location) ? Optional.of(location) : Optional.empty();
    }

    private static Map<String, byte[]> files(String prefix) {
        Path location = location();
        try {
            return Files.isDirectory(location) ? ofFolder(location.resolve(prefix)) : ofJar(location, prefix);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }

    private static Path location() {
        try {
            URI source = Bundled.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(source);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> ofJar(Path jar, String prefix) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        // not JarFile: it looks for signatures, and the class loader has read this zip's table already
        try (ZipFile open = new ZipFile(jar.toFile())) {
            for (var entries = open.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    try (InputStream in = open.getInputStream(entry)) {
                        files.put(entry.getName().substring(prefix.length()), in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static Map<String, byte[]> ofFolder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                files.put(path, Files.readAllBytes(file));
            }
        }
        return files;
    }
}
