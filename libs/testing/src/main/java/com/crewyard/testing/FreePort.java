package com.crewyard.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that are to be started at one. They lie below those that systems give to outgoing connections (RFC 6335 and Linux
 * from 32768 on), any of which could take the port before the server does.
 */
public final class FreePort {

    private static final int FIRST = 16_384;
    private static final int BEHIND_LAST = 32_768;
    private static final int MOST_TRIES = 100;

    private FreePort() {}

    /** One that nobody listens at now, on any address. */
    public static int next() {
        for (int i = 0; i < MOST_TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("of %d ports tried below %d none is free".formatted(MOST_TRIES, BEHIND_LAST));
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
