package com.crewyard.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One job against 100,000 candidates, in a process of the memory that the goal allows. */
final class MatchingBenchmark implements Benchmarks.Benchmark {

    private static final int CANDIDATES = 100_000;

    @Override
    public String what() {
        return "one job against 100,000 candidates, filtered, the best 50 explained; whom the index misses; its memory";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MatchingLoad.class.getName(),
                        directory.toString(),
                        System.getProperty("candidates", Integer.toString(CANDIDATES))))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the matching ended with %d".formatted(process.exitValue()));
        }
    }
}
