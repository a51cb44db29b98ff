package org.practiceplaybook.content.asset;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The media type (RFC 6838) of each kind of file that a site can hold, by the end of its name. */
public final class MediaTypes {
    /** Of what has no type of its own: a browser saves it, and takes it for nothing else. */
    public static final String ANY = "application/octet-stream";

    private static final Map<String, String> TYPES = new HashMap<>();

    static {
        text("html", "text/html");
        text("css", "text/css");
        text("js", "text/javascript");
        text("txt", "text/plain");
        text("csv", "text/csv");
        text("tsv", "text/tab-separated-values");
        text("vtt", "text/vtt");
        text("srt", "application/x-subrip");
        text("ics", "text/calendar");
        text("vcf", "text/vcard");
        text("bib", "application/x-bibtex");
        text("json", "application/json");
        text("webmanifest", "application/manifest+json");
        text("yml yaml", "application/yaml");
        text("toml", "application/toml");
        text("xml", "application/xml");
        file("svg", "image/svg+xml");
        file("png", "image/png");
        file("jpg jpeg", "image/jpeg");
        file("gif", "image/gif");
        file("webp", "image/webp");
        file("avif", "image/avif");
        file("ico", "image/x-icon");
        file("bmp", "image/bmp");
        file("woff2", "font/woff2");
        file("mp3", "audio/mpeg");
        file("m4a", "audio/mp4");
        file("ogg oga opus", "audio/ogg");
        file("wav", "audio/wav");
        file("flac", "audio/flac");
        file("mp4 m4v", "video/mp4");
        file("webm", "video/webm");
        file("ogv", "video/ogg");
        file("pdf", "application/pdf");
        file("epub", "application/epub+zip");
        file("zip", "application/zip");
        file("rtf", "application/rtf");
        file("doc", "application/msword");
        file("xls", "application/vnd.ms-excel");
        file("ppt", "application/vnd.ms-powerpoint");
        file("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        file("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        file("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
        file("odt", "application/vnd.oasis.opendocument.text");
        file("ods", "application/vnd.oasis.opendocument.spreadsheet");
        file("odp", "application/vnd.oasis.opendocument.presentation");
        file("odg", "application/vnd.oasis.opendocument.graphics");
        file("key", "application/vnd.apple.keynote");
        file("numbers", "application/vnd.apple.numbers");
        file("drawio", "application/vnd.jgraph.mxfile");
        file("excalidraw", "application/vnd.excalidraw+json");
    }

    private MediaTypes() {}

    private static void text(String ends, String type) {
        file(ends, type + "; charset=utf-8");
    }

    private static void file(String ends, String type) {
        for (String end : ends.split(" ")) {
            TYPES.put(end, type);
        }
    }

    /** Is this a kind of file that browsers show as an image? */
    public static boolean isImage(String path) {
        return of(path).startsWith("image/");
    }

    /**
     * The type of a file, with the encoding of its letters where it is a text.
     *
     * @param path or only a name
     * @return {@link #ANY} for a kind that no site holds
     */
    public static String of(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), ANY);
    }
}
