package com.crewyard.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Crewyard as whoever starts it sees it: a command, what it prints, what it answers, and how it ends. */
public final class CrewyardProcess implements AutoCloseable {

    private static final Duration READY_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final long PROBE_MILLIS = 50;

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Process process;
    private final int port;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> output;
    private final HttpClient http = HttpClient.newHttpClient();

    private CrewyardProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        this.output = CompletableFuture.allOf(read(process.inputReader()), read(process.errorReader()));
    }

    /** How a process ended, and the last of what it printed. */
    public record End(int exitCode, List<String> printed) {}

    /**
     * Starts {@code command run --port … --data …}.
     *
     * @param command the script, or a JVM with its class path and main class
     * @param options further options of {@code run}
     * @param environment variables to add; an empty value removes one
     */
    public static CrewyardProcess run(
            List<String> command, Path data, Map<String, String> environment, String... options) {
        return run(command, data, FreePort.next(), environment, options);
    }

    public static CrewyardProcess run(
            List<String> command, Path data, int port, Map<String, String> environment, String... options) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("run", "--data", data.toString(), "--port", Integer.toString(port)));
        line.addAll(List.of(options));
        return new CrewyardProcess(start(line, environment), port);
    }

    /** The command line of this JVM's own class path, for tests that need not build first. */
    public static List<String> onThisClassPath(String mainClass) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=5",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public URI uri(String path) {
        return URI.create("http://localhost:%d%s".formatted(port, path));
    }

    public List<String> printed() {
        return List.copyOf(printed);
    }

    /** Waits for the first 200; an end before that is an error that says what was printed. */
    public CrewyardProcess awaitReady() {
        long deadline = System.nanoTime() + READY_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answers()) {
                return this;
            }
            waitFor(PROBE_MILLIS);
        }
        throw new AssertionError("Crewyard did not get ready: %s".formatted(String.join("\n", printed)));
    }

    /** Waits until it has printed a line with these words, which may come after its first answer. */
    public CrewyardProcess awaitPrinted(String words) {
        long deadline = System.nanoTime() + READY_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (printed().stream().anyMatch(line -> line.contains(words))) {
                return this;
            }
            waitFor(PROBE_MILLIS);
        }
        throw new AssertionError("Crewyard did not say \"%s\": %s".formatted(words, String.join("\n", printed)));
    }

    /** As Ctrl-C does, and waits for the end. */
    public End interrupt() {
        signal("INT");
        return awaitEnd(STOP_TIMEOUT);
    }

    /** As the system does when memory or power is gone. */
    public void killHard() {
        process.destroyForcibly();
        awaitEnd(STOP_TIMEOUT);
    }

    public End awaitEnd(Duration atMost) {
        if (!waitFor(atMost.toMillis())) {
            throw new AssertionError("Crewyard still runs after %s: %s".formatted(atMost, String.join("\n", printed)));
        }
        // Its last words may still be on their way; what it leaves running may keep the pipe open.
        output.copy()
                .completeOnTimeout(null, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return new End(process.exitValue(), printed());
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            interrupt();
        }
        http.close();
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(uri("/healthz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.sendAsync(request, BodyHandlers.discarding())
                            .get(6, TimeUnit.SECONDS)
                            .statusCode()
                    == 200;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean waitFor(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> read(BufferedReader lines) {
        return CompletableFuture.runAsync(
                        () -> lines.lines().forEach(printed::add),
                        task -> Thread.ofVirtual().start(task))
                .exceptionally(failure -> {
                    printed.add("(output ended: %s)".formatted(failure.getMessage()));
                    return null;
                });
    }

    private static Process start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String name : List.of("DATABASE_URL", "SQLALCHEMY_DATABASE_URI", "CREWYARD_ENV", "PORT", "CREWYARD_LOG")) {
            builder.environment().remove(name);
        }
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
