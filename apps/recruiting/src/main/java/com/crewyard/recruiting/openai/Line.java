package com.crewyard.recruiting.openai;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts JSON to the service. Too many requests, broken servers and broken connections are tried again after a pause that
 * doubles, give or take half of it, so that many processes do not come back together; a {@code Retry-After} (RFC 9110,
 * 10.2.3) is kept to. Neither the key nor anything sent or answered is ever logged.
 */
final class Line {

    static final int ATTEMPTS = 3;

    private static final Logger log = LoggerFactory.getLogger(Line.class);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final long LARGEST_ANSWER = 64L << 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final OpenAiSettings settings;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final HttpClient http;

    Line(OpenAiSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        // Servers of models at home often stumble over the offer to upgrade that HTTP/2 makes without TLS.
        this.http = HttpClient.newBuilder()
                .version(
                        settings.baseUrl().startsWith("https:")
                                ? HttpClient.Version.HTTP_2
                                : HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * @param path below the base address
     * @param patience for all attempts together
     * @param reader of the answer; throws {@link UnavailableException} when it is not what was asked for
     * @throws UnavailableException when the service is left alone, or gave no answer of use
     */
    <T> T post(String path, Object body, Duration patience, Function<JsonNode, T> reader) {
        CircuitBreaker breaker = breakers.computeIfAbsent(path, _ -> new CircuitBreaker(clock));
        if (!breaker.allows()) {
            throw new UnavailableException("left alone after failures");
        }
        try {
            T answer = reader.apply(ask(path, json.writeValueAsString(body), patience, breaker));
            breaker.succeeded();
            return answer;
        } catch (UnavailableException e) {
            breaker.failed();
            log.atWarn()
                    .addKeyValue("event", "openai.failed")
                    .addKeyValue("path", path)
                    .addKeyValue("reason", String.valueOf(e.getMessage()))
                    .log("the model service did not answer");
            throw e;
        }
    }

    private JsonNode ask(String path, String body, Duration patience, CircuitBreaker breaker) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = settings.pause();
        for (int attempt = 1; ; attempt++) {
            switch (attempt(path, body, remaining(deadline))) {
                case Attempt.Answered(JsonNode answer) -> {
                    return answer;
                }
                case Attempt.Refused(String reason) -> throw new UnavailableException(reason);
                case Attempt.Busy(String reason, Optional<Duration> asked) -> {
                    Duration wait = asked.orElse(jittered(pause));
                    boolean worthWaiting = attempt < ATTEMPTS && wait.compareTo(remaining(deadline)) < 0;
                    if (!worthWaiting) {
                        asked.ifPresent(breaker::leaveAlone);
                        throw new UnavailableException("%s, %d times".formatted(reason, attempt));
                    }
                    sleep(wait);
                    pause = pause.multipliedBy(2);
                }
            }
        }
    }

    private Attempt attempt(String path, String body, Duration patience) {
        if (patience.isZero()) {
            return new Attempt.Refused("no time left");
        }
        HttpRequest request = HttpRequest.newBuilder(settings.at(path))
                .timeout(patience)
                .header("Authorization", "Bearer " + settings.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
            int status = response.statusCode();
            if (status / 100 == 2) {
                return new Attempt.Answered(json.readTree(response.body()));
            }
            String reason = "status " + status;
            return status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status >= FIRST_SERVER_ERROR
                    ? new Attempt.Busy(reason, retryAfter(response))
                    : new Attempt.Refused(reason);
        } catch (JacksonException _) {
            return new Attempt.Refused("an answer that is not JSON");
        } catch (IOException e) {
            return new Attempt.Busy(e.getClass().getSimpleName(), Optional.empty());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted");
        }
    }

    private Optional<Duration> retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .flatMap(this::pauseOf)
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause)
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** Seconds, or a date as in RFC 9110, 5.6.7. */
    private Optional<Duration> pauseOf(String written) {
        if (written.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(written)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), date.toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Duration remaining(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private static Duration jittered(Duration pause) {
        return Duration.ofNanos(
                (long) (pause.toNanos() * (0.5 + ThreadLocalRandom.current().nextDouble())));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted");
        }
    }
}
