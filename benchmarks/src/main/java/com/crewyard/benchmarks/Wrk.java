package com.crewyard.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk: one thread and 16 connections that ask the same again as soon as they are answered. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec: +([\\d.]+)");
    private static final Pattern TAIL = Pattern.compile("99% +([\\d.]+(?:us|ms|s))");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private Wrk() {}

    /** Requests a second, the slowest of the fastest 99 % as wrk writes it, and how many were answered with an error. */
    record Load(double perSecond, String p99, int failed) {

        @Override
        public String toString() {
            return "%,.0f/s, p99 %s%s".formatted(perSecond, p99, failed == 0 ? "" : ", " + failed + " failed");
        }
    }

    static Load load(Subject subject, String path, Duration duration) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk", "-t1", "-c16", "-d%ds".formatted(duration.toSeconds()), "--timeout", "10s", "--latency"));
        if (!subject.token().isEmpty()) {
            command.addAll(List.of("-H", "Authorization: Bearer " + subject.token()));
        }
        command.add(subject.uri(path).toString());
        Process wrk;
        try {
            wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("wrk is not installed: apt-get install wrk", e);
        }
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IOException("wrk failed: " + output);
        }
        Matcher failed = FAILED.matcher(output);
        return new Load(
                Double.parseDouble(find(RATE, output)),
                find(TAIL, output),
                failed.find() ? Integer.parseInt(failed.group(1)) : 0);
    }

    private static String find(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("wrk said something else: " + output);
        }
        return String.valueOf(matcher.group(1));
    }
}
