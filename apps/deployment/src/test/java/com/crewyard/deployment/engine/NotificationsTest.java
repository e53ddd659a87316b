package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crewyard.deployment.access.Sight;
import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.notifications.NotificationLine;
import com.crewyard.deployment.notifications.Outbox;
import com.crewyard.deployment.notifications.Signatures;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people and programs hear of rollouts, over a real mail server and a real web server that has bad moments. */
class NotificationsTest {

    private static final String BLUE_GREEN = "strategy: blue-green, window: 1h";
    private static final JsonMapper JSON = new JsonMapper();

    private record Heard(String path, String body, Optional<String> timestamp, Optional<String> signature) {}

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger outages = new AtomicInteger(1);
    private HttpServer web;
    private Place place;
    private Engine engine;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        mail.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", this::hear);
        web.start();
        place = new Place(folder);
        int port = web.getAddress().getPort();
        Map<String, String> variables = Map.of(
                "SLACK", "http://127.0.0.1:%d/slack".formatted(port),
                "HOOK_SECRET", "shared with the receiver",
                "CREWYARD_SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "CREWYARD_MAIL_FROM", "deploy@crewyard.example",
                "CREWYARD_NOTIFY_HOSTS", "localhost");
        engine = Engine.start(place.onServer(), _ -> {}, _ -> {}, name -> Optional.ofNullable(variables.get(name)));
    }

    @AfterEach
    void stop() {
        engine.deployments().destroy(Place.REF, "tester", true);
        engine.close();
        web.stop(0);
        mail.stop();
    }

    @Test
    void tellsEverybodyWhatTheyWantToHearHoweverOftenItTakes() throws Exception {
        Place.deploy(engine, app("v1", ""));
        Place.deploy(engine, app("v2", "dies"));

        Outbox outbox = new Outbox(JdbcClient.create(engine.database()), Clock.systemUTC());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(outbox.latest(Sight.EVERYTHING, 100))
                        .hasSize(10)
                        .noneMatch(line -> line.state().equals("waiting")));

        assertThat(outbox.latest(Sight.EVERYTHING, 100))
                .filteredOn(line -> line.channel().equals("slack"))
                .extracting(NotificationLine::event, NotificationLine::state, NotificationLine::to)
                .containsExactly(
                        tuple("rolled-back", "sent", "SLACK"),
                        tuple("failed", "sent", "SLACK"),
                        tuple("started", "sent", "SLACK"),
                        tuple("live", "sent", "SLACK"),
                        tuple("started", "sent", "SLACK"));
        assertThat(outbox.latest(Sight.EVERYTHING, 100))
                .as("the first answer was 503")
                .anyMatch(line -> line.attempts() == 2 && line.state().equals("sent"));
        assertThat(outbox.latest(Sight.EVERYTHING, 100))
                .filteredOn(line -> line.to().equals("127.0.0.1"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo("failed");
                    assertThat(line.problem()).startsWith("127.0.0.1 is in a private network");
                });
        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[1].getSubject()).startsWith("shop/local: release 2 was rolled back.");
        assertThat(received[1].getAllRecipients()[0]).hasToString("ops@example.com");
        assertThat(heard).noneMatch(one -> one.path().equals("/inside"));

        assertThat(heard)
                .filteredOn(one -> one.path().equals("/hook?room=1"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.signature())
                        .hasValue(Signatures.sha256(
                                "shared with the receiver", one.timestamp().orElseThrow() + "." + one.body())))
                .extracting(one -> JSON.readTree(one.body()))
                .satisfies(documents -> {
                    JsonNode last = documents.getLast();
                    assertThat(last.get("event").asString()).isEqualTo("rolled-back");
                    assertThat(last.get("environment").asString()).isEqualTo("local");
                    assertThat(last.get("release").asInt()).isEqualTo(2);
                    assertThat(last.get("actor").asString()).isEqualTo("tester");
                });
    }

    private void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean down = outages.getAndDecrement() > 0;
        if (!down) {
            heard.add(new Heard(
                    exchange.getRequestURI().toString(),
                    body,
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Crewyard-Timestamp")),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Crewyard-Signature-256"))));
        }
        exchange.sendResponseHeaders(down ? 503 : 204, -1);
        exchange.close();
    }

    private AppFile app(String version, String behaviour) throws IOException {
        Path file = place.app(version, behaviour, BLUE_GREEN, "").file();
        int port = web.getAddress().getPort();
        Files.writeString(file, """
                      notifications:
                        - slack: SLACK
                        - {email: ops@example.com, events: [live, rolled-back]}
                        - {webhook: "http://localhost:%d/hook?room=1", secret: HOOK_SECRET, events: [live, rolled-back]}
                        - {webhook: "http://127.0.0.1:%d/inside", events: [failed]}
                """.formatted(port, port).indent(2), java.nio.file.StandardOpenOption.APPEND);
        String text = Files.readString(file)
                .replace(
                        "local: {target: process, publish: %d}".formatted(place.port),
                        "local:\n    target: process\n    publish: %d".formatted(place.port));
        Files.writeString(
                file,
                text.replaceAll("(?m)^ +notifications:", "    notifications:").replaceAll("(?m)^ +- ", "      - "));
        return AppFile.read(file);
    }
}
