package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An engine in a process of its own that dies at a moment given: arguments are the state folder, the app spec, how to die
 * ({@code halt}: at once from within; {@code wait}: it stands still until it is killed), and at which checkpoint, counted
 * over all threads. It writes each checkpoint into a file. Behind that, the address of the container engine, or nothing.
 */
final class DyingEngine {

    private DyingEngine() {}

    static void main(String[] arguments) throws InterruptedException {
        Path state = Path.of(arguments[0]);
        AppFile app = AppFile.read(Path.of(arguments[1]));
        boolean halts = arguments[2].equals("halt");
        int moment = Integer.parseInt(arguments[3]);
        Path seen = Path.of(arguments[4]);
        EngineSettings settings = new EngineSettings(
                state, Optional.empty(), Optional.of(arguments[5]).filter(text -> !text.isEmpty()));
        AtomicInteger count = new AtomicInteger();
        try (Engine engine = Engine.start(settings, _ -> {}, where -> {
            int now = count.incrementAndGet();
            note(seen, now + " " + where);
            if (now == moment) {
                die(halts);
            }
        })) {
            Deployments deployments = engine.deployments();
            EnvironmentRef environment = new EnvironmentRef(app.spec().app(), Place.REF.environment());
            long rollout = deployments.deploy(Place.request(app));
            deployments.await(rollout, _ -> {});
            while (engine.isBusy() || open(deployments, environment)) {
                Thread.sleep(20);
            }
        }
    }

    /** The rollout goes on after it is live: its window closes, and then it contracts. */
    private static boolean open(Deployments deployments, EnvironmentRef environment) {
        return deployments.status(environment).orElseThrow().rollout().stream()
                .anyMatch(rollout -> !List.of(RolloutState.DONE, RolloutState.ROLLED_BACK)
                        .contains(RolloutState.valueOf(rollout.state()
                                .toUpperCase(java.util.Locale.ROOT)
                                .replace('-', '_'))));
    }

    private static void die(boolean halts) {
        if (halts) {
            Runtime.getRuntime().halt(99);
        }
        while (true) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException _) {
                // It waits for kill -9.
            }
        }
    }

    private static synchronized void note(Path seen, String line) {
        try {
            Files.writeString(seen, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
