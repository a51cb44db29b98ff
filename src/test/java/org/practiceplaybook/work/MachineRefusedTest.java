package org.practiceplaybook.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the machine refuses is told in words that say what to do. */
class MachineRefusedTest {

    static List<Arguments> refusals() {
        return List.of(
                Arguments.of(new AccessDeniedException("site/a.html"), "no permission"),
                Arguments.of(new NoSuchFileException("site/a.html"), "it is not there"),
                Arguments.of(new NotDirectoryException("site"), "a file stands where a folder is needed"),
                Arguments.of(new FileSystemException("a", null, "No space left on device"), "the disk is full"),
                Arguments.of(new IOException("No space left on device"), "the disk is full"),
                Arguments.of(new FileSystemException("a", null, "Disk quota exceeded"), "the disk is full"),
                Arguments.of(new FileSystemException("a", null, "Read-only file system"), "Read-only file system"),
                Arguments.of(new IOException("Input/output error"), "Input/output error"),
                Arguments.of(new IOException(), "the disk did not take it"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void saysWhatIsWrong(IOException problem, String words) {
        assertThat(MachineRefused.because("write site/a.html", problem))
                .hasMessage("could not write site/a.html: " + words);
    }
}
