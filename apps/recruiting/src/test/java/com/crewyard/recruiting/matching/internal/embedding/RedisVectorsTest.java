package com.crewyard.recruiting.matching.internal.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real Redis, which is stopped and started. */
class RedisVectorsTest {

    private static final OrganizationId FIGS = new OrganizationId(1);
    private static final OrganizationId PLUMS = new OrganizationId(2);
    private static final String MODEL = "model-1";
    private static final TextKey BAKER = TextKey.of("Baker");

    @TempDir
    private Path folder = Path.of("");

    private final Database database = new Database();
    private int port;
    private Optional<Process> server = Optional.empty();

    /** What stands behind, and what it was asked for. */
    private static final class Database implements VectorCache {

        private final Map<TextKey, float[]> kept = new HashMap<>();
        private int asked;

        @Override
        public Map<TextKey, float[]> find(String model, Set<TextKey> keys) {
            asked++;
            return keys.stream().filter(kept::containsKey).collect(Collectors.toMap(key -> key, kept::get));
        }

        @Override
        public void keep(String model, Map<TextKey, float[]> vectors) {
            kept.putAll(vectors);
        }
    }

    @BeforeEach
    void startRedis() throws IOException {
        port = FreePort.next();
        start();
    }

    @AfterEach
    void stopRedis() throws InterruptedException {
        if (server.isPresent()) {
            server.get().destroy();
            server.get().waitFor();
        }
    }

    @Test
    void asksTheDatabaseOnceAndKeepsOrganizationsApart() {
        try (RedisVectors vectors = vectors(Clock.systemUTC())) {
            Tenancy.in(FIGS, () -> vectors.keep(MODEL, Map.of(BAKER, new float[] {.5f, -.75f})));

            assertThat(Tenancy.in(FIGS, () -> vectors.find(MODEL, Set.of(BAKER)))
                            .get(BAKER))
                    .containsExactly(.5f, -.75f);
            assertThat(database.asked).isZero();

            database.kept.clear();
            assertThat(Tenancy.in(PLUMS, () -> vectors.find(MODEL, Set.of(BAKER))))
                    .as("of another organization")
                    .isEmpty();
            assertThat(Tenancy.in(FIGS, () -> vectors.find("model-2", Set.of(BAKER))))
                    .as("of another model")
                    .isEmpty();
            assertThat(database.asked).isEqualTo(2);
        }
    }

    @Test
    void takesOverWhatTheDatabaseKnows() {
        database.kept.put(BAKER, new float[] {1});
        try (RedisVectors vectors = vectors(Clock.systemUTC())) {
            for (int i = 0; i < 3; i++) {
                assertThat(Tenancy.in(FIGS, () -> vectors.find(MODEL, Set.of(BAKER))))
                        .containsOnlyKeys(BAKER);
            }
            assertThat(database.asked).isEqualTo(1);
        }
    }

    @Test
    void goesOnWithoutARedisAndComesBackToIt() throws IOException, InterruptedException {
        Clock start = Clock.systemUTC();
        Clock[] now = {start};
        Clock clock = new Moving(now);
        try (RedisVectors vectors = vectors(clock)) {
            Tenancy.in(FIGS, () -> vectors.keep(MODEL, Map.of(BAKER, new float[] {1})));
            stopRedis();

            assertThat(Tenancy.in(FIGS, () -> vectors.find(MODEL, Set.of(BAKER))))
                    .containsOnlyKeys(BAKER);
            assertThat(database.asked).isEqualTo(1);

            start();
            now[0] = Clock.offset(start, Duration.ofMinutes(1));
            Tenancy.in(FIGS, () -> vectors.keep(MODEL, Map.of(BAKER, new float[] {1})));
            assertThat(Tenancy.in(FIGS, () -> vectors.find(MODEL, Set.of(BAKER))))
                    .containsOnlyKeys(BAKER);
            assertThat(database.asked).as("Redis answers again").isEqualTo(1);
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> new RedisVectors(URI.create("localhost"), database, Clock.systemUTC()))
                .hasMessageContaining("REDIS_URL is no address of a Redis");
    }

    private static final class Moving extends Clock {

        private final Clock[] now;

        Moving(Clock[] now) {
            this.now = now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return now[0].getZone();
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return now[0].withZone(zone);
        }

        @Override
        public java.time.Instant instant() {
            return now[0].instant();
        }
    }

    private RedisVectors vectors(Clock clock) {
        return new RedisVectors(URI.create("redis://127.0.0.1:%d/0".formatted(port)), database, clock);
    }

    private void start() throws IOException {
        Optional<Path> program = Stream.concat(
                        Stream.ofNullable(System.getenv("CREWYARD_REDIS")),
                        Stream.of("/usr/bin/redis-server", "/opt/homebrew/bin/redis-server"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                program.isPresent(),
                "Redis is not installed: apt-get install redis-server, or set CREWYARD_REDIS to its program");
        server = Optional.of(new ProcessBuilder(List.of(
                        program.orElseThrow().toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--dir",
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        Awaitility.await().ignoreExceptions().until(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
    }
}
