package com.crewyard.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The checked-out sources this command belongs to, and Maven over them. */
record Repository(Path root) {

    /** The folder of {@code ./crewyard}, as the script tells it; without the script, the one that has it above us. */
    static Repository here() {
        return Optional.ofNullable(System.getenv("CREWYARD_HOME"))
                .filter(home -> !home.isBlank())
                .map(home -> new Repository(Path.of(home)))
                .orElseGet(Repository::around);
    }

    Path path(String relative) {
        return root.resolve(relative);
    }

    /** Runs Maven and hands on each line it prints; gives its exit code. */
    int maven(Consumer<String> line, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Optional.ofNullable(System.getenv("CREWYARD_MAVEN")).orElse("mvn"),
                "-B",
                "-ntp",
                "-Dstyle.color=never",
                "-f",
                path("pom.xml").toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try (BufferedReader output = process.inputReader()) {
            for (String text = output.readLine(); text != null; text = output.readLine()) {
                line.accept(text);
            }
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    /** @throws StartRefusedException with Maven's own errors */
    void requireMaven(String... arguments) throws IOException, InterruptedException {
        List<String> errors = new ArrayList<>();
        int code = maven(
                line -> {
                    if (line.startsWith("[ERROR]")) {
                        errors.add(line);
                    }
                },
                List.of(arguments));
        if (code != 0) {
            errors.stream().limit(20).forEach(System.err::println);
            throw new StartRefusedException("Maven failed on %s.".formatted(String.join(" ", arguments)));
        }
    }

    private static Repository around() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("crewyard"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new StartRefusedException("This command works in Crewyard's sources; change into their folder.");
        }
        return new Repository(folder);
    }
}
