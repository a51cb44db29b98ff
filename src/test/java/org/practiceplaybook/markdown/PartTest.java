package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** What the search reads of a text. */
class PartTest {
    @Test
    void theCellsOfATableAreToldApart(@TempDir Path folder) {
        Part part = new PlaybookFolder(folder)
                .with("practices/a.md", """
                        ---
                        title: A
                        summary: B
                        ---

                        Before.

                        | Who | When |
                        |---|---|
                        | *Ann* | today |
                        | Bob | |

                        <table><tr><td>One</td><td>Two</td></tr></table>

                        Behind.
                        """)
                .files()
                .editions()
                .get(0)
                .library()
                .practices()
                .get("a")
                .body()
                .parts()
                .get(0);
        assertThat(part.prose().replaceAll("\\s+", " ").strip())
                .isEqualTo("Before. Who · When · Ann · today · Bob · One · Two Behind.");
    }
}
