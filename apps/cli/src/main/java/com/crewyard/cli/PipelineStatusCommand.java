package com.crewyard.cli;

import com.crewyard.deployment.pipelines.RunDetails;
import com.crewyard.deployment.pipelines.RunLine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "status", description = "Shows a run with its stages, or the latest runs.")
final class PipelineStatusCommand implements Callable<Integer> {

    private static final int LATEST = 20;

    @Mixin
    private PipelineOptions options = new PipelineOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "A run's number, as run prints it.")
    private @Nullable Long run;

    @Override
    public Integer call() {
        if (run == null) {
            List<RunLine> runs = options.lookingOn(operations -> operations.runs(Optional.empty(), LATEST));
            StringBuilder text = new StringBuilder();
            runs.forEach(line -> text.append(text(line)).append('\n'));
            options.print(runs.isEmpty() ? "No pipeline was run yet.\n" : text.toString(), runs);
            return 0;
        }
        long id = run;
        RunDetails details = options.lookingOn(operations -> operations.run(id));
        StringBuilder text = new StringBuilder(text(details.run())).append('\n');
        details.stages()
                .forEach(stage -> text.append("  %-12s %-9s %s%s%s\n"
                        .formatted(
                                stage.name(),
                                stage.type(),
                                PipelineProgress.state(stage),
                                stage.attempt() > 1 ? ", attempt " + stage.attempt() : "",
                                stage.note().isEmpty() ? "" : ": " + stage.note())));
        options.print(text.toString(), details);
        return 0;
    }

    private static String text(RunLine run) {
        return "%s #%d (run %d): %s%s, by %s"
                .formatted(
                        run.pipeline(),
                        run.number(),
                        run.id(),
                        run.state(),
                        run.awaiting().isEmpty() ? "" : ", waits for approval of " + String.join(", ", run.awaiting()),
                        run.actor());
    }
}
