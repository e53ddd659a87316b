package com.crewyard.deployment.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine for a while: it does what is due, such as the end of a rollback window, and ends. The keeper of an environment
 * starts it, since after a command has returned nobody else does.
 */
public final class Settle {

    private static final Logger log = LoggerFactory.getLogger(Settle.class);
    private static final long LOOK_EVERY_MILLIS = 200;

    private Settle() {}

    /** The command that a keeper starts, with the Java and the class path of this process. */
    static List<String> command(Path state, EngineSettings settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=com/crewyard/deployment/background-log.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Settle.class.getName(),
                state.toString(),
                settings.containers().orElse(""),
                settings.sshKey().map(key -> key.toAbsolutePath().toString()).orElse("")));
        return command;
    }

    static void main(String[] arguments) throws InterruptedException {
        EngineSettings settings = new EngineSettings(
                Path.of(arguments[0]),
                Optional.empty(),
                argument(arguments, 1),
                argument(arguments, 2).map(Path::of));
        try (Engine engine = Engine.start(settings, _ -> {})) {
            while (engine.isBusy()) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            engine.setAlarms();
            log.info("nothing is due any more");
        } catch (ConsoleRunsException e) {
            log.info("{} It does what is due.", e.getMessage());
        }
    }

    private static Optional<String> argument(String[] arguments, int position) {
        return Optional.of(arguments)
                .filter(all -> all.length > position)
                .map(all -> all[position])
                .filter(text -> !text.isEmpty());
    }
}
