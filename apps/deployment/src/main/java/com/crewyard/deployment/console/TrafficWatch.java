package com.crewyard.deployment.console;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.TargetException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks the routers of the environments that somebody looks at, once a second, and no others. */
@Component
class TrafficWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TrafficWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final Engine engine;
    private final Clock clock;
    private final Map<EnvironmentRef, Watched> watched = new ConcurrentHashMap<>();
    private volatile boolean running;

    private record Watched(Samples samples, Instant lookedAt) {}

    TrafficWatch(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** What is known of an environment's traffic; from now on more is found out. */
    Samples of(EnvironmentRef ref) {
        return watched.compute(
                        ref,
                        (_, known) -> new Watched(known == null ? new Samples() : known.samples(), clock.instant()))
                .samples();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("traffic-watch").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            Instant now = clock.instant();
            watched.values()
                    .removeIf(known -> known.lookedAt().plus(FORGOTTEN_AFTER).isBefore(now));
            watched.forEach(this::sample);
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void sample(EnvironmentRef ref, Watched known) {
        try {
            known.samples()
                    .add(
                            clock.instant(),
                            engine.deployments().target(ref).router().counters());
        } catch (RefusedException | TargetException | RoutingException e) {
            log.debug("{} has no counters: {}", ref, e.getMessage());
        }
    }
}
