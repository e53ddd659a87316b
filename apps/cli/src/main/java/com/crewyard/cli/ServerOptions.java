package com.crewyard.cli;

import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.ConsoleAddress;
import com.crewyard.deployment.api.Server;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.ConsoleRunsException;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import com.crewyard.postgres.DatabaseException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where the deployment engine is that a command calls, and how the command answers. */
final class ServerOptions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final int MOST_ATTEMPTS = 5;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(300);

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the engine keeps what it knows; the user's state folder by default.")
    private @Nullable Path state;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "A console that does it instead of an engine here. Its token is taken from CREWYARD_DEPLOY_TOKEN.")
    private @Nullable URI server;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "With --server: the folder on its machine that relative paths start from.")
    private @Nullable String folder;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** What a call does with a server's engine. */
    @FunctionalInterface
    interface There<T> {

        /** @param folder on the server's machine, if one was named */
        T call(Server server, Optional<String> folder);
    }

    boolean json() {
        return json;
    }

    /** Calls an engine that works until the call is over, or the server's. */
    <T> T working(Function<Engine, T> here, There<T> there) {
        return calling(there, () -> {
            try (Engine engine = Engine.start(settings(), this::tellWait)) {
                return here.apply(engine);
            }
        });
    }

    /** Calls an engine for answers and wishes, beside another command that works, or the server's. */
    <T> T lookingOn(Function<Engine, T> here, There<T> there) {
        return calling(there, () -> beside(here));
    }

    /**
     * Calls the server that was named, as whoever its token is for.
     *
     * @throws RefusedException when none was, for what an engine here would take under any name
     * @param otherwise what to do instead, as a sentence
     */
    <T> T named(There<T> there, String otherwise) {
        if (server == null) {
            throw RefusedException.input(otherwise);
        }
        return calling(there, () -> {
            throw new IllegalStateException("a server was named");
        });
    }

    /** A console on the same folder has the engine already, so it is asked; it may come up while we wait for the folder. */
    private <T> T calling(There<T> there, Supplier<T> here) {
        EngineLog.quiet();
        if (server != null) {
            return there.call(new Server(server, token()), Optional.ofNullable(folder));
        }
        if (folder != null) {
            throw new StartRefusedException("--folder names a folder on a server's machine; say --server URL too.");
        }
        Optional<ConsoleAddress> console = settings().database().isPresent()
                ? Optional.empty()
                : ConsoleAddress.of(settings().state());
        if (console.isPresent()) {
            return through(console.get(), there);
        }
        try {
            return here.get();
        } catch (ConsoleRunsException e) {
            return through(e.console(), there);
        }
    }

    private static <T> T through(ConsoleAddress console, There<T> there) {
        return there.call(new Server(console.url(), console.token()), Optional.empty());
    }

    /** Calls an engine in this process whoever else works, for what only goes where the environments are. */
    <T> T here(Function<Engine, T> call) {
        EngineLog.quiet();
        if (server != null) {
            throw new StartRefusedException(
                    "A command is run where its environment is; log in to the server's machine and run it there.");
        }
        return beside(call);
    }

    private <T> T beside(Function<Engine, T> call) {
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

    private static String token() {
        return Optional.ofNullable(System.getenv(AccessToken.VARIABLE))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new StartRefusedException(
                        "%s is not set; set it to the server's token, which is in the file token of its state folder."
                                .formatted(AccessToken.VARIABLE)));
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

    private EngineSettings settings() {
        return new EngineSettings(
                state == null ? EngineSettings.usualState() : state,
                Optional.ofNullable(System.getenv("CREWYARD_ENGINE_DATABASE_URL"))
                        .filter(url -> !url.isBlank()));
    }
}
