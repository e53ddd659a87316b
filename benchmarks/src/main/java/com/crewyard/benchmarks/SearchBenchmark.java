package com.crewyard.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Search over 100,000 candidates, in a process of the memory that the goal allows. */
final class SearchBenchmark implements Benchmarks.Benchmark {

    private static final int CANDIDATES = 100_000;

    @Override
    public String what() {
        return "search of 100,000 candidates with facets and highlights, and its memory";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SearchLoad.class.getName(),
                        directory.toString(),
                        Integer.toString(CANDIDATES)))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the search ended with %d".formatted(process.exitValue()));
        }
    }
}
