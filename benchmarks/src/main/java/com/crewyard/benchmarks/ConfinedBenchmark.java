package com.crewyard.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Everything, PostgreSQL included, in 1 GiB with half a core; the load generator stays outside. */
final class ConfinedBenchmark implements Benchmarks.Benchmark {

    private static final long MEMORY = 1L << 30;
    private static final double CORES = .5;
    private static final int ROUNDS = 3;

    @Override
    public String what() {
        return "start and requests a second in 1 GiB with half a core (root, Linux)";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        long job;
        try (Subject unconfined = Subject.start(directory)) {
            job = RequestsBenchmark.fill(unconfined);
        }
        try (ControlGroup group = ControlGroup.create(MEMORY, CORES)) {
            long before = System.nanoTime();
            try (Subject subject = Subject.start(group.enter(Subject.script()), directory)) {
                System.out.println("start: %.1f s".formatted((System.nanoTime() - before) / 1e9));
                subject.logIn();
                for (int round = 1; round <= ROUNDS; round++) {
                    RequestsBenchmark.measure(subject, job, "round " + round, Duration.ofSeconds(20));
                }
                System.out.println("afterwards: %s; %d processes ended for want of memory"
                        .formatted(subject.memory(), group.outOfMemoryKills()));
            }
        }
    }
}
