package com.crewyard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a Compose file describes, on the engine of the tests. It is brought up by {@code docker compose} where that is installed, else
 * by Debian's {@code docker-compose}, whose version knows no {@code name} in the file: there the name is given beside it. Everything
 * goes when it is closed, volumes and networks too.
 */
public final class ComposeProject implements AutoCloseable {

    private static final Path DEBIANS = Path.of("/usr/bin/docker-compose");
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long BETWEEN_CHECKS_MILLIS = 500;

    private final ContainerHost host;
    private final Path folder;
    private final Path file;
    private final String name;
    private final List<String> client;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private ComposeProject(ContainerHost host, Path folder, Path file, String name, List<String> client) {
        this.host = host;
        this.folder = folder;
        this.file = file;
        this.name = name;
        this.client = client;
        Thread.ofVirtual().name("health-" + name).start(this::checkHealth);
    }

    /** @param folder where the paths in the file begin, and where {@code .env} lies */
    public static ComposeProject of(ContainerHost host, Path folder, Path file, String name) {
        if (succeeds("docker", "compose", "version")) {
            return new ComposeProject(host, folder, file, name, List.of("docker", "compose"));
        }
        DebianPackages.provide("No Compose is installed", List.of("docker-compose"), DEBIANS);
        return new ComposeProject(host, folder, withoutName(file), name, List.of(DEBIANS.toString()));
    }

    /** Builds what is to be built. */
    public void build() {
        run("build");
    }

    /** Builds what is to be built and was not, and starts everything in its order. */
    public void up() {
        run("up", "--detach");
    }

    /** What a command says that is run in the container of a service. */
    public String in(String service, String... command) {
        List<String> line = new ArrayList<>(List.of("exec", "-T", service));
        line.addAll(List.of(command));
        return run(line.toArray(String[]::new)).strip();
    }

    /** What {@code /} says at a port of this machine, once it answers with 200. */
    public String awaitAnswer(int port) throws InterruptedException {
        return awaitAnswer(port, "/");
    }

    /** The same of another path. */
    public String awaitAnswer(int port, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .timeout(LONGEST)
                .build();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                try {
                    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        return answer.body().strip();
                    }
                } catch (IOException _) {
                    // It does not listen yet.
                }
                Thread.sleep(BETWEEN_CHECKS_MILLIS);
            }
        }
        throw new AssertionError("Nothing answers at port %d: %s".formatted(port, run("logs", "--no-color")));
    }

    /** Waits until the engine says so. */
    public void awaitHealthy(String service) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!isHealthy(service)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("%s is not healthy: %s".formatted(service, run("logs", "--no-color")));
            }
            Thread.sleep(BETWEEN_CHECKS_MILLIS);
        }
    }

    private boolean isHealthy(String service) {
        return host
                .socket()
                .running("com.docker.compose.project=" + name, "com.docker.compose.service=" + service)
                .stream()
                .anyMatch(host.socket()::isHealthy);
    }

    @Override
    public void close() {
        run("down", "--volumes", "--remove-orphans", "--timeout", "0");
        open.set(false);
    }

    /** As timers of systemd would for podman: the engine of the tests has none. */
    private void checkHealth() {
        try {
            while (open.get()) {
                EngineSocket engine = host.socket();
                engine.running("com.docker.compose.project=" + name).forEach(engine::checkHealth);
                Thread.sleep(BETWEEN_CHECKS_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String run(String... arguments) {
        List<String> command = new ArrayList<>(client);
        command.addAll(
                List.of("--project-name", name, "--project-directory", folder.toString(), "--file", file.toString()));
        command.addAll(List.of(arguments));
        try {
            Path said = Files.createTempFile("compose", ".txt");
            Path complaints = Files.createTempFile("compose", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(said.toFile())
                        .redirectError(complaints.toFile());
                builder.environment()
                        .putAll(Map.of(
                                "DOCKER_HOST", host.address(),
                                "COMPOSE_HTTP_TIMEOUT", "600",
                                "COMPOSE_DOCKER_CLI_BUILD", "0"));
                Process process = builder.start();
                boolean ended = process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.destroyForcibly();
                }
                if (!ended || process.exitValue() != 0) {
                    throw new AssertionError(
                            "%s failed: %s%s".formatted(command, Files.readString(said), Files.readString(complaints)));
                }
                return Files.readString(said, StandardCharsets.UTF_8);
            } finally {
                Files.delete(said);
                Files.delete(complaints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path withoutName(Path file) {
        try {
            String text = Files.readString(file).replaceFirst("(?m)^name: .*\\n", "");
            return Files.writeString(file.resolveSibling("without-name." + file.getFileName()), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
