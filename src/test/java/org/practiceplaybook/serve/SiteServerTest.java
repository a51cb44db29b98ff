package org.practiceplaybook.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** The site while it is written: pages on request, a notice of every change, and nobody else is answered. */
class SiteServerTest extends RunningServer {
    @ParameterizedTest
    @CsvSource({
        "'',                        text/html; charset=utf-8",
        "practices/p.html,          text/html; charset=utf-8",
        "practices/,                text/html; charset=utf-8",
        "pages/two%20words.html,    text/html; charset=utf-8",
        "practices/p.html?q=1,      text/html; charset=utf-8",
        "files/images/a.svg,        image/svg+xml",
        "sitemap.xml,               application/xml; charset=utf-8",
        "robots.txt,                text/plain; charset=utf-8",
        "manifest.webmanifest,      application/manifest+json; charset=utf-8"
    })
    void everyFileOfTheSiteIsServedAsWhatItIs(String path, String type) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains(type);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void aPageIsByteForByteWhatABuildWritesButForTheScriptThatReloadsIt() {
        Content read = ContentFolder.open(content.root()).read(new Workers(1));
        SiteFiles site = SiteFiles.of(
                Linker.link(read, History.NONE, false),
                Theme.of(Bundled.theme(), "en"),
                new SiteOptions("content", "0.0.0", read.settings().downloads(), Map.of()),
                new Workers(1));
        for (SiteFile sheet : site.listed().values()) {
            String served = get(url(sheet.path()))
                    .body()
                    .replaceFirst(
                            "<link rel=\"stylesheet\" href=\"/-/serve.css\">\n<script src=\"/-/reload.js\"[^>]*></script>\n",
                            "")
                    .replaceAll(" data-line=\\\\?\"\\d+\\\\?\"", "");
            assertThat(served)
                    .as(sheet.path())
                    .isEqualTo(new String(sheet.bytes().get(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aChangeIsToldToOpenPagesAndShown() {
        String page = get("practices/p.html").body();
        CompletableFuture<HttpResponse<String>> waiting = ask(desk("changed.js?since=" + version(page)));
        content.practice("p", "time: 5 min");
        long now = changed(waiting);
        assertThat(now).isGreaterThan(version(page));
        assertThat(get("practices/p.html").body())
                .contains("5 min")
                .contains("data-version=\"" + version(get("practices/p.html").body()) + "\"");
    }

    @Test
    void whoComesLateIsToldAtOnce() {
        assertThat(get(desk("changed.js?since=0")).body()).matches("playbookServe\\.is\\(\\d+\\);\\n");
        assertThat(get(desk("changed.js?")).body()).startsWith("playbookServe.is(");
        assertThat(get(desk("changed.js?since=%22);alert(7)//")).body()).matches("playbookServe\\.is\\(\\d+\\);\\n");
    }

    @Test
    void aBrokenFileIsShownOverThePageAndMendedThePageComesBack() {
        long before = version(get("practices/p.html").body());
        content.with("practices/p.md", "---", "title: <b>", "related:", "  q: why", "---", "Text.");
        await(before);
        String notes = notes("index.html");
        assertThat(notes)
                .contains("2 errors", "the summary is missing", "no practice is called \\\"q\\\"", "practices/p.md:4")
                .doesNotContain("<b>");
        assertThat(told.get(told.size() - 1)).filteredOn(Diagnostic::isError).hasSize(2);
        long broken = version(get("index.html").body());
        content.practice("p");
        await(broken);
        assertThat(notes("index.html")).contains("\"errors\":false");
    }

    @Test
    void ofManyErrorsTheFirstAreShown() {
        long before = version(get("").body());
        content.with("pages/many.md", "[x](none.md)\n".repeat(63));
        await(before);
        assertThat(notes("index.html")).contains("63 errors", "… and 13 more, in the terminal.");
    }

    @Test
    void aBrokenTemplateIsToldInsteadOfThePage() throws IOException {
        long before = version(get("practices/p.html").body());
        Path template = temp.resolve("theme/templates/practice.peb");
        Files.writeString(template, "one\n{{ page.nothing }}");
        HttpResponse<String> answer = await(before, "practices/p.html", page -> page.statusCode() == 500);
        assertThat(answer.body())
                .contains("This page cannot be shown", "theme/templates/practice.peb:2: ", "/-/reload.js");
        assertThat(get("index.html").statusCode()).isEqualTo(200);
        long broken = version(answer.body());
        Files.delete(template);
        await(broken);
        assertThat(get("practices/p.html").statusCode()).isEqualTo(200);
    }

    @Test
    void brokenWordsAreToldOnEveryPageUntilTheyAreMended() throws IOException {
        long before = version(get("").body());
        Path words = temp.resolve("theme/words/en.yml");
        Files.createDirectories(words.getParent());
        Files.writeString(words, "nav: [");
        HttpResponse<String> answer = await(before, "index.html", page -> page.statusCode() == 500);
        assertThat(answer.body()).contains("theme/words/en.yml:");
        Files.delete(words);
        assertThat(await(version(answer.body()), "index.html", page -> page.statusCode() == 200)
                        .body())
                .contains("</html>");
    }

    @Test
    void aPageThatIsNotThereSaysSoAndReloadsWhenItComes() {
        HttpResponse<String> answer = get("practices/new.html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("This page is not here", "/-/reload.js")
                .containsPattern("Content-Security-Policy\" content=\"[^\"]*script-src 'self'");
        content.practice("new");
        await(version(answer.body()), "practices/new.html", page -> page.statusCode() == 200);
    }

    @Test
    void aDraftIsShownToItsWriter() {
        long before = version(get("").body());
        content.practice("draft", "state: draft");
        assertThat(await(before, "practices/draft.html", page -> page.statusCode() == 200)
                        .body())
                .contains("This is a draft");
    }

    @Test
    void aFolderWithoutItsSlashLeadsToItsPage() {
        HttpResponse<String> answer = get("practices");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("location")).contains("/practices/");
    }

    /** What a player asks for, of a file of ten bytes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-3        | 206 | bytes 0-3/10 | 0123",
                "bytes=4-         | 206 | bytes 4-9/10 | 456789",
                "bytes=-3         | 206 | bytes 7-9/10 | 789",
                "bytes=-30        | 206 | bytes 0-9/10 | 0123456789",
                "bytes=8-100      | 206 | bytes 8-9/10 | 89",
                "BYTES=0-0        | 206 | bytes 0-0/10 | 0",
                "bytes=9-9        | 206 | bytes 9-9/10 | 9",
                "bytes=10-        | 416 | bytes */10   | ''",
                "bytes=10-12      | 416 | bytes */10   | ''",
                "bytes=-0         | 416 | bytes */10   | ''",
                "bytes=0-1,3-4    | 200 | ''           | 0123456789",
                "bytes=3-1        | 200 | ''           | 0123456789",
                "bytes=a-b        | 200 | ''           | 0123456789",
                "bytes=-          | 200 | ''           | 0123456789",
                "bytes=99999999999999999999- | 200 | '' | 0123456789",
                "lines=0-3        | 200 | ''           | 0123456789"
            })
    void partsOfAFileCanBeAskedFor(String range, int status, String told, String body) throws IOException {
        film();
        HttpResponse<String> answer = ask("files/films/a.mp4", "Range", range).join();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-range").orElse("")).isEqualTo(told);
        assertThat(answer.headers().firstValue("accept-ranges")).contains("bytes");
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void aPartOfWhatWasThereBeforeIsTheWholeOfWhatIsThereNow() throws IOException {
        film();
        assertThat(ask("files/films/a.mp4", "Range", "bytes=0-3", "If-Range", "\"x\"")
                        .join()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeadTellsTheLengthAndSendsNothing() throws IOException {
        film();
        String answer = raw("HEAD /files/films/a.mp4 HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-3\r\n"
                + "Connection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("\r\nContent-Length: 10\r\n")
                .containsIgnoringCase("\r\nContent-Type: video/mp4\r\n")
                .endsWith("\r\n\r\n");
    }
}
