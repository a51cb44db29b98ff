package org.practiceplaybook.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.report.TextReport;
import org.practiceplaybook.source.Diagnostic;

/**
 * A case of the table of mistakes, {@code src/test/resources/mistakes}.
 *
 * @param files that are put into a playbook without faults; those of {@code links} are links on disk, and hold what they
 *     lead to
 * @param mended how a person follows the remedies
 * @param rules the rules that are then broken, each with its weight
 * @param words what is said of it on the terminal
 */
public record Mistake(
        String group,
        String name,
        Map<String, byte[]> files,
        Set<String> links,
        String rules,
        String words,
        List<Mend> mended) {
    private static final Path TABLE = Path.of("src/test/resources/mistakes");
    private static final Pattern FILE = Pattern.compile("--- (\\S.*?)(?: \\[([\\w-]+)])?");

    @Override
    public String toString() {
        return group + ": " + name;
    }

    /** Every case there is. */
    public static List<Mistake> all() throws IOException {
        List<Mistake> all = new ArrayList<>();
        try (Stream<Path> groups = Files.list(TABLE)) {
            for (Path group : groups.sorted().toList()) {
                for (String text : Files.readString(group).split("(?m)^=== ")) {
                    if (!text.isBlank()) {
                        all.add(of(group.getFileName().toString().replace(".txt", ""), text));
                    }
                }
            }
        }
        return all;
    }

    /**
     * What a person does with a file ({@code +++ path}).
     *
     * @param changes {@code what stands there ⇒ what is written instead}, line ends as {@code \\n}; of a new text only what is
     *     written; none where the file is taken away
     */
    public record Mend(String path, List<String> changes) {
        /** The file as it reads then; empty where it is gone. */
        public String of(String before) {
            String text = before;
            for (String change : changes) {
                int arrow = change.indexOf("⇒");
                String old = shown(change.substring(0, Math.max(0, arrow - 1)).replace("\\n", "\n"));
                String written = shown(
                        change.substring(Math.min(change.length(), arrow + 2)).replace("\\n", "\n"));
                if (!text.contains(old)) {
                    throw new IllegalArgumentException(path + " holds no " + old);
                }
                text = old.isEmpty() ? written + "\n" + text : text.replace(old, written);
            }
            return changes.isEmpty() ? "" : text;
        }
    }

    /** Puts its files into a folder. */
    public void write(Path folder) {
        files.forEach((path, bytes) -> {
            if (links.contains(path)) {
                link(folder.resolve(path), new String(bytes, StandardCharsets.UTF_8).strip());
            } else {
                SmallPlaybook.write(folder, path, bytes);
            }
        });
    }

    private static void link(Path file, String target) {
        try {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mistake of(String group, String text) {
        String[] halves = text.split("(?m)^\\+\\+\\+ ");
        List<Mend> mended = new ArrayList<>();
        for (String half : List.of(halves).subList(1, halves.length)) {
            List<String> lines = half.stripTrailing().lines().toList();
            mended.add(new Mend(shown(lines.get(0)), lines.subList(1, lines.size())));
        }
        return of(group, halves[0], mended);
    }

    private static Mistake of(String group, String text, List<Mend> mended) {
        Set<String> links = new HashSet<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> rules = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        String path = null;
        Charset charset = StandardCharsets.UTF_8;
        StringBuilder content = new StringBuilder();
        List<String> lines = List.of(text.split("\n", -1));
        for (String line : lines.subList(1, lines.size())) {
            Matcher file = FILE.matcher(line);
            boolean told = line.startsWith(">>> ");
            if (rules.isEmpty() && (file.matches() || told)) {
                if (path != null) {
                    files.put(path, bytes(content.toString(), charset));
                }
                content.setLength(0);
                path = told ? null : shown(file.group(1));
                String kind = told || file.group(2) == null ? "utf-8" : file.group(2);
                charset = kind.equals("link") ? StandardCharsets.UTF_8 : Charset.forName(kind);
                if (kind.equals("link")) {
                    links.add(path);
                }
            } else if (rules.isEmpty()) {
                content.append(line).append('\n');
            } else if (!told) {
                words.append(line).append('\n');
            }
            if (told) {
                rules.add(line.substring(4));
            }
        }
        return new Mistake(
                group,
                lines.get(0),
                files,
                links,
                String.join("\n", rules),
                words.toString().strip(),
                mended);
    }

    private static byte[] bytes(String text, Charset charset) {
        return shown(text).getBytes(charset);
    }

    /** What cannot be seen in a table stands in it by a sign. */
    private static String shown(String text) {
        return text.replace("⟨END⟩\n", "")
                .replace("⟨LONG⟩", "walk-".repeat(45) + "on")
                .replace("⟨NBSP⟩", "\u00a0")
                .replace("⟨BULLET⟩", "\uf0b7")
                .replace("␉", "\t")
                .replace("␍", "\r")
                .replace("⟨ROWS⟩", "| b |\n".repeat(3_001).strip())
                .replace("⟨BOOK⟩", "# walk on and on and on\n".repeat(1_000).strip())
                .replace("⟨LINES⟩", "walk\n".repeat(10_001).strip())
                .replace("⟨NOTES⟩", "[^a]: walk\n\n".repeat(1_001).strip())
                .replace("⟨BELL⟩", "\u0007")
                .replace("⟨ESC⟩", "\u001b")
                .replace("⟨OVERRIDE⟩", "\u202e")
                .replace("⟨FFFE⟩", "\ufffe")
                .replace("⟨BOM⟩", "\uFEFF")
                .replace("⟨MILLION⟩", "Walk on. ".repeat(120_000))
                .replace("⟨WORK⟩", "<b>".repeat(50_000))
                .replace(
                        "⟨COPY⟩",
                        SmallPlaybook.ROLE
                                .replace("Know your role", "What is ours")
                                .replace("[Who does what]", "[]"));
    }

    public static String rules(List<Diagnostic> found) {
        return String.join(
                "\n",
                found.stream()
                        .map(diagnostic -> (diagnostic.isError() ? "error " : "advice ") + diagnostic.code())
                        .toList());
    }

    public static String words(List<Diagnostic> found) {
        return new TextReport("", false)
                .of(found)
                .lines()
                .map(String::stripTrailing)
                .reduce("", (a, b) -> a + "\n" + b)
                .strip();
    }
}
