package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.testing.EngineDatabase;
import com.crewyard.deployment.testing.TestPrograms;
import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A folder of state, a port, and app specs for the test application. */
public final class Place {

    public static final EnvironmentRef REF = new EnvironmentRef("shop", "local");

    public final Path folder;
    public final int port;
    private final String host;
    final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public Place(Path folder) {
        this(folder, "localhost");
    }

    /** @param host where requests go to */
    Place(Path folder, String host) {
        this(folder, host, FreePort.next());
    }

    private Place(Path folder, String host, int port) {
        this.folder = folder;
        this.host = host;
        this.port = port;
    }

    /** The same port of another host. */
    Place at(String other) {
        return new Place(folder, other, port);
    }

    /** Another port of the same host. */
    Place published(int other) {
        return new Place(folder, host, other);
    }

    public EngineSettings settings() {
        return new EngineSettings(folder.resolve("state"), Optional.empty());
    }

    /** Those of a server, which has a database of its own elsewhere; each call gives another. */
    EngineSettings onServer() {
        return new EngineSettings(folder.resolve("state"), Optional.of(EngineDatabase.fresh()));
    }

    /** The command of the test application, as YAML. */
    public static String program(String... arguments) {
        return "[\"" + String.join("\", \"", TestPrograms.command(arguments)) + "\"]";
    }

    /** An app spec of one version. */
    public AppFile app(String version, String behaviour, String rollout, String more) {
        try {
            Path file = folder.resolve("app.yaml");
            Files.writeString(file, """
                    app: shop
                    services:
                      web:
                        build: {}
                        command: %s
                        port: 8080
                        replicas: 2
                        websocket: true
                        health: {path: /healthz, interval: 100ms, healthy: 2, grace: 10s}
                        drain: {requests: 5s, websockets: 500ms}
                        env: {VERSION: %s, BEHAVIOUR: %s, JOURNAL: %s}
                    %srollout: {%s}
                    environments:
                      local: {target: process, publish: %d}
                    """.formatted(program(), version, behaviour, journal(), more, rollout, port));
            return AppFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path journal() {
        return folder.resolve("journal");
    }

    /** What the jobs did, one line each: purpose and release. */
    List<String> journalled() {
        try {
            return Files.exists(journal())
                    ? Files.readAllLines(journal()).stream()
                            .map(line -> line.split(" ")[0] + " " + line.split(" ")[1])
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DeployRequest request(AppFile app) {
        return new DeployRequest(app, "local", Map.of(), Optional.empty(), "tester", "a test", Map.of(), false);
    }

    static DeployResult deploy(Engine engine, AppFile app) throws InterruptedException {
        return deploy(engine, app, new ArrayList<>());
    }

    static DeployResult deploy(Engine engine, AppFile app, List<Transition> history) throws InterruptedException {
        return engine.deployments().await(engine.deployments().deploy(request(app)), history::add);
    }

    /** What the environment answers to a GET. */
    public String get(String path) {
        return get(uri(path));
    }

    /** What an instance answers by itself. */
    String getFrom(Endpoint endpoint) {
        return get(URI.create("http://%s:%d/".formatted(endpoint.host(), endpoint.port())));
    }

    private String get(URI address) {
        try {
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "no answer: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    URI uri(String path) {
        return URI.create("http://%s:%d%s".formatted(host, port, path));
    }

    /** Ends what the environment started, whatever state it is in. */
    void clear() {
        try (Engine engine = Engine.lookOn(settings(), _ -> {})) {
            engine.deployments().destroy(REF, "tester", true);
        }
        awaitEnginesEnd();
    }

    /** A keeper may have woken an engine just before it ended. */
    void awaitEnginesEnd() {
        String state = folder.resolve("state").toString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ProcessHandle.allProcesses()
                        .filter(process ->
                                process.pid() != ProcessHandle.current().pid())
                        .noneMatch(process -> proc(process, "cmdline").contains(state)));
    }

    /** Processes of the environment that are still there. */
    public static List<ProcessHandle> processes(Path state) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        proc(process, "environ").contains("CREWYARD_KEEPER=" + state.resolve("environments")))
                .toList();
    }

    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(
                    Path.of("/proc/" + process.pid() + "/" + file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
