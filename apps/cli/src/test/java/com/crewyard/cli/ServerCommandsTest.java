package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The engine's commands, once with an engine in them and once with a console that does it: what they say is the same. */
class ServerCommandsTest {

    private ConfigurableApplicationContext console;
    private Path folder;

    @BeforeEach
    void start(@TempDir Path directory) {
        folder = directory;
        console = DeploymentApplication.application()
                .run("--server.port=0", "--engine.state=" + served(), "--logging.level.com.crewyard=ERROR");
    }

    @AfterEach
    void stop() {
        for (Path state : List.of(served(), embedded())) {
            say(state, "destroy", "local");
        }
        console.close();
    }

    @Test
    void saysTheSameThroughAConsoleAsWithAnEngineOfItsOwn() throws IOException {
        List<Said> here = session(embedded());
        List<Said> there = session(served());

        assertThat(there).isEqualTo(here);
        assertThat(here).extracting(Said::code).containsExactly(0, 0, 0, 3, 0, 0, 0, 4, 2, 2, 0, 0, 0);
        assertThat(Files.exists(served().resolve("environments/shop.local"))).isFalse();
    }

    @Test
    void talksToAServerByItsAddressAndToken() throws Exception {
        app("healthy", "jwebserver");
        String address = "http://localhost:" + console.getEnvironment().getRequiredProperty("local.server.port");

        assertThat(process(address, "").errors()).contains("CREWYARD_DEPLOY_TOKEN is not set");
        assertThat(process(address, "x".repeat(40)).errors()).contains("refuses the token");
        Said status =
                process(address, AccessToken.of(served(), Optional.empty()).value());

        assertThat(status).isEqualTo(new Said(0, "Nothing was deployed yet.\n", ""));
    }

    /** What people do, in order; what differs by chance (times, ports, process ids, hashes) is left out of what is said. */
    private List<Said> session(Path state) throws IOException {
        List<Said> said = new ArrayList<>();
        int port = app("healthy", "jwebserver");
        said.add(say(state, "plan", "local"));
        said.add(say(state, "deploy", "local", "--reason", "the first one"));
        app("broken", "false", port);
        said.add(say(state, "plan", "local", "--json"));
        said.add(say(state, "deploy", "local"));
        said.add(say(state, "status", "local"));
        said.add(say(state, "releases", "local"));
        said.add(say(state, "status", "local", "--json"));
        said.add(say(state, "deploy", "local", "--approve", "0123456789abcdef"));
        said.add(say(state, "rollback", "local", "--to", "9"));
        said.add(say(state, "deploy", "nowhere"));
        said.add(say(state, "logs", "local", "web"));
        said.add(say(state, "destroy", "local"));
        said.add(say(state, "status"));
        return said;
    }

    private int app(String greeting, String program) throws IOException {
        return app(greeting, program, FreePort.next());
    }

    private int app(String greeting, String program, int port) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), """
                app: shop
                services:
                  web:
                    build: {}
                    command: ["%s"]
                    port: 8080
                    health: {path: /, interval: 100ms, healthy: 1, grace: 20s}
                    drain: {requests: 1s, websockets: 100ms}
                    env: {GREETING: %s}
                rollout: {strategy: blue-green, window: 1h}
                environments:
                  local: {target: process, publish: %d}
                """.formatted(
                        program.equals("jwebserver")
                                ? "exec %s/bin/jwebserver -o none -p $PORT".formatted(System.getProperty("java.home"))
                                : "exec /bin/" + program + " now",
                        greeting,
                        port));
        return port;
    }

    private Said say(Path state, String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--app", folder.resolve("app.yaml").toString(), "--state", state.toString()));
        Said said = Said.here(line);
        return new Said(said.code(), steady(said.output()), steady(said.errors()));
    }

    private static String steady(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "THEN")
                .replaceAll("process \\d+", "process N")
                .replaceAll("(\"handle\" : )\"\\d+\"", "$1N")
                .replaceAll("(?<=localhost:|127.0.0.1:|port |port\" : )\\d+", "PORT")
                .replaceAll("publish: \\d+", "publish: PORT")
                .replaceAll("sha256:[0-9a-f]+|\\b[0-9a-f]{16}\\b", "HASH")
                .replaceAll("\\d+\\.\\d s|About \\d+ s|for \\d+ s more|(?<=expected\" : )\\d+", "SECONDS")
                .replaceAll("(?<=requests|waited|within) \\d+ ms", " N ms");
    }

    private static Said process(String address, String token) throws IOException, InterruptedException {
        return Said.withToken(token, List.of("status", "--server", address));
    }

    private Path served() {
        return folder.resolve("served");
    }

    private Path embedded() {
        return folder.resolve("embedded");
    }
}
