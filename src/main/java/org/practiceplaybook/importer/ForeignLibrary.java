package org.practiceplaybook.importer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.asset.AssetReader;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.PageMarkdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.TextDecoder;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/**
 * The folder of another library. Nothing outside it is read: links on disk are not followed.
 *
 * @param texts its Markdown files, by path
 * @param others all other files: path and place on disk
 */
public record ForeignLibrary(List<ForeignText> texts, Map<String, Path> others, List<Diagnostic> diagnostics) {
    private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mdown", "mkd", "mdx");
    private static final Set<String> SKIPPED = Set.of("node_modules", "_site", "vendor", "target", "__pycache__");
    /** Where GitBook keeps images and downloads. */
    private static final String GITBOOK = ".gitbook";

    /** In bytes: GitHub takes no larger file. */
    public static final long LARGEST_OTHER = 100L << 20;

    /** Reads all of it. */
    public static ForeignLibrary read(Path root, Workers workers) {
        Map<String, Path> texts = new TreeMap<>();
        Map<String, Path> others = new TreeMap<>();
        List<Diagnostic> told = new ArrayList<>();
        walk(root, texts, others, told);
        Markdown markdown = PageMarkdown.of(QuotationMarks.of("en"));
        List<Read> read =
                workers.map(List.copyOf(texts.entrySet()), file -> read(file.getKey(), file.getValue(), markdown));
        read.forEach(one -> told.addAll(one.told()));
        return new ForeignLibrary(
                read.stream().flatMap(one -> one.text().stream()).toList(), others, told);
    }

    private record Read(Optional<ForeignText> text, List<Diagnostic> told) {
        static Read nothing(String path, String why) {
            return new Read(Optional.empty(), List.of(skipped(path, why)));
        }
    }

    private static Read read(String path, Path file, Markdown markdown) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(ContentFolder.LARGEST_TEXT + 1);
            List<Diagnostic> found = new ArrayList<>();
            SourceFile source = TextDecoder.decode(path, bytes, found);
            if (bytes.length > ContentFolder.LARGEST_TEXT || source.text().length() > Markdown.LONGEST_TEXT) {
                return Read.nothing(
                        path, "it is longer than " + Markdown.LONGEST_TEXT + " characters, which no text may be");
            }
            Optional<Diagnostic> encoding =
                    found.stream().filter(Diagnostic::isError).findFirst().map(problem -> encoding(problem, source));
            if (encoding.isPresent() && isNoText(bytes, found)) {
                return Read.nothing(path, "it is no text, whatever its name says");
            }
            ForeignText text = ForeignText.read(source, markdown);
            List<Diagnostic> told = new ArrayList<>(encoding.stream().toList());
            told.addAll(text.diagnostics());
            return new Read(Optional.of(text), told);
        } catch (IOException e) {
            return Read.nothing(path, MachineRefused.because("read it", e).getMessage());
        }
    }

    /** Neither UTF-8 nor UTF-16, and with the byte that no other encoding of a text has. */
    private static boolean isNoText(byte[] bytes, List<Diagnostic> found) {
        boolean zero = false;
        for (int i = 0; i < bytes.length && !zero; i++) {
            zero = bytes[i] == 0;
        }
        return zero && found.stream().noneMatch(problem -> problem.rule() == RuleCode.UTF_16);
    }

    private static Diagnostic encoding(Diagnostic problem, SourceFile source) {
        String as = problem.rule() == RuleCode.UTF_16 ? "UTF-16" : "Windows-1252";
        return Diagnostic.of(
                RuleCode.ENCODING,
                source.whole(),
                "it is not in UTF-8; it was read as " + as + ": look at its accents");
    }

    private static void walk(Path root, Map<String, Path> texts, Map<String, Path> others, List<Diagnostic> told) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName() == null
                            ? ""
                            : folder.getFileName().toString();
                    boolean skipped = !folder.equals(root)
                            && (name.startsWith(".") && !name.equals(GITBOOK) || SKIPPED.contains(name));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String path = root.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/");
                    if (file.getFileName().toString().startsWith(".")) {
                        return FileVisitResult.CONTINUE;
                    }
                    if (!attributes.isRegularFile()) {
                        told.add(skipped(
                                path,
                                attributes.isSymbolicLink()
                                        ? "a link on disk is not followed"
                                        : "it is no ordinary file"));
                    } else if (path.indexOf('\uFFFD') >= 0) {
                        told.add(skipped(path, "its name is not written in UTF-8; rename it"));
                    } else if (MARKDOWN.contains(end(path))) {
                        texts.put(path, file);
                    } else if (attributes.size() > LARGEST_OTHER && AssetReader.isAllowed(path)) {
                        told.add(skipped(
                                path,
                                "it is larger than " + (LARGEST_OTHER >> 20) + " MB, which GitHub does not take"));
                    } else {
                        others.put(path, file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    told.add(skipped(
                            root.relativize(file).toString(),
                            MachineRefused.because("read it", e).getMessage()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw MachineRefused.because("read " + root, e);
        }
    }

    /** Another file as text; empty where it cannot be read or is longer than any list of contents. */
    SourceFile small(String path) {
        try (InputStream in = Files.newInputStream(others.get(path))) {
            byte[] bytes = in.readNBytes(ContentFolder.LARGEST_TEXT + 1);
            return bytes.length > ContentFolder.LARGEST_TEXT
                    ? new SourceFile(path, "")
                    : TextDecoder.decode(path, bytes, new ArrayList<>());
        } catch (IOException e) {
            return new SourceFile(path, "");
        }
    }

    private static Diagnostic skipped(String path, String why) {
        String seen = path.replaceAll("\\p{Cntrl}", "\uFFFD");
        return Diagnostic.of(RuleCode.LEFT_OUT, SourceFile.unread(seen).whole(), "left out: " + why);
    }

    /** The end of a file's name in small letters, without the dot. */
    static String end(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT);
    }

    /** All its paths, of files and of folders, for a mapping to name. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>(others.keySet());
        texts.forEach(text -> paths.add(text.file().path()));
        diagnostics.forEach(one -> paths.add(one.place().file().path()));
        for (String path : List.copyOf(paths)) {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                paths.add(path.substring(0, slash));
            }
        }
        return paths;
    }

    /** Is this a path that is passed over without a word? */
    static boolean isSkipped(String path) {
        return Stream.of(path.split("/")).anyMatch(name -> name.startsWith(".") || SKIPPED.contains(name));
    }
}
