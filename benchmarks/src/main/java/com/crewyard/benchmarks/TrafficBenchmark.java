package com.crewyard.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * As much as a busy hour brings, as fast as it is taken: twenty pages or API reads a second and two applications with a resume
 * each minute, which is 72,000 requests and 120 resumes.
 */
final class TrafficBenchmark implements Benchmarks.Benchmark {

    private static final int READS = 72_000;
    private static final int RESUMES = 120;
    private static final List<String> PATHS = List.of(
            "/careers/blue-fig",
            "/careers/blue-fig?q=engineer",
            "/careers/blue-fig/jobs/%d",
            "/careers/blue-fig/jobs/%d/apply",
            "/api/v1/jobs?limit=50",
            "/api/v1/jobs/%d",
            "/api/v1/candidates?limit=50",
            "/api/v1/applications?job_id=%d");

    @Override
    public String what() {
        return "memory before and after an hour's worth of traffic";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        try (Subject subject = Subject.start(directory.resolve("data"));
                HttpClient http = HttpClient.newHttpClient()) {
            long job = RequestsBenchmark.fill(subject);
            System.out.println("before: " + subject.memory());
            long start = System.nanoTime();
            Applicants applicants = Applicants.write(directory.resolve("resumes"), RESUMES);
            Subject.inParallel(RESUMES, number -> applicants.apply(subject, http, job, number));
            Subject.inParallel(
                    READS,
                    number ->
                            get(subject, http, PATHS.get(number % PATHS.size()).formatted(job)));
            System.out.println("after %,d requests and %d resumes in %.0f s: %s"
                    .formatted(READS, RESUMES, (System.nanoTime() - start) / 1e9, subject.memory()));
        }
    }

    private static void get(Subject subject, HttpClient http, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(subject.uri(path));
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + subject.token());
        }
        Applicants.send(http, request);
    }
}
