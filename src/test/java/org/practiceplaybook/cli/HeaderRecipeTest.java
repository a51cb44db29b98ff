package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.theme.Bundled;

/** What a new playbook is told to have its server say is what its pages say themselves. */
class HeaderRecipeTest {
    private static final String README = new String(Bundled.repository("en").get("README.md"), StandardCharsets.UTF_8);
    private static final String PAGE = new String(
            new PlaybookFolder(Path.of("content"))
                    .files()
                    .at("index.html")
                    .orElseThrow()
                    .bytes()
                    .get(),
            StandardCharsets.UTF_8);

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void thePolicyIsThatOfThePages() {
        List<String> page = all("http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"", PAGE);
        assertThat(page).hasSize(1);
        assertThat(all("Content-Security-Policy:? \"?([^\"\\n]+)", README))
                .hasSize(3)
                .containsOnly(page.get(0));
    }

    @Test
    void eachServerIsToldTheRestToo() {
        assertThat(all("(?m)(nosniff)(?: always;)?$", README)).hasSize(3);
        assertThat(all("(?m)X-Frame-Options:? (DENY)(?: always;)?$", README)).hasSize(3);
        assertThat(all("(public, max-age=31536000, immutable)", README)).hasSize(3);
        assertThat(README).contains("GitHub Pages", "GitLab Pages", "Netlify, Cloudflare Pages", "nginx", "Apache");
    }
}
