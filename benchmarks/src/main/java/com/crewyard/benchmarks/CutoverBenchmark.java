package com.crewyard.benchmarks;

import com.crewyard.benchmarks.Cutovers.Strategy;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.routing.Routers;
import com.crewyard.testing.FreePort;
import com.crewyard.testing.HeldWebSocket;
import com.crewyard.testing.RequestLoad;
import com.crewyard.testing.VersionedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;

/** What releases cost those who use the application: cutovers under full load, by router and strategy, and by two usual ways beside. */
final class CutoverBenchmark implements Benchmarks.Benchmark {

    private static final int CLIENTS = 16;
    private static final int WEBSOCKETS = 20;
    private static final int CUTOVERS = 10;
    private static final int LEAST_REQUESTS = 100_000;
    /** A quick start; Crewyard's own takes three seconds. */
    private static final long START_MILLIS = 1_000;

    private static final String ROW = "| %s | %d | %,d | %,d | %s | %,d | %,d ms | %s |%n";

    @Override
    public String what() {
        return "requests and WebSockets lost by 10 cutovers under load, by router and strategy";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        System.out.println(
                "| Way | Cutovers | Requests | Failed | How | Requests/s | Slowest | WebSockets kept | closed with 1012 | lost |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        measure("in this process", Routers.inProcess());
        for (RouterKind kind : RouterKind.values()) {
            measure(
                    kind.specName(),
                    Routers.of(kind, Routers.onThisMachine(directory.resolve(kind.specName()), List.of("127.0.0.1"))));
        }
        measure("nginx -s reload by script", new NginxByScript(directory.resolve("script")));
        stopThenStart();
    }

    static void measure(String name, Router router) throws IOException, InterruptedException {
        int port = FreePort.next();
        DroppedPackets dropped = new DroppedPackets();
        try (Cutovers cutovers = new Cutovers(router, port);
                HttpClient client = HttpClient.newHttpClient();
                HeldSockets sockets = sockets(client, port)) {
            RequestLoad load = RequestLoad.on(port, CLIENTS);
            long begun = System.nanoTime();
            int done = 0;
            try (load) {
                while (done < CUTOVERS * Strategy.values().length || load.sent() < LEAST_REQUESTS) {
                    cutovers.replace(Strategy.values()[done % Strategy.values().length]);
                    if (done == CUTOVERS) {
                        cutovers.tryBadRelease();
                    }
                    sockets.look();
                    done++;
                }
            }
            print(name, done, load, begun, sockets);
            dropped.requireNone();
        }
    }

    /** The former instance ends, then the next begins on the same port, as Compose recreates a service. */
    static void stopThenStart() throws IOException, InterruptedException {
        VersionedServer live = VersionedServer.listen("release-0", "", 0);
        int port = live.port();
        try (HttpClient client = HttpClient.newHttpClient();
                HeldSockets sockets = sockets(client, port)) {
            RequestLoad load = RequestLoad.on(port, CLIENTS);
            long begun = System.nanoTime();
            try (load) {
                for (int i = 1; i <= CUTOVERS; i++) {
                    Thread.sleep(START_MILLIS);
                    live.close();
                    Thread.sleep(100);
                    live.crash();
                    Thread.sleep(START_MILLIS);
                    live = VersionedServer.listen("release-" + i, "", port);
                    sockets.look();
                }
            }
            print("stop, then start", CUTOVERS, load, begun, sockets);
        } finally {
            live.crash();
        }
    }

    private static HeldSockets sockets(HttpClient client, int port) {
        return new HeldSockets(WEBSOCKETS, () -> HeldWebSocket.open(client, port));
    }

    private static void print(String name, int cutovers, RequestLoad load, long begun, HeldSockets sockets) {
        long outcomes =
                load.outcomes().values().stream().mapToLong(Long::longValue).sum();
        if (outcomes != load.sent()) {
            throw new IllegalStateException(
                    "%d requests were sent and %d have an outcome".formatted(load.sent(), outcomes));
        }
        System.out.printf(
                ROW,
                name,
                cutovers,
                load.sent(),
                load.sent() - load.answered(),
                load.failures().isEmpty() ? "" : load.failures(),
                load.answered() * 1_000_000_000L / (System.nanoTime() - begun),
                load.longestMillis(),
                sockets.report());
    }
}
