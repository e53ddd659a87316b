package com.crewyard.deployment.testapp;

import com.crewyard.testing.VersionedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Listens on PORT and tells its VERSION. BEHAVIOUR decides what goes wrong: {@code sick} answers health checks with 500,
 * {@code dies} ends at once, {@code fails} answers requests with 500, {@code late} takes a while to listen. With a first
 * argument it is a job instead: it appends a line to the file JOURNAL and ends with the exit code given.
 */
public final class TestApp {

    private TestApp() {}

    static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            journal(arguments[0]);
            System.out.println("job " + arguments[0] + " says goodbye");
            System.exit(Integer.parseInt(arguments[1]));
        }
        String version = variable("VERSION");
        String behaviour = variable("BEHAVIOUR");
        System.out.println("version " + version + " starts");
        if (behaviour.equals("dies")) {
            System.exit(7);
        }
        if (behaviour.equals("late")) {
            Thread.sleep(1000);
        }
        int port = Integer.parseInt(variable("PORT"));
        InetSocketAddress address = variable("LISTEN").equals("everywhere")
                ? new InetSocketAddress("0.0.0.0", port)
                : new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (VersionedServer server = new VersionedServer(version, variable("CREWYARD_INSTANCE"), behaviour, address)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.accept();
        }
    }

    private static void journal(String line) throws IOException {
        Files.writeString(
                Path.of(variable("JOURNAL")),
                line + " " + variable("CREWYARD_RELEASE") + " " + Instant.now() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}
