package org.practiceplaybook.content.asset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.TextDecoder;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.xml.Diagram;
import org.practiceplaybook.xml.Svg;
import org.practiceplaybook.xml.Xml;

/** Looks at the files beside the texts: how large an image is, and whether readers may get the file at all. */
public final class AssetReader {
    private static final int HEAD_BYTES = 1 << 16;
    /** A photo may carry a preview and what an editor did to it before it says how large it is. */
    private static final int LONG_HEAD_BYTES = 4 << 20;
    /** What a phone loads in two seconds where there is little signal. */
    private static final long HEAVY = 500 << 10;

    private static final int LARGEST_SVG = 4 << 20;
    private static final int LARGEST_DIAGRAM = 16 << 20;
    /** Encodings of which a browser makes the same letters. */
    private static final Set<String> ONE_BYTE =
            Set.of("us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "cp1252");

    private static final Set<String> MEASURED = Set.of("png", "gif", "jpg", "jpeg", "webp", "avif", "bmp");
    /** What a browser shows or saves without running anything in it. */
    /** The ends of names that may be part of the site. */
    static final Set<String> ALLOWED = Set.of(
            "png",
            "jpg",
            "jpeg",
            "gif",
            "webp",
            "avif",
            "ico",
            "bmp",
            "svg",
            "pdf",
            "txt",
            "csv",
            "tsv",
            "rtf",
            "doc",
            "docx",
            "xls",
            "xlsx",
            "ppt",
            "pptx",
            "odt",
            "ods",
            "odp",
            "odg",
            "key",
            "numbers",
            "epub",
            "zip",
            "mp3",
            "m4a",
            "ogg",
            "oga",
            "opus",
            "wav",
            "flac",
            "mp4",
            "m4v",
            "webm",
            "ogv",
            "vtt",
            "srt",
            "json",
            "yml",
            "yaml",
            "toml",
            "ics",
            "vcf",
            "bib",
            "drawio",
            "excalidraw");

    private static final Optional<Diagnostic> NOTHING = Optional.empty();

    private AssetReader() {}

    /** May files of this kind be part of the site at all, by the end of their names? */
    public static boolean isAllowed(String path) {
        return ALLOWED.contains(end(path));
    }

    private static String end(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static boolean isVectorImage(String path) {
        return end(path).equals("svg");
    }

    /** A file as part of the playbook, and what is told of it. */
    public record Reading(ContentAsset asset, List<Diagnostic> diagnostics) {}

    /**
     * Looks at a file.
     *
     * @throws MachineRefused where it cannot be read
     */
    public static Reading read(String path, Path location, long bytes) {
        String end = end(path);
        if (!ALLOWED.contains(end)) {
            return new Reading(
                    new ContentAsset(
                            path,
                            Optional.of(location),
                            Optional.empty(),
                            Optional.of("files of this kind are not put into the site")),
                    List.of());
        }
        try {
            if (isVectorImage(path)) {
                Svg.Cleaned drawing =
                        bytes > LARGEST_SVG ? tooLarge(path) : vectorImage(path, Files.readAllBytes(location));
                List<Diagnostic> found = new ArrayList<>(drawing.found());
                if (bytes <= LARGEST_SVG) {
                    heavy(path, bytes, Optional.empty()).ifPresent(found::add);
                }
                Optional<ImageSize> size = SvgSize.of(new String(drawing.bytes(), StandardCharsets.UTF_8));
                return new Reading(new ContentAsset(path, Optional.of(location), size, Optional.empty()), found);
            }
            byte[] head = head(location, HEAD_BYTES);
            boolean measured = MEASURED.contains(end);
            Optional<ImageSize> size = measured ? ImageSize.of(head) : Optional.empty();
            if (measured && size.isEmpty() && bytes > HEAD_BYTES) {
                size = ImageSize.of(head(location, LONG_HEAD_BYTES));
            }
            Optional<String> danger = isMarkup(head) && !(end.equals("drawio") && isDiagram(location, bytes))
                    ? Optional.of("it begins as a page of the web does, which a browser may run")
                    : Optional.empty();
            return new Reading(
                    new ContentAsset(path, Optional.of(location), size, danger),
                    Stream.of(otherKind(path, end, head), measured ? heavy(path, bytes, size) : NOTHING)
                            .flatMap(Optional::stream)
                            .toList());
        } catch (IOException e) {
            throw MachineRefused.because("read " + location, e);
        }
    }

    /** A picture whose name says that it is of another kind: browsers look into the file, other programs believe the name. */
    private static Optional<Diagnostic> otherKind(String path, String end, byte[] head) {
        if (!MEASURED.contains(end)) {
            return NOTHING;
        }
        String saved = "save it again as " + end.toUpperCase(Locale.ROOT);
        return ImageSize.kind(head)
                .filter(kind -> !kind.equals(end.equals("jpeg") ? "jpg" : end))
                .map(kind -> Diagnostic.of(
                                RuleCode.IMAGE_KIND,
                                SourceFile.unread(path).whole(),
                                "this picture is a " + kind.toUpperCase(Locale.ROOT) + ", and its name ends in ." + end)
                        .effect(
                                MEASURED.contains(kind)
                                        ? "it in a browser, and in many books and editors a broken picture"
                                        : "a broken picture in most browsers")
                        .remedy(
                                MEASURED.contains(kind)
                                        ? "name it "
                                                + path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.') + 1)
                                                + kind + ", here and where it is shown, or " + saved
                                        : saved));
    }

    /** A picture that takes long to load. */
    private static Optional<Diagnostic> heavy(String path, long bytes, Optional<ImageSize> size) {
        boolean tooLarge = size.filter(ImageSize::isTooLarge).isPresent();
        if (!tooLarge && bytes <= HEAVY) {
            return NOTHING;
        }
        return Optional.of(Diagnostic.of(
                        RuleCode.IMAGE_HEAVY,
                        SourceFile.unread(path).whole(),
                        tooLarge
                                ? "this picture is " + size.get().width() + " x "
                                        + size.get().height() + " pixels, too many to make a smaller one of it"
                                : "this picture has " + (bytes >> 10) + " KB")
                .effect(
                        tooLarge
                                ? "nothing of it for a long time on a phone, which may never show it"
                                : "it late on a phone, and every copy of the playbook carries all of it")
                .remedy(
                        isVectorImage(path)
                                ? "make it simpler, or save it as PNG"
                                : "save it with about 1,600 pixels in width: a photo as JPEG, a drawing as PNG"));
    }

    /** A vector image as readers get it, and what is told of it. */
    static Svg.Cleaned vectorImage(String path, byte[] bytes) {
        if (bytes.length > LARGEST_SVG) {
            return tooLarge(path);
        }
        String encoding = Xml.encoding(bytes);
        if (!encoding.equals("utf-8") && !ONE_BYTE.contains(encoding)) {
            return Svg.unreadable(
                    SourceFile.unread(path),
                    "this picture is in " + encoding.toUpperCase(Locale.ROOT),
                    "save it in UTF-8");
        }
        if (ONE_BYTE.contains(encoding)) {
            return Svg.clean(new SourceFile(path, new String(bytes, Charset.forName("windows-1252"))));
        }
        List<Diagnostic> found = new ArrayList<>();
        SourceFile file = TextDecoder.decode(path, bytes, found);
        found.removeIf(diagnostic -> !diagnostic.isError()); // XML may begin with a byte order mark
        if (!found.isEmpty()) {
            return Svg.unreadable(file, "this picture is not in UTF-8", "save it in UTF-8, or again as plain SVG");
        }
        return Svg.clean(file);
    }

    private static Svg.Cleaned tooLarge(String path) {
        return Svg.unreadable(
                SourceFile.unread(path),
                "this picture is larger than " + (LARGEST_SVG >> 20) + " MB",
                "make it simpler, or save it as PNG");
    }

    private static boolean isDiagram(Path location, long bytes) throws IOException {
        return bytes <= LARGEST_DIAGRAM && Diagram.isHarmless(Files.readAllBytes(location));
    }

    /** Of a file whose kind it does not know, and of any on a disk, a browser goes by how it begins. */
    private static boolean isMarkup(byte[] head) {
        String signs = new String(head, StandardCharsets.ISO_8859_1);
        boolean utf8 = signs.startsWith("\u00ef\u00bb\u00bf");
        boolean utf16 = signs.startsWith("\u00fe\u00ff") || signs.startsWith("\u00ff\u00fe");
        String blanks = utf16 ? " \t\n\f\r\0" : " \t\n\f\r";
        int at = utf8 ? 3 : utf16 ? 2 : 0;
        while (at < signs.length() && blanks.indexOf(signs.charAt(at)) >= 0) {
            at++;
        }
        return at < signs.length() && signs.charAt(at) == '<';
    }

    private static byte[] head(Path location, int most) throws IOException {
        try (InputStream in = Files.newInputStream(location)) {
            return in.readNBytes(most);
        }
    }

    /**
     * What readers get: the file's bytes, of a vector image what is left of it when it can do nothing but be seen.
     *
     * @throws MachineRefused where the file cannot be read
     */
    public static byte[] bytes(ContentAsset asset) {
        Path location = asset.location().orElseThrow();
        try {
            byte[] bytes = Files.readAllBytes(location);
            return isVectorImage(asset.path())
                    ? vectorImage(asset.path(), bytes).bytes()
                    : bytes;
        } catch (IOException e) {
            throw MachineRefused.because("read " + location, e);
        }
    }
}
