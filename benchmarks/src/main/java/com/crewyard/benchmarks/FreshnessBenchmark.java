package com.crewyard.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From the answer to a new or changed candidate until search finds what is new. */
final class FreshnessBenchmark implements Benchmarks.Benchmark {

    private static final int CANDIDATES = 10_000;
    private static final int ROUNDS = 100;
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NONE = "\"value\":0";

    @Override
    public String what() {
        return "milliseconds until a new and a changed candidate are found, among 10,000";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        try (Subject subject = Subject.start(directory)) {
            subject.register();
            subject.addCandidates(CANDIDATES);
            find(subject, word("last"), subject.send("POST", "/api/v1/candidates", candidate(word("last"))));
            List<Double> added = new ArrayList<>();
            List<Double> changed = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                String before = word("a" + round);
                String body = subject.send("POST", "/api/v1/candidates", candidate(before));
                added.add(find(subject, before, body));
                String after = word("b" + round);
                String answer = subject.send(
                        "PATCH",
                        "/api/v1/candidates/" + Subject.id(body),
                        "{\"current_title\": \"%s\"}".formatted(after));
                changed.add(find(subject, after, answer));
            }
            System.out.println("new:     " + summary(added));
            System.out.println("changed: " + summary(changed));
        }
    }

    /** A word that nobody else has. */
    private static String word(String number) {
        return "qx" + number.replace("0", "zero");
    }

    private static String candidate(String word) {
        return "{\"full_name\": \"Ana Ito\", \"current_title\": \"%s\"}".formatted(word);
    }

    /** @return milliseconds since the write was answered */
    private static double find(Subject subject, String word, String written) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long deadline = start + PATIENCE.toNanos();
        while (subject.send("GET", "/api/v1/search?q=" + word, "")
                .replace(" ", "")
                .contains(NONE)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("search does not find \"%s\" of %s".formatted(word, written));
            }
            Thread.sleep(POLL);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static String summary(List<Double> milliseconds) {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        return "p50 %.0f ms, p95 %.0f ms, slowest %.0f ms of %d"
                .formatted(
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 95 / 100),
                        sorted.getLast(),
                        sorted.size());
    }
}
