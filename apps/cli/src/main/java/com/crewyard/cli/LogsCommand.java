package com.crewyard.cli;

import com.crewyard.deployment.engine.LogReader;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        customSynopsis = "./crewyard logs ENV [SERVICE] [-f] [OPTIONS]",
        description = {"Shows what instances wrote, each line after its instance's name.", ""},
        footer = {"", DeployExit.CODES})
final class LogsCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MILLIS = 200;

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "SERVICE", description = "One service only.")
    private @Nullable String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as more is written, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "100", description = "How many. Default: 100.")
    private int lines;

    @Override
    public Integer call() throws InterruptedException {
        EnvironmentRef ref = options.environment(environment);
        LogReader logs = options.lookingOn(operations -> operations.logs(ref));
        Optional<String> of = Optional.ofNullable(service);
        Map<String, Long> cursor = follow ? logs.end(of) : Map.of();
        List<LogLine> last = logs.last(of, lines);
        options.print(last.stream().map(LogsCommand::text).collect(Collectors.joining()), last);
        while (follow) {
            LogPage page = logs.since(of, cursor);
            page.lines().forEach(line -> System.out.print(text(line)));
            cursor = page.cursor();
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return 0;
    }

    private static String text(LogLine line) {
        return "%s | %s\n".formatted(line.instance(), line.text());
    }
}
