package com.crewyard.benchmarks;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code benchmarks/run NAME}. */
public final class Benchmarks {

    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.ofEntries(
            entry("board", new BoardBenchmark()),
            entry("confined", new ConfinedBenchmark()),
            entry("cutover", new CutoverBenchmark()),
            entry("freshness", new FreshnessBenchmark()),
            entry("image", new ImageBenchmark()),
            entry("intake", new IntakeBenchmark()),
            entry("matching", new MatchingBenchmark()),
            entry("overhead", new OverheadBenchmark()),
            entry("pipelines", new PipelinesBenchmark()),
            entry("recruiting-container", new RecruitingBenchmark(OwnPlace.CONTAINER)),
            entry("recruiting-process", new RecruitingBenchmark(OwnPlace.PROCESS)),
            entry("recruiting-ssh", new RecruitingBenchmark(OwnPlace.SSH)),
            entry("requests", new RequestsBenchmark()),
            entry("search", new SearchBenchmark()),
            entry("start", new StartBenchmark()),
            entry("traffic", new TrafficBenchmark())));

    private Benchmarks() {}

    /** One figure, or a few that belong together. */
    interface Benchmark {

        /** One line for the list. */
        String what();

        /** @param directory empty, and removed afterwards */
        void run(Path directory) throws IOException, InterruptedException;
    }

    static void main(String[] arguments) throws IOException, InterruptedException {
        Benchmark benchmark = arguments.length == 1 ? ALL.get(arguments[0]) : null;
        if (benchmark == null) {
            System.err.println("benchmarks/run NAME, where NAME is");
            ALL.forEach((name, one) -> System.err.println("  %-20s %s".formatted(name, one.what())));
            System.exit(2);
            return;
        }
        Path directory = Files.createTempDirectory("crewyard-benchmark-");
        try {
            benchmark.run(directory);
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
