package com.crewyard.cli;

import com.crewyard.deployment.api.RemoteOperations;
import com.crewyard.deployment.api.Server;
import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.engine.Deployments;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command on environments takes. */
final class EngineOptions {

    @Option(
            names = "--app",
            paramLabel = "FILE",
            defaultValue = "app.yaml",
            description = "The app spec. Default: app.yaml.")
    private Path app = Path.of("app.yaml");

    @Mixin
    private ServerOptions at = new ServerOptions();

    boolean json() {
        return at.json();
    }

    AppFile app() {
        return AppFile.read(app);
    }

    /** Checks that the app spec has it. */
    EnvironmentRef environment(String name) {
        AppFile file = app();
        return new EnvironmentRef(file.spec().app(), file.environment(name).name());
    }

    /** Calls an engine that works until the call is over, or the server's. */
    <T> T working(Function<Operations, T> call) {
        return at.working(engine -> call.apply(engine.deployments()), (server, folder) -> remote(server, folder, call));
    }

    /** Calls an engine for answers and wishes, beside another command that works, or the server's. */
    <T> T lookingOn(Function<Operations, T> call) {
        return at.lookingOn(
                engine -> call.apply(engine.deployments()), (server, folder) -> remote(server, folder, call));
    }

    private static <T> T remote(Server server, Optional<String> folder, Function<Operations, T> call) {
        return call.apply(new RemoteOperations(server, folder));
    }

    /** Calls an engine in this process whoever else works, for what only goes where the environments are. */
    <T> T here(Function<Deployments, T> call) {
        return at.here(engine -> call.apply(engine.deployments()));
    }

    /** Progress: for people on standard output, beside JSON nowhere. */
    void say(String line) {
        at.say(line);
    }

    void print(String text, Object value) {
        at.print(text, value);
    }

    static String actor() {
        return Optional.ofNullable(System.getenv("CREWYARD_ACTOR"))
                .filter(name -> !name.isBlank())
                .orElse(System.getProperty("user.name", "somebody"));
    }

    static Map<String, String> secrets() {
        return System.getenv();
    }
}
