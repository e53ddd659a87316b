package com.crewyard.benchmarks;

import com.crewyard.testing.BaseImages;
import com.crewyard.testing.ComposeProject;
import com.crewyard.testing.ContainerHost;
import com.crewyard.testing.DatabaseImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Crewyard's own image, built by the Dockerfile in deploy/, and its Compose file brought up. */
final class ImageBenchmark implements Benchmarks.Benchmark {

    private static final Path DOCKER = Path.of("deploy/docker");
    private static final Path LIBRARIES = Path.of("apps/cli/target/crewyard/lib");
    private static final String IMAGE = "crewyard-recruiting-api:1";
    private static final Pattern ASKED = Pattern.compile("\\$\\{(\\w+):\\?");
    /** Ports by the spec. */
    private static final int WEB = 8501;

    private static final Map<String, Integer> ROLES = new TreeMap<>(Map.of("api", 8000, "web", WEB, "worker", 8502));

    @Override
    public String what() {
        return "Crewyard's own image: building it, its size, and until its Compose project answers";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        ContainerHost host = ContainerHost.get();
        BaseImages.debian(host);
        BaseImages.jdk(host);
        DatabaseImage.load(host, "17");
        copy(DOCKER, directory.resolve(DOCKER));
        copy(LIBRARIES, directory.resolve(LIBRARIES));
        Path compose = Files.copy(Path.of("deploy/compose/compose.yaml"), directory.resolve("compose.yaml"));
        answer(compose, directory.resolve(".env"));
        try (ComposeProject project = ComposeProject.of(host, directory, compose, "crewyard-recruiting")) {
            long begun = System.nanoTime();
            project.build();
            System.out.printf("built in %d s, %d MB%n", since(begun).toSeconds(), host.imageSize(IMAGE) / 1_000_000);
            begun = System.nanoTime();
            project.up();
            for (Map.Entry<String, Integer> role : ROLES.entrySet()) {
                project.awaitAnswer(role.getValue(), "/healthz");
                System.out.printf(
                        "%s answers %.1f s after up%n",
                        role.getKey(), since(begun).toMillis() / 1e3);
            }
            for (String role : ROLES.keySet()) {
                project.awaitHealthy(role);
            }
            System.out.println("all are healthy; the log-in page has "
                    + project.awaitAnswer(WEB, "/login").length() + " characters");
        }
    }

    /** Whatever the file wants to be told, with values of this run. */
    private static void answer(Path compose, Path environment) throws IOException {
        Map<String, String> values = new TreeMap<>(Map.of("TAG", "1"));
        ASKED.matcher(Files.readString(compose))
                .results()
                .forEach(asked -> values.putIfAbsent(
                        asked.group(1), UUID.randomUUID().toString().replace("-", "")));
        Files.write(
                environment,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
