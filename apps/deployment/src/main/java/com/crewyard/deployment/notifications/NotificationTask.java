package com.crewyard.deployment.notifications;

import com.crewyard.deployment.work.DurableTask;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one message, again and again until it is taken, with waits that double. A message may come twice when the engine dies
 * between sending it and noting that; webhooks then carry the same delivery.
 */
final class NotificationTask extends DurableTask {

    static final String NAME = "notification";

    static final String TIMESTAMP = "X-Crewyard-Timestamp";

    private static final Logger log = LoggerFactory.getLogger(NotificationTask.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** About a day after the first attempt. */
    private static final int MOST_ATTEMPTS = 35;

    private final JdbcClient jdbc;
    private final Post post;
    private final Mail mail;
    private final Function<String, Optional<String>> variables;
    private final Clock clock;

    NotificationTask(JdbcClient jdbc, Post post, Mail mail, Function<String, Optional<String>> variables, Clock clock) {
        super(NAME);
        this.jdbc = jdbc;
        this.post = post;
        this.mail = mail;
        this.variables = variables;
        this.clock = clock;
    }

    private record Message(
            long id,
            String channel,
            String address,
            Optional<String> secret,
            String text,
            String document,
            int attempts) {}

    @Override
    protected Optional<Duration> work(String instance) {
        return waiting(Long.parseLong(instance)).flatMap(this::attempt);
    }

    private Optional<Message> waiting(long id) {
        return jdbc.sql("""
                select id, channel, address, secret, text, document, attempts from deploy.notification
                where id = ? and state = 'WAITING'""")
                .param(id)
                .query((row, _) -> new Message(
                        row.getLong("id"),
                        row.getString("channel"),
                        row.getString("address"),
                        Optional.ofNullable(row.getString("secret")),
                        row.getString("text"),
                        row.getString("document"),
                        row.getInt("attempts")))
                .optional();
    }

    private Optional<Duration> attempt(Message message) {
        int attempts = message.attempts() + 1;
        try {
            send(message);
            note(message, "SENT", "", Optional.empty());
            return Optional.empty();
        } catch (UndeliveredException e) {
            log.info("notification {} is not taken: {}", message.id(), e.sentence());
            if (e.isForGood() || attempts >= MOST_ATTEMPTS) {
                note(message, "FAILED", e.sentence(), Optional.empty());
                return Optional.empty();
            }
            Duration wait = after(attempts);
            note(message, "WAITING", e.sentence(), Optional.of(clock.instant().plus(wait)));
            return Optional.of(wait);
        }
    }

    static Duration after(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void send(Message message) throws UndeliveredException {
        switch (message.channel()) {
            case "SLACK" ->
                post.toOwn(
                        address(required(message.address())), JSON.writeValueAsString(Map.of("text", message.text())));
            case "EMAIL" -> mail.send(message.address(), subject(message.text()), message.text() + "\n");
            default -> post.toStranger(address(message.address()), message.document(), headers(message));
        }
    }

    private Map<String, String> headers(Message message) throws UndeliveredException {
        String delivery = String.valueOf(message.id());
        if (message.secret().isEmpty()) {
            return Map.of(Signatures.DELIVERY_HEADER, delivery);
        }
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        String signature = Signatures.sha256(required(message.secret().get()), timestamp + "." + message.document());
        return Map.of(
                Signatures.DELIVERY_HEADER, delivery, TIMESTAMP, timestamp, Signatures.SIGNATURE_HEADER, signature);
    }

    private String required(String variable) throws UndeliveredException {
        return variables
                .apply(variable)
                .filter(value -> !value.isBlank())
                .orElseThrow(
                        () -> UndeliveredException.forNow("%s is not set where the engine runs.".formatted(variable)));
    }

    private static URI address(String text) throws UndeliveredException {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException _) {
            throw UndeliveredException.forGood("The address is none such as https://hooks.example.com/deploy.");
        }
    }

    private static String subject(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 119) + "…" : line;
    }

    private void note(Message message, String state, String problem, Optional<Instant> next) {
        jdbc.sql("""
                update deploy.notification
                set state = :state, problem = :problem, attempts = attempts + 1, next_at = :next,
                    ended_at = case when :state = 'WAITING' then null else now() end
                where id = :id""")
                .param("state", state)
                .param("problem", problem)
                .param("next", next.map(Timestamp::from).orElse(null))
                .param("id", message.id())
                .update();
    }
}
