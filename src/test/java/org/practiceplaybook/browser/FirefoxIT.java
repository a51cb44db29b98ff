package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Firefox shows the site as Chromium does: from a disk, in a folder with a difficult name, and below a path of a server. */
class FirefoxIT {
    private static Firefox firefox;
    private static Path folder;

    @BeforeAll
    static void start(@TempDir Path temp) {
        folder = BuiltSite.get().copy(temp.resolve("a b#c%20d ü"));
        firefox = Firefox.start(temp.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        firefox.close();
    }

    @Test
    void fromADisk() {
        String home = folder.toUri().toString();
        // only a server shows the page for what is not there
        walk(
                home,
                BuiltSite.get().pages().stream()
                        .filter(path -> !path.equals("404.html"))
                        .toList());
        firefox.go(home + "downloads/practice-playbook.html");
        assertThat(firefox.value("document.querySelectorAll('.leaf.is-here').length"))
                .isEqualTo("1");
        firefox.value("location.hash = '#practices/know-your-role:watch-out-for'");
        firefox.await("document.querySelector('.leaf.is-here').id === 'practices/know-your-role'");
        firefox.type("/pausing");
        firefox.await(
                "/^[0-9]+ pages? found$/.test(document.querySelector('.single-found [role=status]').textContent)");
        firefox.type("\uE007");
        firefox.await("document.querySelector('.leaf.is-here').id === 'practices/pause-to-move-faster'");
        firefox.back();
        firefox.await("document.querySelector('.leaf.is-here').id === 'practices/know-your-role'");
        assertThat(firefox.complaints()).isEmpty();
    }

    @Test
    void belowAPathOfAServer() {
        try (SubPathServer server = new SubPathServer(folder)) {
            walk(server.address(), BuiltSite.kinds());
        }
    }

    /** A reader's way: pages, the search of the first page, the dialog, a form, the look. */
    private static void walk(String home, List<String> pages) {
        int before = firefox.requests().size();
        for (String path : pages) {
            firefox.go(home + path);
            assertThat(firefox.value("document.querySelectorAll('h1').length > 0"))
                    .as(path)
                    .isEqualTo("true");
        }
        firefox.go(home + "index.html");
        firefox.value("document.querySelector('.search-form [name=q]').focus()");
        firefox.type("pausing\uE007");
        firefox.await("location.pathname.endsWith('search.html') && document.querySelector('.hit')");
        assertThat(firefox.value("document.querySelector('.hit-title').textContent"))
                .isEqualTo("Pause to move faster");
        firefox.back();
        firefox.await("document.body && document.body.className === 'on-home'");
        firefox.value("document.activeElement.blur()");
        firefox.type("/");
        firefox.await("document.querySelector('dialog[open] input')");
        firefox.type("role");
        firefox.await("document.querySelector('dialog[open] .hit')");
        firefox.type("\uE00C");
        firefox.await("!document.querySelector('dialog[open]')");
        firefox.value("document.querySelector('[data-theme-button]').click()");
        firefox.go(home + "search.html?q=team");
        firefox.await("document.querySelectorAll('.hit-group').length > 1");
        firefox.value("document.querySelector('input[name=type][value=practice]').click()");
        firefox.await("document.querySelectorAll('.hit-group').length === 1 && location.search.includes('practice')");
        firefox.go(home + "contribute/write-a-practice.html");
        firefox.await("document.querySelector('.sheet [name=title]')");
        assertThat(firefox.value("document.documentElement.dataset.theme")).isIn("dark", "light");
        firefox.value("document.querySelector('.sheet [name=title]').focus()");
        firefox.type("Walk in pairs");
        firefox.await("document.querySelector('[data-preview]').textContent.includes('Walk in pairs')");
        firefox.go(home + "contribute/write-a-practice.html");
        firefox.await("document.querySelector('.sheet [name=title]').value === 'Walk in pairs'");
        firefox.go(home + "practices/know-your-role.run.html");
        firefox.type("\uE014\uE014");
        firefox.await("location.hash === '#run.1.2'");
        firefox.value("document.querySelector('[data-go]').click()");
        firefox.await("/^14:5/.test(document.querySelector('[data-digits]').textContent)");
        assertThat(firefox.pdf()).startsWith("%PDF").hasSizeGreaterThan(10_000);
        assertThat(firefox.requests().subList(before, firefox.requests().size()).stream()
                        .filter(url -> !url.endsWith("/favicon.ico"))) // which it asks of each server by itself
                .isNotEmpty()
                .allMatch(url -> url.startsWith(home) || url.startsWith("data:") || url.startsWith("blob:"));
        assertThat(firefox.complaints()).isEmpty();
    }
}
