package com.crewyard.cli;

import com.crewyard.deployment.DeploymentApplication;
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
            "Starts the console of Crewyard Deploy, with the hosting advisor's pages, and tells its address.",
            "",
            "It listens to this machine only and changes nothing. Ctrl-C stops it.",
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

    @Override
    public Integer call() {
        RunCommand.requireFree(port);
        ConfigurableApplicationContext running =
                DeploymentApplication.application().run(arguments().toArray(String[]::new));
        System.out.printf(
                "%n  Crewyard's console is ready%n%n      http://localhost:%s/%n%n  Ctrl-C stops it.%n%n",
                running.getEnvironment().getRequiredProperty("local.server.port"));
        return 0;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(ConsoleLog.settings());
        arguments.add("--spring.main.log-startup-info=false");
        arguments.add("--server.port=" + port);
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
