package com.crewyard.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The API's two reads of the goal, over 50 jobs and 2,000 candidates. */
final class RequestsBenchmark implements Benchmarks.Benchmark {

    static final int JOBS = 50;
    static final int CANDIDATES = 2_000;

    private static final Duration EACH = Duration.ofSeconds(10);
    private static final int ROUNDS = 3;

    @Override
    public String what() {
        return "requests a second of GET /api/v1/jobs?limit=50 and GET /api/v1/jobs/{id}";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        try (Subject subject = Subject.start(directory)) {
            long job = fill(subject);
            for (int round = 1; round <= ROUNDS; round++) {
                measure(subject, job, "round " + round, EACH);
            }
            System.out.println("afterwards: " + subject.memory());
        }
    }

    static long fill(Subject subject) throws IOException, InterruptedException {
        subject.register();
        long job = 0;
        for (int number = 0; number < JOBS; number++) {
            job = subject.publishJob("Engineer " + number);
        }
        subject.addCandidates(CANDIDATES);
        return job;
    }

    static void measure(Subject subject, long job, String when, Duration each)
            throws IOException, InterruptedException {
        System.out.println(
                "%s: GET /api/v1/jobs?limit=50  %s".formatted(when, Wrk.load(subject, "/api/v1/jobs?limit=50", each)));
        System.out.println(
                "%s: GET /api/v1/jobs/{id}      %s".formatted(when, Wrk.load(subject, "/api/v1/jobs/" + job, each)));
    }
}
