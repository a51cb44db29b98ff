package org.practiceplaybook.content.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Browsers are told what a file is, and are told to believe it: so each kind has its type. */
class MediaTypesTest {
    static Set<String> ends() {
        return AssetReader.ALLOWED;
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whateverContentMayHoldHasAType(String end) {
        assertThat(MediaTypes.of("files/a." + end)).isNotEqualTo(MediaTypes.ANY).contains("/");
    }

    @ParameterizedTest
    @CsvSource({
        "a.MP3, audio/mpeg",
        "a/b.mp4, video/mp4",
        "a.m4a, audio/mp4",
        "a.ogg, audio/ogg",
        "a.webm, video/webm",
        "a.csv, text/csv; charset=utf-8",
        "a.webp, image/webp",
        "a.avif, image/avif",
        "a.woff2, font/woff2",
        "a.epub, application/epub+zip",
        "a.zip, application/zip",
        "a.pdf, application/pdf",
        "a.txt, text/plain; charset=utf-8",
        "manifest.webmanifest, application/manifest+json; charset=utf-8",
        "a.html.exe, application/octet-stream",
        "html, text/html; charset=utf-8"
    })
    void eachKindIsWhatItIs(String path, String type) {
        assertThat(MediaTypes.of(path)).isEqualTo(type);
    }

    @Test
    void whatIsNotKnownIsSavedAndNotRun() {
        assertThat(MediaTypes.of("LICENSE")).isEqualTo("application/octet-stream");
    }
}
