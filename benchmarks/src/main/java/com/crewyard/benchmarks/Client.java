package com.crewyard.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses a Crewyard over its API, as a client would. */
class Client implements AutoCloseable {

    static final String EMAIL = "owner@example.com";
    static final String PASSWORD = "a long password";

    private static final int WRITERS = 8;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    Client(URI base) {
        this.base = base;
    }

    URI uri(String path) {
        return base.resolve(path);
    }

    String token() {
        return token;
    }

    /** Registers the organization that everything else belongs to, and logs in. */
    void register() throws IOException, InterruptedException {
        send("POST", "/api/v1/auth/register", """
                {"email": "%s", "password": "%s", "org_name": "Blue Fig"}""".formatted(EMAIL, PASSWORD));
        logIn();
    }

    void logIn() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=owner%40example.com&password=a+long+password"))
                .build();
        token = find(TOKEN, http.send(request, BodyHandlers.ofString()).body());
    }

    long publishJob(String title) throws IOException, InterruptedException {
        return id(send("POST", "/api/v1/jobs", """
                {"title": "%s", "is_public": true, "location": "Berlin, Germany", "employment_type": "full_time",
                 "salary_min": 40000, "salary_max": 52000, "currency": "EUR", "required_skills": ["Java", "PostgreSQL"],
                 "description": "You look after the **work** of a team that builds and runs what it sells."}""".formatted(title)));
    }

    /** @return the candidates' ids */
    List<Long> addCandidates(int count) throws InterruptedException {
        Long[] ids = new Long[count];
        inParallel(
                count,
                number -> ids[number] =
                        id(sendUnchecked("POST", "/api/v1/candidates", """
                {"full_name": "Person %d", "headline": "Builder of things", "location": "Berlin, Germany",
                 "experience_years": %d, "current_title": "Engineer", "current_company": "Blue Fig"}""".formatted(number, number % 30))));
        return List.of(ids);
    }

    void addApplications(long job, List<Long> candidates) throws InterruptedException {
        inParallel(
                candidates.size(),
                number -> sendUnchecked("POST", "/api/v1/applications", """
                {"job_id": %d, "candidate_id": %d}""".formatted(job, candidates.get(number))));
    }

    String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /** Calls with 0 to {@code count - 1}, eight at a time; the first failure is thrown. */
    static void inParallel(int count, IntConsumer action) throws InterruptedException {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                int each = number;
                running.add(writers.submit(() -> action.accept(each)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private String sendUnchecked(String method, String path, String body) {
        try {
            return send(method, path, body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static long id(String body) {
        return Long.parseLong(find(ID, body));
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("%s is not in %s".formatted(pattern, text));
        }
        return String.valueOf(matcher.group(1));
    }
}
