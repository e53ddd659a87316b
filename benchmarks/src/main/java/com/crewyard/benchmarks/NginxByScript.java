package com.crewyard.benchmarks;

import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.Routers;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.SlotRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What many deployment scripts do: write the group of servers anew, {@code nginx -s reload}, and go on. */
final class NginxByScript implements Router {

    private final Path folder;
    private boolean started;

    NginxByScript(Path folder) {
        this.folder = folder;
    }

    @Override
    public void apply(RoutingTable table) {
        int port = table.listeners().getFirst().port();
        String servers = table.backends().getFirst().shares().stream()
                .filter(share -> share.weight() > 0)
                .flatMap(share -> share.endpoints().stream()
                        .map(endpoint -> "server 127.0.0.1:%d weight=%d;"
                                .formatted(endpoint.port(), Math.max(1, share.weight()))))
                .collect(Collectors.joining("\n"));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("nginx.conf"), """
                                        worker_processes auto;
                    pid nginx.pid;
                    error_log error.log;
                    events {}
                    http {
                        access_log off;
                        map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
                        upstream web { %s keepalive 32; }
                        server {
                            listen 127.0.0.1:%d;
                            location / {
                                proxy_pass http://web;
                                proxy_http_version 1.1;
                                proxy_set_header Host $host;
                                proxy_set_header Upgrade $http_upgrade;
                                proxy_set_header Connection $connection_upgrade;
                            }
                        }
                    }
                    """.formatted(servers, port));
            run(started ? List.of("-s", "reload") : List.of());
            started = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void drain(SlotRef slot, Drain drain) {}

    @Override
    public Counters counters() {
        return new Counters(0, Duration.ZERO, 0, List.of());
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, false, false, true);
    }

    @Override
    public void destroy() {
        try {
            run(List.of("-s", "stop"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Routers.onThisMachine(folder, List.of()).program("nginx"),
                "-p",
                folder + "/",
                "-c",
                "nginx.conf",
                "-e",
                "error.log"));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new RoutingException(Files.readString(folder.resolve("said")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoutingException("Waiting for nginx was interrupted.", e);
        }
    }
}
