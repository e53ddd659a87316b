package com.crewyard.cli;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.SignInLink;
import com.crewyard.deployment.engine.EngineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "console",
        customSynopsis = "./crewyard console [OPTIONS]",
        description = {
            "Starts Crewyard Deploy: the deployment engine with its pages and its API, and the hosting advisor's pages.",
            "",
            "It listens to this machine only and prints an address that signs you in. Commands on the same state folder",
            "are done by it. What it deployed goes on when it is stopped, which Ctrl-C does.",
            ""
        })
final class ConsoleCommand implements Callable<Integer> {

    private static final Path OWN_SPEC = Path.of("deploy/app.yaml");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9000",
            description = "Port to listen on. Default: 9000.")
    private int port;

    @Option(
            names = "--research",
            arity = "1..*",
            paramLabel = "DOC",
            description = "Research documents; without any, those that ship with Crewyard.")
    private List<Path> research = List.of();

    @Option(
            names = "--app",
            paramLabel = "APP",
            description = "The app spec that is planned for; app.yaml, else Crewyard's own, by default.")
    private @Nullable Path app;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the engine keeps what it knows; the user's state folder by default.")
    private @Nullable Path state;

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "A name it answers by beside localhost, when a proxy on this machine passes requests on.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        RunCommand.requireFree(port);
        ConfigurableApplicationContext running =
                DeploymentApplication.application().run(arguments().toArray(String[]::new));
        String address = "http://localhost:" + running.getEnvironment().getRequiredProperty("local.server.port");
        System.out.printf(
                "%n  Crewyard's console is ready%n%n      %s%s%n%n  This address signs you in, once and within 15 minutes; later sign in with the token in%n  %s. Ctrl-C stops the console; what it deployed goes on.%n%n",
                address, running.getBean(SignInLink.class).path(), AccessToken.file(stateFolder()));
        return 0;
    }

    private Path stateFolder() {
        return state == null ? EngineSettings.usualState() : state;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(ConsoleLog.settings());
        arguments.add("--spring.main.log-startup-info=false");
        arguments.add("--server.port=" + port);
        arguments.add("--engine.state=" + stateFolder().toAbsolutePath().normalize());
        if (!names.isEmpty()) {
            arguments.add("--access.names=" + String.join(",", names));
        }
        List<Path> named = new ArrayList<>(research);
        Path spec = spec();
        named.add(spec);
        named.stream().filter(file -> !Files.isReadable(file)).findFirst().ifPresent(file -> {
            throw new StartRefusedException("%s cannot be read; name a file that can.".formatted(file));
        });
        if (!research.isEmpty()) {
            arguments.add("--console.research="
                    + research.stream().map(Path::toString).collect(Collectors.joining(",")));
        }
        arguments.add("--console.app=" + spec);
        return arguments;
    }

    private Path spec() {
        if (app != null) {
            return app;
        }
        Path usual = Path.of("app.yaml");
        return Files.exists(usual) ? usual : Repository.here().path(OWN_SPEC.toString());
    }
}
