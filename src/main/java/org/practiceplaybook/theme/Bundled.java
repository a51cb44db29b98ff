package org.practiceplaybook.theme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.practiceplaybook.content.value.LanguageTag;

/** The files that the jar carries: the default theme and the starter content. */
public final class Bundled {
    private static final String THEME = "bundled/theme/";
    private static final String REPOSITORY = "bundled/repository/";
    private static final String LANGUAGES = "bundled/languages/";
    private static final String ENGLISH = "en";
    private static final String PROPERTIES = "playbook.properties";
    private static final Pattern DOT = Pattern.compile("(^|/)dot-");

    private Bundled() {}

    /** The default theme, by path within it. */
    public static Map<String, byte[]> theme() {
        return files(THEME);
    }

    /** The starter content, by path within the content folder. */
    public static Map<String, byte[]> content() {
        return files("bundled/content/");
    }

    /** What stands in an empty playbook of a language in the place of the starter's stories, by path; nothing for some. */
    public static Map<String, byte[]> empty(String language) {
        Map<String, byte[]> files = new TreeMap<>();
        LanguageTag.names(language).forEach(name -> files.putAll(files("bundled/empty/" + name + "/")));
        return files;
    }

    /** What {@code playbook init} adds to a new repository, by path within it; in a language, as far as there is such a text. */
    public static Map<String, byte[]> repository(String language) {
        return laid(files(REPOSITORY), files(LANGUAGES), language);
    }

    /** The files of a repository by the names that they have in it, those of its language in the place of the others. */
    private static Map<String, byte[]> laid(Map<String, byte[]> kept, Map<String, byte[]> languages, String language) {
        Map<String, byte[]> files = new TreeMap<>(kept);
        Stream.concat(Stream.of(ENGLISH), LanguageTag.names(language).stream())
                .map(name -> name + "/")
                .forEach(name -> languages.forEach((path, bytes) -> {
                    if (path.startsWith(name)) {
                        files.put(path.substring(name.length()), bytes);
                    }
                }));
        Map<String, byte[]> named = new TreeMap<>();
        // a name with a dot would have meant something where the resources are kept, and Maven leaves such files out
        files.forEach((path, bytes) ->
                named.put(DOT.matcher(path).replaceAll("$1."), path.endsWith(".cmd") ? withWindowsEnds(bytes) : bytes));
        return named;
    }

    /** Windows does not always find a label in a file whose lines end otherwise. */
    private static byte[] withWindowsEnds(byte[] script) {
        String text = new String(script, StandardCharsets.UTF_8);
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What the build says of itself: its version, where its releases are. */
    public static Properties properties() {
        return properties(files(PROPERTIES));
    }

    private static Properties properties(Map<String, byte[]> found) {
        Properties properties = new Properties();
        try {
            for (byte[] text : found.values()) {
                properties.load(new ByteArrayInputStream(text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /**
     * What another version of the program carries.
     *
     * @param properties what its build says of it; empty where the file is no such program
     * @param theme its default theme, by path within it
     * @param kept what it adds to a new repository
     * @param languages what stands in the place of that, by language and path
     */
    public record Other(
            Properties properties, Map<String, byte[]> theme, Map<String, byte[]> kept, Map<String, byte[]> languages) {
        /** What it adds to a new repository in a language, by path within it. */
        public Map<String, byte[]> repository(String language) {
            return laid(kept, languages, language);
        }
    }

    /**
     * Looks into a jar of the program.
     *
     * @throws IOException where it cannot be read, or is no jar
     */
    public static Other of(Path jar) throws IOException {
        return new Other(
                properties(ofJar(jar, PROPERTIES)), ofJar(jar, THEME), ofJar(jar, REPOSITORY), ofJar(jar, LANGUAGES));
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
        if (Files.isRegularFile(folder)) {
            files.put("", Files.readAllBytes(folder));
        }
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
