package com.crewyard.cli;

import com.crewyard.deployment.access.Sight;
import com.crewyard.deployment.api.RemoteApprovals;
import com.crewyard.deployment.api.RemoteCron;
import com.crewyard.deployment.api.RemoteOperations;
import com.crewyard.deployment.api.RemotePreviews;
import com.crewyard.deployment.api.RemoteSecrets;
import com.crewyard.deployment.api.Server;
import com.crewyard.deployment.approvals.Approval;
import com.crewyard.deployment.approvals.Approvals;
import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.CronOperations;
import com.crewyard.deployment.engine.Deployments;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.engine.PreviewOperations;
import com.crewyard.deployment.previews.Preview;
import com.crewyard.deployment.secrets.SecretOperations;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
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

    /** Checks that the app spec has it, or may have it as one of a pull request. */
    EnvironmentRef environment(String name) {
        AppFile file = app();
        if (file.spec().previews().isPresent() && Preview.isName(name)) {
            return new EnvironmentRef(file.spec().app(), name);
        }
        return new EnvironmentRef(file.spec().app(), file.environment(name).name());
    }

    /** As {@link #environment}, or {@code APP/ENV} for who has no app spec at hand. */
    EnvironmentRef environmentOrPath(String name) {
        String[] parts = name.split("/", -1);
        return switch (parts.length) {
            case 1 -> environment(name);
            case 2 -> new EnvironmentRef(parts[0], parts[1]);
            default ->
                throw RefusedException.input(
                        "\"%s\" is no environment; name one of the app spec, or one such as shop/production."
                                .formatted(name));
        };
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

    /** As {@link #working}, with the environments of pull requests too. */
    <T> T previewing(BiFunction<Operations, PreviewOperations, T> call) {
        return at.working(
                engine -> call.apply(engine.deployments(), engine.previews()),
                (server, folder) ->
                        call.apply(new RemoteOperations(server, folder), new RemotePreviews(server, folder)));
    }

    /** As {@link #lookingOn}, for the environments of pull requests. */
    <T> T lookingOnPreviews(Function<PreviewOperations, T> call) {
        return at.lookingOn(
                engine -> call.apply(engine.previews()),
                (server, folder) -> call.apply(new RemotePreviews(server, folder)));
    }

    /** Calls whoever keeps the secrets. */
    <T> T secrets(Function<SecretOperations, T> call) {
        return at.lookingOn(
                engine -> call.apply(engine.secrets()), (server, _) -> call.apply(new RemoteSecrets(server)));
    }

    /** Asks for commands that run at times of their own. */
    <T> T cron(Function<CronOperations, T> call) {
        return at.lookingOn(engine -> call.apply(engine.cron()), (server, _) -> call.apply(new RemoteCron(server)));
    }

    /** Asks which plans wait for approval, or had an answer. */
    List<Approval> approvals(Optional<EnvironmentRef> of) {
        return at.lookingOn(
                engine -> new Approvals(
                                JdbcClient.create(engine.database()),
                                new JdbcTransactionManager(engine.database()),
                                Clock.systemUTC())
                        .latest(of, Sight.EVERYTHING),
                (server, _) -> new RemoteApprovals(server).latest(of));
    }

    /** Calls the server that was named, for what counts only under a name that nobody else can take. */
    <T> T approving(Function<RemoteApprovals, T> call) {
        return at.named(
                (server, _) -> call.apply(new RemoteApprovals(server)),
                "An approval counts under a name that nobody else can take; name the console with --server URL, and"
                        + " set CREWYARD_DEPLOY_TOKEN to a token that ./crewyard token create made for you.");
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
