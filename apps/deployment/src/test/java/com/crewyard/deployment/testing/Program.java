package com.crewyard.deployment.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the system. Where it is not installed, the test that asks for it is skipped and says so. */
public final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Optional<Process> process;
    private final Path log;

    private Program(Optional<Process> process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Before anything was started. */
    public static Program none() {
        return new Program(Optional.empty(), Path.of(""));
    }

    public static Program start(Path log, String program, Object... arguments) throws IOException {
        return new Program(
                Optional.of(new ProcessBuilder(command(program, arguments))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()),
                log);
    }

    /** Runs it to its end, which must be a good one. */
    public static void run(String program, Object... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Where a program is; the test ends as skipped when it is nowhere. */
    public static Path find(String name) {
        Optional<Path> found = Stream.concat(
                        Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(":", -1)),
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), name + " is not installed: not tried here");
        return found.orElseThrow();
    }

    /** Until it answers with 200. */
    public void awaitAnswer(URI address) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    if (client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    assertThat(process)
                            .hasValueSatisfying(
                                    it -> assertThat(it.isAlive()).as(said()).isTrue());
                }
                assertThat(System.nanoTime()).as(said()).isLessThan(deadline);
                Thread.sleep(50);
            }
        }
    }

    /** All it has printed. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        process.ifPresent(it -> {
            it.descendants().forEach(ProcessHandle::destroy);
            it.destroy();
            it.onExit().join();
        });
    }

    private static List<String> command(String program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(find(program).toString()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return command;
    }
}
