package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.value.HostKind;
import org.practiceplaybook.source.Diagnostic;

/** A template's words for the repository, the site and the address of e-mail never reach a site. */
class HostingTest {
    private static PlaybookSettings written(String address, String repository, String email) {
        return PlaybookSettings.DEFAULT.at(
                Optional.of(address).filter(text -> !text.isEmpty()).map(URI::create),
                Optional.of(repository).filter(text -> !text.isEmpty()).map(URI::create),
                Optional.empty(),
                email);
    }

    /** Settings in a run with these variables: {@code NAME=value NAME=value}. */
    private static PlaybookSettings in(String variables, String remote, PlaybookSettings written) {
        Map<String, String> environment = Arrays.stream(variables.split(" "))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.toMap(pair -> pair.split("=", 2)[0], pair -> pair.split("=", 2)[1]));
        return new Hosting(environment::get, () -> Optional.ofNullable(remote).filter(text -> !text.isEmpty()))
                .settings(written);
    }

    private static String text(Optional<URI> address) {
        return address.map(URI::toString).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/practice-playbook/",
                "https://www.example.com/",
                "https://playbook.example/",
                "http://localhost:4000/",
                "https://your-network.org/playbook/",
                "https://your-domain/"
            })
    void anAddressOfNobodyIsLeftOut(String address) {
        assertThat(in("", "", written(address, "", "")).address()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/example/practice-playbook",
                "https://github.com/your-network/playbook",
                "https://gitlab.com/your-org/playbook",
                "https://github.com/OWNER/REPO",
                "https://codeberg.org/username/playbook",
                "https://git.example.org/group/playbook"
            })
    void aRepositoryOfNobodyIsLeftOut(String repository) {
        assertThat(in("", "", written("", repository, "")).repository()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"playbook@example.org", "you@your-domain.org", "editors@playbook.example"})
    void nobodysMailIsLeftOut(String email) {
        assertThat(in("", "", written("", "", email)).email()).isEmpty();
    }

    @Test
    void whatIsSaidIsKept() {
        PlaybookSettings said =
                written("https://playbook.walks.net/", "https://github.com/walks/playbook", "ann@walks.net");
        assertThat(in("GITHUB_REPOSITORY=other/one CI_PAGES_URL=https://x.gitlab.io/y", "git@github.com:a/b.git", said))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_REPOSITORY=Walks/playbook, https://github.com/Walks/playbook, https://walks.github.io/playbook/",
        "GITHUB_REPOSITORY=walks/walks.github.io, https://github.com/walks/walks.github.io, https://walks.github.io/",
        "GITHUB_SERVER_URL=https://git.walks.net GITHUB_REPOSITORY=a/b, https://git.walks.net/a/b, ''",
        "CI_PROJECT_URL=https://gitlab.com/walks/playbook CI_PAGES_URL=https://walks.gitlab.io/playbook, https://gitlab.com/walks/playbook, https://walks.gitlab.io/playbook/",
        "CI_REPO_URL=https://codeberg.org/walks/playbook, https://codeberg.org/walks/playbook, ''",
        "NETLIFY=true URL=https://walks.netlify.app REPOSITORY_URL=https://github.com/walks/playbook, https://github.com/walks/playbook, https://walks.netlify.app/",
        "URL=https://elsewhere.net, '', ''"
    })
    void theHostSaysWhereThePlaybookIs(String variables, String repository, String address) {
        for (PlaybookSettings silent : List.of(
                written("", "", ""),
                written("https://example.org/playbook/", "https://github.com/example/practice-playbook", ""))) {
            PlaybookSettings settings = in(variables, "", silent);
            assertThat(text(settings.repository())).isEqualTo(repository);
            assertThat(text(settings.address())).isEqualTo(address);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "git@github.com:walks/playbook.git, https://github.com/walks/playbook",
        "ssh://git@git.walks.net:2222/walks/playbook.git, https://git.walks.net/walks/playbook",
        "https://ann:secret@gitlab.com/walks/playbook.git, https://gitlab.com/walks/playbook",
        "https://x-access-token:secret@github.com/walks/playbook, https://github.com/walks/playbook",
        "https://github.com/walks/playbook/, https://github.com/walks/playbook",
        "../playbook.git, ''",
        "/srv/git/playbook.git, ''",
        "file:///srv/git/playbook.git, ''",
        "https://github.com/example/practice-playbook, ''"
    })
    void gitSaysWhereTheTextsAre(String remote, String repository) {
        assertThat(text(in("", remote, written("", "", "")).repository())).isEqualTo(repository);
    }

    @Test
    void whatRunsAHostIsToldByItsVariables() {
        assertThat(in(
                                "GITHUB_SERVER_URL=https://git.walks.net GITHUB_REPOSITORY=a/b GITEA_ACTIONS=true",
                                "",
                                written("", "", ""))
                        .host())
                .contains(HostKind.GITEA);
        assertThat(in("CI_PROJECT_URL=https://git.walks.net/a/b", "", written("", "", ""))
                        .host())
                .contains(HostKind.GITLAB);
    }

    @Test
    void thatNobodyCanBeReachedIsAdvised() {
        assertThat(Hosting.advice(written("", "", ""), List.of()))
                .extracting(Diagnostic::code)
                .containsExactly("nobody-asked");
        assertThat(Hosting.advice(written("", "https://github.com/walks/playbook", ""), List.of()))
                .isEmpty();
        assertThat(Hosting.advice(written("", "", "ann@walks.net"), List.of())).isEmpty();
    }
}
