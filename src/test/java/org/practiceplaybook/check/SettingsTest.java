package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;

/** What the playbook should say of itself. */
class SettingsTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void anAddressIsNeededForFeeds() {
        Diagnostic advice = Found.by(new Settings(), playbook.with("playbook.yml", "name: P"))
                .get(0);
        assertThat(Found.line(advice))
                .isEqualTo("advice playbook.yml no-address: the playbook does not say where on the web it will be");
        assertThat(advice.remedy()).contains("address: and where the site will be");
        assertThat(advice.edit()).isEmpty();
    }

    @Test
    void withAnAddressAllIsSaid() {
        assertThat(Found.lines(new Settings(), playbook.with("playbook.yml", "address: https://example.org/")))
                .isEmpty();
    }
}
