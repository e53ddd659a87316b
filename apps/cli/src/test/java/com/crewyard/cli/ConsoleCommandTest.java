package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ConsoleCommandTest {

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(Crewyard.commandLine().execute("console", "--port", "0", "--app", "nowhere.yaml"))
                .isNotZero();
    }

    @Test
    void refusesAPortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(Crewyard.commandLine().execute("console", "--port", String.valueOf(taken.getLocalPort())))
                    .isNotZero();
        }
    }
}
