package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;

/** Images of other sites. */
class OutsideImagesTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void anImageOfAnotherSiteIsOnlyLinkedTo() {
        playbook.with(
                "pages/a.md", "# A", "", "![x](https://example.org/a.png) [y](https://example.org/b.png) ![z](c.png)");
        Diagnostic advice = Found.by(new OutsideImages(), playbook).get(0);
        assertThat(Found.lines(new OutsideImages(), playbook))
                .containsExactly("advice pages/a.md:3:6 outside-image: this image is on another site");
        assertThat(advice.effect()).isEqualTo("a link to the image instead of the image");
        assertThat(advice.edit()).isEmpty();
    }
}
