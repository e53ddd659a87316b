package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.secrets.SecretKeys;
import com.crewyard.deployment.secrets.SecretLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets from where they are set to the instances that have them, and nowhere else. */
class SecretsTest {

    private static final String VALUE = "hunter2-hunter2-hunter2";

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new ConcurrentHashMap<>();

    @Test
    void reachesInstancesAndIsNowhereElse() throws Exception {
        Place place = new Place(folder);
        variables.put(SecretKeys.KEY, key('1'));
        variables.put("ELSEWHERE", "looked up");
        AppFile app = app(place);
        EngineSettings settings = new EngineSettings(
                folder.resolve("state"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                name -> Optional.ofNullable(variables.get(name)));
        try (Engine engine = Engine.start(settings, _ -> {})) {
            engine.secrets().set(Place.REF, "TOKEN", VALUE, "tester");
            engine.secrets().refer(Place.REF, "OTHER", "env:ELSEWHERE", "tester");
            assertThat(engine.secrets().list(Place.REF))
                    .extracting(SecretLine::name, SecretLine::reference)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("OTHER", Optional.of("env:ELSEWHERE")),
                            org.assertj.core.api.Assertions.tuple("TOKEN", Optional.empty()));

            String plan = CanonicalJson.of(engine.deployments().plan(Place.request(app)));
            assertThat(plan).doesNotContain(VALUE).doesNotContain("has no value");
            assertThat(Place.deploy(engine, app)).isInstanceOf(DeployResult.Live.class);

            assertThat(said(engine)).isEqualTo(VALUE + " looked up\n");
            assertThat(kept(engine)).as("the database").isZero();
            assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                    .noneMatch(line -> line.contains(VALUE));

            variables.remove("ELSEWHERE");
            assertThatThrownBy(() -> engine.deployments().deploy(Place.request(app)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("The secret shop/local/OTHER is to come from env:ELSEWHERE, and the engine has no such"
                            + " variable.");
            engine.secrets().delete(Place.REF, "OTHER", "tester");

            variables.put(SecretKeys.KEY, key('2'));
            assertThatThrownBy(() -> engine.deployments().deploy(Place.request(app)))
                    .hasMessageContaining("The secret shop/local/TOKEN was sealed with the key");
            variables.put(SecretKeys.OLD_KEYS, key('1'));
            assertThat(engine.secrets().rotate("tester")).isEqualTo(1);
            assertThat(engine.secrets().rotate("tester")).isZero();
            variables.remove(SecretKeys.OLD_KEYS);
            assertThat(Place.deploy(engine, app)).isInstanceOf(DeployResult.Live.class);

            engine.deployments().destroy(Place.REF, "tester", true);
        }
        place.awaitEnginesEnd();
    }

    private static AppFile app(Place place) throws Exception {
        AppFile app = place.app("v1", "", "strategy: blue-green, window: 1h", "");
        Files.writeString(
                app.file(),
                Files.readString(app.file()).replace("    drain:", "    secrets: [TOKEN, OTHER]\n    drain:"));
        return AppFile.read(app.file());
    }

    /** In how many rows of the engine's own the value stands. */
    private static long kept(Engine engine) {
        JdbcClient jdbc = JdbcClient.create(engine.database());
        long found = 0;
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'deploy'")
                .query(String.class)
                .list()) {
            found += jdbc.sql(
                            "select count(*) from deploy.%s t where t::text like ? or t::text like ?".formatted(table))
                    .params("%" + VALUE + "%", "%" + hex() + "%")
                    .query(Long.class)
                    .single();
        }
        return found;
    }

    private static String hex() {
        return java.util.HexFormat.of().formatHex(VALUE.getBytes(StandardCharsets.UTF_8));
    }

    private static String said(Engine engine) throws InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        engine.deployments()
                .run(
                        Place.REF,
                        new RunRequest(
                                Optional.empty(),
                                List.of("/bin/sh", "-c", "echo $TOKEN $OTHER"),
                                Duration.ofMinutes(1),
                                "tester"),
                        output::writeBytes);
        return output.toString(StandardCharsets.UTF_8);
    }

    private static String key(char digit) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(digit).repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
