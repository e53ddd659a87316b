package com.crewyard.benchmarks;

import com.crewyard.testing.HeldWebSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everybody who uses a Crewyard Recruiting at the same time, with a ledger: people who apply, people who read the careers site and
 * the API, and recruiters with an open board. Nothing is tried a second time, but a board that was closed is opened again.
 */
final class Audience implements AutoCloseable {

    static final int BOARDS = 5;

    private static final int READERS = 4;
    private static final Duration BETWEEN_READS = Duration.ofMillis(100);
    private static final Duration BETWEEN_APPLICATIONS = Duration.ofMillis(1_000);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern REFERENCE = Pattern.compile("\"reference\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Client api;
    private final Client web;
    private final Applicants applicants;
    private final long job;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger applications = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final HeldSockets boards;

    /**
     * @param api logged in
     * @param web where the careers site and the board are
     */
    Audience(Client api, Client web, Applicants applicants, long job) throws IOException, InterruptedException {
        this.api = api;
        this.web = web;
        this.applicants = applicants;
        this.job = job;
        Map<String, String> session = Map.of("Cookie", session());
        URI live = URI.create(web.uri("/live?job=" + job).toString().replaceFirst("^http", "ws"));
        this.boards = new HeldSockets(BOARDS, () -> HeldWebSocket.open(http, live, session));
        threads.add(Thread.ofVirtual().unstarted(() -> repeat(this::apply, BETWEEN_APPLICATIONS)));
        threads.add(Thread.ofVirtual().unstarted(() -> repeat(boards::look, BETWEEN_LOOKS)));
        for (int reader = 0; reader < READERS; reader++) {
            Client asked = reader % 2 == 0 ? web : api;
            String path = reader % 2 == 0 ? "/careers/blue-fig/jobs/" + job : "/api/v1/jobs?limit=10";
            threads.add(Thread.ofVirtual().unstarted(() -> repeat(() -> read(asked, path), BETWEEN_READS)));
        }
        threads.forEach(Thread::start);
    }

    long requests() {
        return reads.get() + applications.get();
    }

    Map<String, Long> failures() {
        Map<String, Long> all = new TreeMap<>();
        failures.forEach((how, times) -> all.put(how, times.get()));
        return all;
    }

    long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }

    int applications() {
        return applications.get();
    }

    /** References of applications that were accepted. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    HeldSockets boards() {
        return boards;
    }

    /** Nobody asks for anything any more; boards stay open. */
    void rest() throws InterruptedException {
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        over.set(true);
        boards.close();
        http.close();
    }

    private void repeat(Runnable action, Duration pause) {
        while (!over.get()) {
            action.run();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void apply() {
        int number = applications.incrementAndGet();
        counted("applying", () -> {
            String answer = applicants.apply(web, http, job, number);
            Matcher reference = REFERENCE.matcher(answer);
            if (!reference.find()) {
                throw new IllegalStateException("an answer without a reference: " + answer);
            }
            acknowledged.add(String.valueOf(reference.group(1)));
        });
    }

    private void read(Client asked, String path) {
        reads.incrementAndGet();
        HttpRequest.Builder request = HttpRequest.newBuilder(asked.uri(path)).timeout(PATIENCE);
        if (!asked.token().isEmpty()) {
            request.header("Authorization", "Bearer " + asked.token());
        }
        counted("reading", () -> Applicants.send(http, request));
    }

    private void counted(String doing, Runnable request) {
        long begun = System.nanoTime();
        try {
            request.run();
        } catch (RuntimeException e) {
            String how = e.getCause() == null ? String.valueOf(e.getMessage()) : String.valueOf(e.getCause());
            failures.computeIfAbsent("%s: %s".formatted(doing, how), _ -> new AtomicLong())
                    .incrementAndGet();
        }
        longestNanos.accumulateAndGet(System.nanoTime() - begun, Math::max);
    }

    /** Logs in as a browser does, and returns its cookies; production marks them for HTTPS, which a proxy would end before. */
    private String session() throws IOException, InterruptedException {
        HttpResponse<String> form =
                http.send(HttpRequest.newBuilder(web.uri("/login")).build(), BodyHandlers.ofString());
        Matcher forgery = FORGERY.matcher(form.body());
        if (!forgery.find()) {
            throw new IOException("The page of the log-in has no field against forgery: " + form.body());
        }
        Map<String, String> cookies = new TreeMap<>(cookies(form));
        HttpResponse<String> entered = http.send(
                HttpRequest.newBuilder(web.uri("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", line(cookies))
                        .POST(BodyPublishers.ofString("_csrf=%s&email=owner%%40example.com&password=%s"
                                .formatted(forgery.group(1), Client.PASSWORD.replace(' ', '+'))))
                        .build(),
                BodyHandlers.ofString());
        if (entered.statusCode() >= 400) {
            throw new IOException("The log-in answered %d".formatted(entered.statusCode()));
        }
        cookies.putAll(cookies(entered));
        return line(cookies);
    }

    private static Map<String, String> cookies(HttpResponse<?> answer) {
        Map<String, String> cookies = new TreeMap<>();
        for (String set : answer.headers().allValues("set-cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return cookies;
    }

    private static String line(Map<String, String> cookies) {
        return String.join(
                "; ",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .toList());
    }
}
