package com.crewyard.cli;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.postgres.DatabaseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What every command of the deployment engine takes. */
final class EngineOptions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final int MOST_ATTEMPTS = 5;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(300);

    @Option(
            names = "--app",
            paramLabel = "FILE",
            defaultValue = "app.yaml",
            description = "The app spec. Default: app.yaml.")
    private Path app = Path.of("app.yaml");

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the engine keeps what it knows; the user's state folder by default.")
    private @Nullable Path state;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    boolean json() {
        return json;
    }

    AppFile app() {
        return AppFile.read(app);
    }

    /** Checks that the app spec has it. */
    EnvironmentRef environment(String name) {
        AppFile file = app();
        return new EnvironmentRef(file.spec().app(), file.environment(name).name());
    }

    /** Calls an engine that works until the call is over. */
    <T> T working(Function<Engine, T> call) {
        EngineLog.quiet();
        try (Engine engine = Engine.start(settings(), this::tellWait)) {
            return call.apply(engine);
        }
    }

    /** Calls an engine for answers and wishes, beside another command that works. */
    <T> T lookingOn(Function<Engine, T> call) {
        EngineLog.quiet();
        for (int attempt = 1; ; attempt++) {
            try (Engine engine = Engine.lookOn(settings(), this::tellWait)) {
                return call.apply(engine);
            } catch (DatabaseException | DataAccessException | TransactionException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** The other command's database ends with it; a moment later ours is the one that starts it. */
    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("Interrupted.");
        }
    }

    /** What takes its time: beside the result, on standard error. */
    private void tellWait(String line) {
        if (!json) {
            System.err.println(line);
        }
    }

    /** Progress: for people on standard output, beside JSON nowhere. */
    void say(String line) {
        if (!json) {
            System.out.println(line);
        }
    }

    void print(String text, Object value) {
        System.out.print(json ? JSON.writeValueAsString(value) + "\n" : text);
    }

    static String actor() {
        return Optional.ofNullable(System.getenv("CREWYARD_ACTOR"))
                .filter(name -> !name.isBlank())
                .orElse(System.getProperty("user.name", "somebody"));
    }

    static Map<String, String> secrets() {
        return System.getenv();
    }

    private EngineSettings settings() {
        return new EngineSettings(
                state == null ? EngineSettings.usualState() : state,
                Optional.ofNullable(System.getenv("CREWYARD_ENGINE_DATABASE_URL"))
                        .filter(url -> !url.isBlank()));
    }
}
