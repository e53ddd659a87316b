package com.crewyard.benchmarks;

import com.crewyard.recruiting.demo.DemoCorpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** People with resumes of their own, in all formats in turn, who apply by the form of the careers site. */
record Applicants(List<Path> resumes) {

    private static final int SEED = 1;

    static Applicants write(Path directory, int count) throws IOException {
        DemoCorpus.write(directory, count, SEED);
        try (Stream<Path> files = Files.list(directory)) {
            return new Applicants(files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList());
        }
    }

    /** Whose resume it is repeats when there are more applicants than resumes; nothing else does. The answer is told. */
    String apply(Client client, HttpClient http, long job, int number) {
        Path resume = resumes.get(number % resumes.size());
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
        return send(
                http,
                HttpRequest.newBuilder(client.uri("/careers/blue-fig/jobs/%d/apply".formatted(job)))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
    }

    /** Anything but a success is thrown; what a success says is returned. */
    static String send(HttpClient http, HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IOException("%s answered %d".formatted(request.uri().getPath(), answer.statusCode()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
