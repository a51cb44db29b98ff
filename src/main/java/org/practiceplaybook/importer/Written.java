package org.practiceplaybook.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Sha256;

/**
 * What imports have written into a content folder: a line with the SHA-256 and the path of each text, in a hidden file that
 * lies in the folder. By it a text that nobody has touched since is told from one that somebody has.
 */
public final class Written {
    private static final String NAME = ".playbook-import";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(\\S.*)");

    private final Path content;
    private final Map<String, String> sums = new TreeMap<>();

    private Written(Path content) {
        this.content = content;
    }

    /** Reads the list; it is empty where there is none. A line that is none is passed over. */
    public static Written of(Path content) {
        Written written = new Written(content);
        Path file = content.resolve(NAME);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                    Matcher one = LINE.matcher(line);
                    if (one.matches()) {
                        written.sums.put(one.group(2), one.group(1));
                    }
                }
            } catch (IOException e) {
                throw MachineRefused.because("read " + file, e);
            }
        }
        return written;
    }

    /** Is a text as an import wrote it? */
    public boolean isUntouched(String path) {
        Path file = content.resolve(path);
        return sums.containsKey(path)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && sums.get(path).equals(sum(file));
    }

    /** Adds texts as they are now. */
    public void add(Collection<String> paths) {
        paths.forEach(path -> sums.put(path, sum(content.resolve(path))));
        StringBuilder lines = new StringBuilder();
        sums.forEach((path, sum) -> lines.append(sum).append("  ").append(path).append('\n'));
        try {
            Files.writeString(content.resolve(NAME), lines);
        } catch (IOException e) {
            throw MachineRefused.because("write " + content.resolve(NAME), e);
        }
    }

    private static String sum(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }
}
