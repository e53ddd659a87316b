package com.crewyard.benchmarks;

import com.crewyard.recruiting.demo.DemoCorpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * As much as a busy hour brings, as fast as it is taken: twenty pages or API reads a second and two applications with a resume
 * each minute, which is 72,000 requests and 120 resumes.
 */
final class TrafficBenchmark implements Benchmarks.Benchmark {

    private static final int READS = 72_000;
    private static final int RESUMES = 120;
    private static final List<String> PATHS = List.of(
            "/careers/blue-fig",
            "/careers/blue-fig?q=engineer",
            "/careers/blue-fig/jobs/%d",
            "/careers/blue-fig/jobs/%d/apply",
            "/api/v1/jobs?limit=50",
            "/api/v1/jobs/%d",
            "/api/v1/candidates?limit=50",
            "/api/v1/applications?job_id=%d");

    @Override
    public String what() {
        return "memory before and after an hour's worth of traffic";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        try (Subject subject = Subject.start(directory.resolve("data"));
                HttpClient http = HttpClient.newHttpClient()) {
            long job = RequestsBenchmark.fill(subject);
            System.out.println("before: " + subject.memory());
            long start = System.nanoTime();
            DemoCorpus.write(directory.resolve("resumes"), RESUMES, 1);
            List<Path> resumes = resumes(directory.resolve("resumes"));
            Subject.inParallel(RESUMES, number -> apply(subject, http, job, resumes.get(number), number));
            Subject.inParallel(
                    READS,
                    number ->
                            get(subject, http, PATHS.get(number % PATHS.size()).formatted(job)));
            System.out.println("after %,d requests and %d resumes in %.0f s: %s"
                    .formatted(READS, RESUMES, (System.nanoTime() - start) / 1e9, subject.memory()));
        }
    }

    private static List<Path> resumes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static void apply(Subject subject, HttpClient http, long job, Path resume, int number) {
        String boundary = "part-%d".formatted(number);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        try {
            form.writeBytes(
                    """
                    --%1$s\r
                    Content-Disposition: form-data; name="name"\r
                    \r
                    Applicant %2$d\r
                    --%1$s\r
                    Content-Disposition: form-data; name="email"\r
                    \r
                    applicant-%2$d@example.com\r
                    --%1$s\r
                    Content-Disposition: form-data; name="resume"; filename="%3$s"\r
                    Content-Type: application/octet-stream\r
                    \r
                    """.formatted(boundary, number, resume.getFileName()).getBytes(StandardCharsets.UTF_8));
            form.writeBytes(Files.readAllBytes(resume));
            form.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        send(
                http,
                HttpRequest.newBuilder(subject.uri("/careers/blue-fig/jobs/%d/apply".formatted(job)))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private static void get(Subject subject, HttpClient http, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(subject.uri(path));
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + subject.token());
        }
        send(http, request);
    }

    private static void send(HttpClient http, HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 400) {
                throw new IOException("%s answered %d".formatted(request.uri(), status));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
