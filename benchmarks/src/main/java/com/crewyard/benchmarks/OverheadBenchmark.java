package com.crewyard.benchmarks;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.DeployResult;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.testing.ContainerHost;
import com.crewyard.testing.FreePort;
import com.crewyard.testing.HostImage;
import com.crewyard.testing.VersionedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long the engine itself takes for a blue-green deployment on containers: from the request until the release is live, without the
 * time in which instances become healthy.
 */
final class OverheadBenchmark implements Benchmarks.Benchmark {

    private static final int DEPLOYMENTS = 12;
    private static final String IMAGE = "docker.io/crewyard/benchmark:1";
    private static final EnvironmentRef REF = new EnvironmentRef("overhead", "host");

    @Override
    public String what() {
        return "the engine's own time in a blue-green deployment on containers";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        ContainerHost host = ContainerHost.get();
        HostImage.withShell().programs("haproxy").load(host, "docker.io/library/haproxy:3.0");
        HostImage.withShell()
                .java("java.base")
                .classes("/app", SmallApp.class, VersionedServer.class)
                .command(
                        "/opt/java/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx48m",
                        "-cp",
                        "/app",
                        SmallApp.class.getName())
                .load(host, IMAGE);
        Path file = spec(directory);
        EngineSettings settings =
                new EngineSettings(directory.resolve("state"), Optional.empty(), Optional.of(host.address()));
        try (Engine engine = Engine.start(settings, _ -> {})) {
            List<Long> own = new ArrayList<>();
            Map<RolloutState, List<Long>> states = new EnumMap<>(RolloutState.class);
            for (int i = 0; i <= DEPLOYMENTS; i++) {
                deploy(engine, AppFile.read(file), i, own, states);
            }
            engine.deployments().destroy(REF, "benchmark", true);
            own.sort(Long::compare);
            System.out.printf(
                    "%d blue-green deployments of two instances: the engine's own time median %,d ms, longest %,d ms%n",
                    own.size(), own.get(own.size() / 2), own.getLast());
            states.forEach((state, times) -> {
                times.sort(Long::compare);
                System.out.printf(
                        "  %-10s median %,5d ms%n",
                        state.name().toLowerCase(java.util.Locale.ROOT), times.get(times.size() / 2));
            });
        }
    }

    /** The first has nothing to replace and is not counted. */
    private static void deploy(
            Engine engine, AppFile app, int number, List<Long> own, Map<RolloutState, List<Long>> states)
            throws InterruptedException {
        List<Transition> history = new ArrayList<>();
        Instant begun = Instant.now();
        long rollout = engine.deployments()
                .deploy(new DeployRequest(
                        app, REF.environment(), Map.of(), Optional.empty(), "benchmark", "", Map.of(), false));
        DeployResult result = engine.deployments().await(rollout, history::add);
        if (!(result instanceof DeployResult.Live)) {
            throw new IllegalStateException(String.valueOf(result));
        }
        if (number > 0) {
            Instant before = begun;
            long checking = 0;
            for (Transition transition : history) {
                long took = Duration.between(before, transition.at()).toMillis();
                states.computeIfAbsent(transition.from(), _ -> new ArrayList<>())
                        .add(took);
                checking += transition.from() == RolloutState.CHECKING ? took : 0;
                before = transition.at();
            }
            own.add(Duration.between(begun, before).toMillis() - checking);
        }
        while (engine.deployments().rollout(rollout).status().state().equals("live")
                || engine.deployments().status(REF).orElseThrow().slots().size() > 1) {
            Thread.sleep(50);
        }
    }

    private static Path spec(Path directory) throws IOException {
        return Files.writeString(directory.resolve("app.yaml"), """
                app: %s
                services:
                  web:
                    image: %s
                    port: 8080
                    replicas: 2
                    health: {path: /healthz, interval: 100ms, healthy: 2, grace: 30s}
                    drain: {requests: 1s, websockets: 1s}
                rollout: {strategy: blue-green, window: 1s}
                environments:
                  %s: {target: container, publish: %d}
                """.formatted(
                        REF.application(), IMAGE, REF.environment(), FreePort.next()));
    }
}
