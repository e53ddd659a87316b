package com.crewyard.benchmarks;

import com.crewyard.testing.VersionedServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The smallest application worth deploying: answers on PORT, and ends when it is told to. */
final class SmallApp {

    private SmallApp() {}

    static void main(String[] arguments) throws IOException {
        try (VersionedServer server = new VersionedServer(
                "small", "", "", new InetSocketAddress("0.0.0.0", Integer.parseInt(System.getenv("PORT"))))) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.accept();
        }
    }
}
