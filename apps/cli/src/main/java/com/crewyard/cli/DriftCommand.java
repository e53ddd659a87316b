package com.crewyard.cli;

import com.crewyard.deployment.engine.Drift;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "drift",
        customSynopsis = "./crewyard drift ENV [--repair] [OPTIONS]",
        description = {
            "Compares what runs with what the live release wants: instances that are missing, instances that nobody wants,"
                    + " addresses that nobody answers at.",
            "",
            "--repair stops what nobody wants and gives the live release new instances, which take the traffic over when they"
                    + " are healthy.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 no drift or repaired, 2 bad input, 3 the repair was taken back, 4 not now, 5 drift."
        })
final class DriftCommand implements Callable<Integer> {

    private static final int DRIFT = 5;

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Option(names = "--repair", description = "Put it right.")
    private boolean repair;

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        List<Drift> found = options.lookingOn(operations -> operations.drift(ref));
        if (repair && !found.isEmpty()) {
            found.forEach(drift -> options.say("  " + drift.finding()));
            return options.working(operations -> {
                long rollout = operations.repair(ref, EngineOptions.actor());
                return new RolloutProgress(options, environment).follow(operations, rollout);
            });
        }
        options.print(
                found.isEmpty()
                        ? "%s is as it should be.\n".formatted(ref)
                        : found.stream().map(drift -> drift.finding() + "\n").collect(Collectors.joining()),
                found);
        return found.isEmpty() ? DeployExit.LIVE : DRIFT;
    }
}
