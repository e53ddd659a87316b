package com.crewyard.cli;

import java.io.IOException;

/** The application is not started; the message is one sentence for whoever asked. */
final class StartRefusedException extends RuntimeException {

    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    StartRefusedException(String message) {
        super(message);
    }

    static StartRefusedException ofPort(int port, IOException reason) {
        return new StartRefusedException(
                port < FIRST_UNPRIVILEGED_PORT
                                && String.valueOf(reason.getMessage()).contains("denied")
                        ? "Port %d may not be opened by this user; choose one from 1024 on with --port.".formatted(port)
                        : "Port %d is in use by another program; stop that one or choose another port with --port."
                                .formatted(port));
    }
}
