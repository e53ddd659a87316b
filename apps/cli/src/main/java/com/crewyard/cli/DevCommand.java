package com.crewyard.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "dev",
        customSynopsis = "./crewyard dev [OPTIONS of run]",
        description = {
            "Like run, and whenever a source changes it compiles and starts anew. A source that does not compile",
            "leaves the running application as it is and says why."
        })
final class DevCommand implements Callable<Integer> {

    private static final Duration WATCH_INTERVAL = Duration.ofMillis(400);
    private static final int MODULE_DEPTH = 4;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    @Unmatched
    private final List<String> options = new ArrayList<>();

    private @Nullable Process application;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Repository repository = Repository.here();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        String seen = "";
        while (true) {
            String now = fingerprint(repository);
            if (!now.equals(seen)) {
                boolean first = seen.isEmpty();
                seen = now;
                restart(repository, first);
            } else if (application != null
                    && !application.isAlive()
                    && application.exitValue() == CommandLine.ExitCode.USAGE) {
                return application.exitValue();
            }
            Thread.sleep(WATCH_INTERVAL);
        }
    }

    List<String> options() {
        return List.copyOf(options);
    }

    private void restart(Repository repository, boolean first) throws IOException, InterruptedException {
        try {
            if (!first) {
                System.err.println("Compiling what has changed …");
            }
            repository.requireMaven("-o", "-q", "-pl", "apps/cli", "-am", "compile");
        } catch (StartRefusedException e) {
            System.err.println("The sources do not compile; still running what did.");
            return;
        }
        stop();
        application = start(repository);
    }

    private Process start(Repository repository) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxRAMPercentage=40",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(repository),
                Crewyard.class.getName(),
                "run"));
        command.addAll(options());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().remove("CREWYARD_STARTED");
        return builder.start();
    }

    /** Our classes where the compiler puts them, before the jars of everything else. */
    private static String classPath(Repository repository) throws IOException {
        try (Stream<Path> folders = Files.find(
                repository.root(), MODULE_DEPTH, (folder, _) -> folder.endsWith(Path.of("target", "classes")))) {
            Stream<String> ours = folders.map(Path::toString).sorted();
            Stream<String> others = Stream.of(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(jar -> !Path.of(jar).getFileName().toString().startsWith("crewyard-"));
            return Stream.concat(ours, others).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private void stop() {
        Process running = application;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String fingerprint(Repository repository) throws IOException {
        try (Stream<Path> files = Stream.concat(
                walk(repository.path("apps")),
                Stream.concat(walk(repository.path("libs")), walk(repository.path(".mvn"))))) {
            return files.filter(file -> file.toString().contains("/src/main/") || file.endsWith("pom.xml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> file + " " + file.toFile().lastModified() + " "
                            + file.toFile().length())
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Stream<Path> walk(Path folder) throws IOException {
        return Files.walk(folder).filter(file -> !file.toString().contains("/target/"));
    }
}
