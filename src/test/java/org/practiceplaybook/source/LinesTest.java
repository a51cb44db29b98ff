package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void countAsTheFileDoes() {
        SourceFile file = new SourceFile("a.md", "one\n\n😀 two\r\nthree\n".repeat(20));
        Lines lines = Lines.of(file);
        for (int i = 0; i <= file.text().length() + 3; i++) {
            assertThat(lines.position(i)).as("offset " + i).isEqualTo(file.position(i));
        }
    }
}
