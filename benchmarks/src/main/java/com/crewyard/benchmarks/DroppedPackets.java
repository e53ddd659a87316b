package com.crewyard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Packets that the kernel dropped because its table of connections was full ({@code drop} of {@code /proc/net/stat/nf_conntrack}, a number
 * in hexadecimal for each processor). What is measured meanwhile says nothing about a router.
 */
final class DroppedPackets {

    private static final Path COUNTERS = Path.of("/proc/net/stat/nf_conntrack");

    private final long before = sum();

    /** @throws IllegalStateException when there were any since this was made */
    void requireNone() {
        long dropped = sum() - before;
        if (dropped > 0) {
            throw new IllegalStateException(
                    "The kernel dropped %d packets since its table of connections was full; raise net.netfilter.nf_conntrack_max, or lower net.netfilter.nf_conntrack_tcp_timeout_time_wait, and measure again."
                            .formatted(dropped));
        }
    }

    /** None where nothing tracks connections. */
    private static long sum() {
        try {
            if (!Files.isReadable(COUNTERS)) {
                return 0;
            }
            List<String> lines = Files.readAllLines(COUNTERS);
            int column = List.of(lines.getFirst().strip().split("\\s+", -1)).indexOf("drop");
            return lines.stream()
                    .skip(1)
                    .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[column], 16))
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException("%s cannot be read: %s".formatted(COUNTERS, e.getMessage()), e);
        }
    }
}
