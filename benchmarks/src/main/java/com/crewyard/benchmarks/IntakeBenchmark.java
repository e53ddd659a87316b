package com.crewyard.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From many applications at once until every resume is read, its profile made, indexed and embedded, and it is scored. */
final class IntakeBenchmark implements Benchmarks.Benchmark {

    private static final int RESUMES = 300;
    private static final int WARM_UP = 100;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int QUIET_POLLS = 4;
    private static final Pattern WAITING = Pattern.compile("(?m)^crewyard_work_waiting(?:\\{[^}]*})? ([\\d.E]+)$");
    private static final Pattern READ =
            Pattern.compile("(?m)^crewyard_resumes_read_seconds_count\\{[^}]*outcome=\"parsed\"[^}]*} ([\\d.E]+)$");

    @Override
    public String what() {
        return "resumes a second through intake: read, profile, index, embedding, score";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        try (Subject subject = Subject.start(directory.resolve("data"));
                HttpClient http = HttpClient.newHttpClient()) {
            subject.register();
            long job = subject.publishJob("Engineer");
            Applicants applicants = Applicants.write(directory.resolve("resumes"), WARM_UP + RESUMES);
            Subject.inParallel(WARM_UP, number -> applicants.apply(subject, http, job, number));
            awaitRead(subject, http, WARM_UP);
            long start = System.nanoTime();
            Subject.inParallel(RESUMES, number -> applicants.apply(subject, http, job, WARM_UP + number));
            double accepted = (System.nanoTime() - start) / 1e9;
            awaitRead(subject, http, WARM_UP + RESUMES);
            double done = (System.nanoTime() - start - QUIET_POLLS * POLL.toNanos()) / 1e9;
            System.out.println("%d resumes accepted in %.1f s, done with in %.1f s: %.1f a second; %s"
                    .formatted(RESUMES, accepted, done, RESUMES / done, subject.memory()));
        }
    }

    /** Until all are read and nothing has waited for a second. */
    private static void awaitRead(Subject subject, HttpClient http, int resumes)
            throws IOException, InterruptedException {
        int quiet = 0;
        while (quiet < QUIET_POLLS) {
            Thread.sleep(POLL);
            String metrics = http.send(
                            HttpRequest.newBuilder(subject.uri("/actuator/prometheus"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            quiet = number(READ, metrics) >= resumes && number(WAITING, metrics) == 0 ? quiet + 1 : 0;
        }
    }

    private static double number(Pattern metric, String metrics) {
        Matcher matcher = metric.matcher(metrics);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }
}
