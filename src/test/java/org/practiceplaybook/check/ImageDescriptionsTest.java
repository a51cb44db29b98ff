package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;

/** Images that say nothing to those who do not see them. */
class ImageDescriptionsTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void anImageNeedsADescription() {
        playbook.with("pages/a.md", "# A", "", "See ![](a.png) and ![  ](b.png) and ![Two people](c.png) and [](d.md)");
        assertThat(Found.lines(new ImageDescriptions(), playbook))
                .containsExactly(
                        "advice pages/a.md:3:9 image-description: the image has no description",
                        "advice pages/a.md:3:26 image-description: the image has no description");
    }

    @Test
    void itShowsHow() {
        playbook.with("pages/a.md", "![](a.png)");
        Diagnostic advice = Found.by(new ImageDescriptions(), playbook).get(0);
        assertThat(advice.remedy()).contains("![Two people at a flip chart]");
        assertThat(advice.edit()).isEmpty();
    }
}
