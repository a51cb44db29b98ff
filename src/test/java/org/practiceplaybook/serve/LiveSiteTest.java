package org.practiceplaybook.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.work.MachineRefused;

/** The site keeps in step with the files. */
class LiveSiteTest {
    @TempDir
    Path temp;

    private PlaybookFolder content;
    private Path theme;

    @BeforeEach
    void begin() throws IOException {
        content = new PlaybookFolder(temp.resolve("content")).practice("p");
        theme = Files.createDirectories(temp.resolve("theme/words")).getParent();
    }

    @Test
    void withoutAChangeThereIsNothingNew() {
        LiveSite desk = desk(Optional.of(theme));
        assertThat(desk.refresh(List.of())).isPresent();
        assertThat(desk.refresh(List.of())).isEmpty();
        content.practice("q");
        assertThat(desk.refresh(List.of())).map(Snapshot::version).contains(2L);
        assertThat(desk.refresh(List.of())).isEmpty();
    }

    @Test
    void filesComeAndGo() throws IOException {
        LiveSite desk = desk(Optional.empty());
        desk.refresh(List.of());
        content.practice("q");
        assertThat(desk.refresh(List.of()).orElseThrow().files().orElseThrow().listed())
                .containsKeys("practices/p.html", "practices/q.html");
        Files.move(content.root().resolve("practices/q.md"), content.root().resolve("practices/r.md"));
        assertThat(desk.refresh(List.of()).orElseThrow().files().orElseThrow().listed())
                .containsKey("practices/r.html")
                .doesNotContainKey("practices/q.html");
    }

    @Test
    void anotherLanguageIsAnotherThemeAlsoWithoutAFolderOfItsOwn() {
        LiveSite desk = desk(Optional.empty());
        assertThat(page(desk.refresh(List.of()).orElseThrow())).contains("<html lang=\"en\"", "\"inLanguage\":\"en\"");
        content.with("playbook.yml", "language: fr");
        assertThat(page(desk.refresh(List.of()).orElseThrow())).contains("<html lang=\"fr\"", "\"inLanguage\":\"fr\"");
    }

    @Test
    void aChangeIsNotForgottenWhenTheThemeCannotBeReadAtThatMoment() throws IOException {
        LiveSite desk = desk(Optional.of(theme));
        desk.refresh(List.of());
        content.practice("q");
        Path away = temp.resolve("away");
        Files.move(theme, away);
        assertThatThrownBy(() -> desk.refresh(List.of())).isInstanceOf(MachineRefused.class);
        Files.move(away, theme);
        assertThat(desk.refresh(List.of()).orElseThrow().files().orElseThrow().listed())
                .containsKey("practices/q.html");
    }

    private LiveSite desk(Optional<Path> themeFolder) {
        return new LiveSite(content.root(), themeFolder, UnaryOperator.identity(), "content", "0.0.0");
    }

    private static String page(Snapshot site) {
        return new String(site.sheet("practices/p.html").orElseThrow().bytes().get(), StandardCharsets.UTF_8);
    }
}
