package com.crewyard.deployment.routing;

import java.util.List;

/** The buckets that latencies are counted in, fine enough for percentiles within a tenth. */
public final class Latencies {

    /** Upper bounds, in milliseconds, ascending. */
    public static final List<Integer> BOUNDS_MILLISECONDS = List.of(
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500,
            600, 800, 1000, 1500, 2000, 3000, 5000, 10_000, 30_000);

    private Latencies() {}

    /** The bucket of a latency; the last one is for all that are longer than every bound. */
    public static int bucket(long milliseconds) {
        int bucket = 0;
        while (bucket < BOUNDS_MILLISECONDS.size() && milliseconds > BOUNDS_MILLISECONDS.get(bucket)) {
            bucket++;
        }
        return bucket;
    }
}
