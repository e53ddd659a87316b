package com.crewyard.cli;

import com.crewyard.recruiting.RecruitingApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * One short life of the application on scratch data, from which the JVM learns which classes a start loads and links
 * (JEP 514). What is used here starts faster later; what is not works all the same.
 */
@Command(name = "train", hidden = true, description = "Runs once on scratch data, for the JVM's AOT cache.")
final class TrainCommand implements Callable<Integer> {

    private static final List<String> PAGES = List.of(
            "/healthz", "/", "/login", "/register", "/actuator/health/readiness", "/robots.txt", "/api/v1/jobs");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("crewyard-train");
        try {
            exercise(scratch);
        } finally {
            delete(scratch);
        }
        return CommandLine.ExitCode.OK;
    }

    private static void exercise(Path scratch) throws IOException, InterruptedException {
        SpringApplication application = new SpringApplication(RecruitingApplication.class);
        List<String> arguments = new ArrayList<>(ConsoleLog.settings());
        arguments.addAll(List.of(
                "--server.port=0",
                "--crewyard.data=" + scratch,
                "--crewyard.demo=false",
                "--crewyard.environment=development",
                "--crewyard.database-url="));
        try (ConfigurableApplicationContext running = application.run(arguments.toArray(String[]::new));
                HttpClient http = HttpClient.newHttpClient()) {
            String address = "http://localhost:" + running.getEnvironment().getRequiredProperty("local.server.port");
            for (String page : PAGES) {
                http.send(HttpRequest.newBuilder(URI.create(address + page)).build(), BodyHandlers.ofString());
            }
            http.send(
                    HttpRequest.newBuilder(URI.create(address + "/api/v1/auth/register"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("""
                                    {"email": "train@example.com", "password": "a long password", "org_name": "Train"}"""))
                            .build(),
                    BodyHandlers.ofString());
            http.send(
                    HttpRequest.newBuilder(URI.create(address + "/api/v1/auth/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=train@example.com&password=a+long+password"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
