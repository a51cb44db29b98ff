package org.practiceplaybook.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.work.MachineRefused;

/** Looks at the files beside the texts: how large an image is, and whether readers may get the file at all. */
public final class AssetReader {
    private static final int HEAD_BYTES = 1 << 16;
    private static final int LARGEST_SVG = 4 << 20;
    private static final Set<String> MEASURED = Set.of("png", "gif", "jpg", "jpeg", "webp");
    /** What a browser shows or saves without running anything in it. */
    private static final Set<String> ALLOWED = Set.of(
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

    private AssetReader() {}

    /** May files of this kind be part of the site at all, by the end of their names? */
    public static boolean isAllowed(String path) {
        return ALLOWED.contains(end(path));
    }

    private static String end(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static FileReading read(String path, Path location, long bytes) {
        String end = end(path);
        if (!ALLOWED.contains(end)) {
            return FileReading.of(new ContentAsset(
                    path,
                    Optional.of(location),
                    Optional.empty(),
                    Optional.of("files of this kind are not put into the site")));
        }
        try {
            if (end.equals("svg")) {
                Optional<String> danger = bytes > LARGEST_SVG
                        ? Optional.of("it is larger than " + (LARGEST_SVG >> 20) + " MB")
                        : Svg.danger(Files.readAllBytes(location));
                return FileReading.of(new ContentAsset(path, Optional.of(location), Optional.empty(), danger));
            }
            Optional<ImageSize> size = MEASURED.contains(end) ? ImageSize.of(head(location)) : Optional.empty();
            return FileReading.of(new ContentAsset(path, Optional.of(location), size, Optional.empty()));
        } catch (IOException e) {
            throw MachineRefused.because("read " + location, e);
        }
    }

    private static byte[] head(Path location) throws IOException {
        try (InputStream in = Files.newInputStream(location)) {
            return in.readNBytes(HEAD_BYTES);
        }
    }
}
