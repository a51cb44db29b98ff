package org.practiceplaybook.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.upgrade.JarCache;

/** A jar of the program's files as another version would have them; run, it only says what it was asked. */
final class OtherVersion {
    private final String version;
    private final Map<String, byte[]> theme = new TreeMap<>(Bundled.theme());
    private final Map<String, byte[]> repository = new TreeMap<>(Bundled.repository("en"));
    private String releases = "";

    OtherVersion(String version) {
        this.version = version;
    }

    OtherVersion releasedAt(String address) {
        releases = address;
        return this;
    }

    OtherVersion theme(String path, String text) {
        theme.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    OtherVersion themeWith(String path, String was, String is) {
        String text = new String(theme.get(path), StandardCharsets.UTF_8);
        if (!text.contains(was)) {
            throw new IllegalArgumentException(path + " has no " + was);
        }
        return theme(path, text.replace(was, is));
    }

    OtherVersion with(String path, String text) {
        repository.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    OtherVersion without(String path) {
        repository.remove(path);
        return this;
    }

    Path jar(Path file) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String echo = Echo.class.getName().replace('.', '/') + ".class";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(file);
                    JarOutputStream jar = new JarOutputStream(out, manifest)) {
                jar.setLevel(1);
                put(jar, echo, Echo.class.getResourceAsStream("Echo.class").readAllBytes());
                put(
                        jar,
                        "playbook.properties",
                        ("version=" + version + "\nreleases=" + releases + "\n").getBytes(StandardCharsets.UTF_8));
                for (Map.Entry<String, byte[]> entry : theme.entrySet()) {
                    put(jar, "bundled/theme/" + entry.getKey(), entry.getValue());
                }
                for (Map.Entry<String, byte[]> entry : repository.entrySet()) {
                    put(jar, "bundled/repository/" + entry.getKey().replaceAll("(^|/)\\.", "$1dot-"), entry.getValue());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }

    static String sum(Path jar) {
        return JarCache.sum(jar);
    }
}
