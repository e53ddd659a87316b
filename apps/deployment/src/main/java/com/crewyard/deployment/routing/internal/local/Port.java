package com.crewyard.deployment.routing.internal.local;

import com.crewyard.deployment.routing.Listener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port that clients come to, on both loopback addresses where there are two. */
final class Port implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final int number;
    private final List<ServerSocket> sockets;
    private final Members members;
    private final List<Thread> accepting = new CopyOnWriteArrayList<>();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

    private Port(int number, List<ServerSocket> sockets, Members members) {
        this.number = number;
        this.sockets = sockets;
        this.members = members;
    }

    static Port open(int number, Members members) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            sockets.add(bind("127.0.0.1", number));
        } catch (IOException e) {
            throw new IOException(
                    "Port %d cannot be opened (%s); stop the program that has it, or publish another port."
                            .formatted(number, e.getMessage()),
                    e);
        }
        try {
            sockets.add(bind("::1", number));
        } catch (IOException _) {
            // Not every machine has IPv6, and clients fall back to the other address.
        }
        return new Port(number, sockets, members);
    }

    void start() {
        sockets.forEach(socket -> accepting.add(
                Thread.ofPlatform().daemon().name("port-" + number).start(() -> accept(socket))));
    }

    @Override
    public void close() {
        for (ServerSocket socket : sockets) {
            try {
                socket.close();
            } catch (IOException _) {
                // It is closed either way.
            }
        }
        connections.forEach(HttpConnection::close);
        awaitNobodyAccepts();
    }

    /** The system goes on taking connections until whoever waits for them has noticed. */
    private void awaitNobodyAccepts() {
        try {
            for (Thread each : accepting) {
                each.join(LONGEST_CLOSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                Thread.ofVirtual().name("client").start(() -> serve(accepted));
            } catch (IOException _) {
                // Closed, which ends the loop, or out of file handles, which passes.
                Thread.yield();
            }
        }
    }

    private void serve(Socket accepted) {
        try (HttpConnection client = new HttpConnection(accepted)) {
            connections.add(client);
            try {
                new ClientConnection(client, this::listener, members).serve();
            } finally {
                connections.remove(client);
            }
        } catch (IOException _) {
            // Gone before it said anything.
        }
    }

    private Listener listener() {
        return members.table().listeners().stream()
                .filter(listener -> listener.port() == number)
                .findFirst()
                .orElse(new Listener(number, List.of()));
    }

    private static ServerSocket bind(String address, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port), BACKLOG);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
