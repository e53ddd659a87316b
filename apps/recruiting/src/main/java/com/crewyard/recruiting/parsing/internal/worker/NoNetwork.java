package com.crewyard.recruiting.parsing.internal.worker;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;

/** Makes a process refuse to open connections: readers of documents have no reason to. */
final class NoNetwork {

    private static final Set<String> LOCAL = Set.of("file", "jar", "jrt", "nested");

    private NoNetwork() {}

    // The factory is the only hook that reaches sockets of libraries; its replacement would be an agent.
    @SuppressWarnings("deprecation")
    static void install() throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw new IllegalStateException("A parser process opens no connections");
        });
        URL.setURLStreamHandlerFactory(protocol -> LOCAL.contains(protocol) ? null : new Refusing());
    }

    private static final class Refusing extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new SocketException("A parser process opens no connections");
        }
    }
}
