package com.crewyard.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the command to the first 200, on a data directory that exists, with the AOT cache of the build. */
final class StartBenchmark implements Benchmarks.Benchmark {

    private static final int STARTS = 7;

    @Override
    public String what() {
        return "second start of ./crewyard run to the first 200";
    }

    @Override
    public void run(Path directory) {
        Subject.start(directory).close();
        List<Double> seconds = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            long before = System.nanoTime();
            try (Subject _ = Subject.start(directory)) {
                seconds.add((System.nanoTime() - before) / 1e9);
            }
        }
        seconds.sort(null);
        System.out.println("second start: median %.2f s, from %.2f to %.2f s over %d starts"
                .formatted(seconds.get(STARTS / 2), seconds.getFirst(), seconds.getLast(), STARTS));
    }
}
