package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.fixture.PlaybookFolder;

/** {@code playbook serve}: how it ends where it cannot begin. */
class ServeVerbTest {
    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void begin() {
        terminal = new Terminal(folder);
        new PlaybookFolder(folder.resolve("content")).practice("p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "70000", "123456", "-1", "4.5"})
    void aPortIsANumber(String port) {
        assertThat(terminal.run("serve", "--port=" + port)).isEqualTo(2);
        assertThat(terminal.err()).contains("--port takes a number up to 65535, not \"" + port + "\"");
    }

    @Test
    void aPortThatIsTakenIsAMachineProblem() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(terminal.run("serve", "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(3);
            assertThat(terminal.err())
                    .contains("port " + taken.getLocalPort() + " is taken by another program; choose another");
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(terminal.run("serve", "--content", "no")).isEqualTo(2);
        assertThat(terminal.err()).contains("there is no folder \"no\"");
    }

    @Test
    void itServesUntilItIsInterrupted() throws InterruptedException {
        int[] status = {-1};
        Thread thread = new Thread(() -> status[0] = terminal.run("serve", "--port", "0"));
        thread.start();
        Thread.sleep(1_500);
        assertThat(thread.isAlive()).isTrue();
        thread.interrupt();
        thread.join(10_000);
        assertThat(status[0]).isEqualTo(0);
        assertThat(terminal.out())
                .contains("No errors.")
                .containsPattern("The site is at http://localhost:\\d+/ and follows your changes");
    }
}
