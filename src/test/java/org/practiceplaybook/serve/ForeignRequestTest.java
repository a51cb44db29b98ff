package org.practiceplaybook.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** Nobody but the site's own pages is answered. */
class ForeignRequestTest extends RunningServer {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../content/playbook.yml",
                "/%2e%2e/content/playbook.yml",
                "/..%2fcontent/playbook.yml",
                "/files/../../content/playbook.yml",
                "/files/..%5c..%5ccontent%5cplaybook.yml",
                "/files/playbook.yml",
                "//etc/passwd",
                "/content/playbook.yml",
                "/-/../reload.js",
                "/-/nothing.js"
            })
    void nothingButTheSiteIsServed(String path) throws IOException {
        String answer = raw(
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: none\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 404 ").doesNotContain("address:", "root:");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,          200",
        "localhost:4000,     200",
        "LOCALHOST:4000,     200",
        "127.0.0.1:4000,     200",
        "[::1]:4000,         200",
        "evil.example,       403",
        "localhost.evil.org, 403",
        "127.0.0.1.nip.io,   403",
        "evil.org:4000,      403"
    })
    void onlyThisMachinesOwnNamesAreAnswered(String host, String status) throws IOException {
        for (String path : List.of("/", "/-/serve.css")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void withoutAHostNobodyIsAnswered() throws IOException {
        assertThat(raw("GET / HTTP/1.0\r\n\r\n")).contains(" 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void nothingCanBeWritten(String method) throws IOException {
        String answer = raw(method + " /index.html HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("\r\nAllow: GET, HEAD\r\n");
    }

    /** The browser's headers, and what a page, a script of the site, one of the desk and an image then answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sec-Fetch-Site: same-origin                                                       | 200 200 200 200",
                "Sec-Fetch-Site: none; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document          | 200 200 200 200",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: no-cors; Sec-Fetch-Dest: script       | 403 403 403 403",
                "Sec-Fetch-Site: same-site; Sec-Fetch-Mode: no-cors; Sec-Fetch-Dest: script        | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: no-cors; Sec-Fetch-Dest: image        | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: cors; Sec-Fetch-Dest: empty           | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: iframe      | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: object      | 403 403 403 403",
                "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document    | 200 200 403 200",
                "Sec-Fetch-Site: same-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document     | 200 200 403 200",
                "Sec-Fetch-Site: cross-site                                                        | 403 403 403 403",
                "Sec-Fetch-Site: same-origin; Sec-Fetch-Site: cross-site                           | 403 403 403 403",
                "Sec-Fetch-Site: SAME-ORIGIN, none                                                 | 403 403 403 403",
                "Sec-Fetch-Site:                                                                   | 403 403 403 403",
                "Origin: https://evil.example                                                      | 403 403 403 403",
                "Origin: http://localhost:5000                                                     | 403 403 403 403",
                "Origin: null                                                                      | 403 403 403 403",
                "Origin: null; Sec-Fetch-Site: same-origin                                         | 403 403 403 403",
                "Origin: http://localhost:4000; Referer: http://localhost:4000/                    | 200 200 200 200",
                "Origin: https://localhost:4000; Referer: http://localhost:4000/                   | 403 403 403 403",
                "Accept: */*                                                                       | 200 403 403 200",
                "Referer: http://localhost:4000/practices/p.html                                   | 200 200 200 200",
                "Referer: http://localhost:40001/                                                  | 200 403 403 200",
                "Referer: http://localhost:5000/                                                   | 200 403 403 200",
                "Referer: https://evil.example/http://localhost:4000/                              | 200 403 403 200",
                "Referer: http://localhost:4000/; Referer: http://evil.example/                    | 200 403 403 200"
            })
    void onlyItsOwnPagesAreAnswered(String headers, String statuses) throws IOException {
        List<String> paths =
                List.of("practices/p.html", "search/index.js", desk("changed.js?since=0"), "files/images/a.svg");
        String sent =
                "Host: localhost:4000\r\n" + headers.replaceAll(" *; ", "\r\n").strip() + "\r\n";
        StringBuilder got = new StringBuilder();
        for (String path : paths) {
            String answer = raw("GET /" + path + " HTTP/1.1\r\n" + sent + "Connection: close\r\n\r\n");
            got.append(answer, 9, 12).append(' ');
            assertThat(answer).doesNotContainIgnoringCase("Access-Control-");
        }
        assertThat(got.toString().strip()).isEqualTo(statuses);
    }

    @Test
    void noScriptWithDraftsOrNotesIsGivenToAPageThatIsNotOurs() throws IOException {
        long before = version(get("").body());
        content.practice("draft", "state: draft");
        await(before);
        List<String> scripts = new java.util.ArrayList<>(List.of("-/notes.js?since=0&page=index.html", "-/reload.js"));
        Content read = ContentFolder.open(content.root()).read(new Workers(1));
        SiteFiles site = SiteFiles.of(
                Linker.link(read, History.NONE, true),
                Theme.of(Bundled.theme(), "en"),
                new SiteOptions("content", "0.0.0", Map.of()),
                new Workers(1));
        site.listed().keySet().stream().filter(path -> path.endsWith(".js")).forEach(scripts::add);
        assertThat(scripts).anyMatch(path -> path.contains("contribute/rules.js"));
        for (String path : scripts) {
            String answer = raw("GET /" + path + " HTTP/1.1\r\nHost: localhost:4000\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .startsWith("HTTP/1.1 403 ")
                    .containsIgnoringCase("\r\nContent-Type: text/plain; charset=utf-8\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&token=", "&token=0123456789abcdef0123456789abcdef", "&token=%00"})
    void whoDoesNotKnowTheWordOfThisStartIsNotTold(String token) {
        for (String name : List.of("notes.js", "changed.js")) {
            HttpResponse<String> answer = get("-/" + name + "?since=0&page=index.html" + token);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .doesNotContain("playbookServe", content.root().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "search/index.js",
                "files/images/a.svg",
                "none.html",
                "-/reload.js",
                "-/none",
                "practices",
                "-/notes.js"
            })
    void everyAnswerKeepsOtherSitesOut(String path) {
        Map<String, List<String>> headers = get(path).headers().map();
        assertThat(headers)
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("referrer-policy", List.of("same-origin"))
                .containsEntry("cache-control", List.of("no-store"));
        assertThat(headers.get("content-security-policy").get(0)).contains("frame-ancestors 'none'");
    }

    @Test
    void anImageOpenedAsAPageRunsNothing() {
        assertThat(get("files/images/a.svg").headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'; ").contains("sandbox"));
    }
}
