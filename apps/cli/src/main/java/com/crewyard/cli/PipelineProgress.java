package com.crewyard.cli;

import com.crewyard.deployment.pipelines.LogPart;
import com.crewyard.deployment.pipelines.PipelineOperations;
import com.crewyard.deployment.pipelines.RunDetails;
import com.crewyard.deployment.pipelines.StageLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Tells how a run goes, a line for each change of a stage, and how it came out. */
final class PipelineProgress {

    private static final int LAST_LINES = 20;

    private final PipelineOptions options;

    PipelineProgress(PipelineOptions options) {
        this.options = options;
    }

    /** Waits for the end, or until somebody has to approve, and gives the exit code. */
    int follow(PipelineOperations operations, long run) {
        try {
            RunDetails details = operations.await(run, stage -> tell(operations, run, stage));
            options.print(end(details), details);
            return code(details);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException(
                    "Interrupted; run %d goes on with a console or the next command.".formatted(run));
        }
    }

    static int code(RunDetails details) {
        return switch (details.run().state()) {
            case "passed" -> DeployExit.LIVE;
            case "failed", "cancelled" -> DeployExit.ROLLED_BACK;
            default -> DeployExit.NOT_NOW;
        };
    }

    private void tell(PipelineOperations operations, long run, StageLine stage) {
        options.say(
                "  %s: %s%s".formatted(stage.name(), state(stage), stage.note().isEmpty() ? "" : ", " + stage.note()));
        if (stage.state().equals("failed")) {
            List<String> lines = log(operations, run, stage.name()).lines().toList();
            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
                    .forEach(line -> options.say("    | " + line));
        }
    }

    static String state(StageLine stage) {
        return stage.awaiting() ? "waits for approval" : stage.state();
    }

    static String log(PipelineOperations operations, long run, String stage) {
        StringBuilder text = new StringBuilder();
        LogPart part = operations.log(run, stage, 0);
        long at = 0;
        while (part.next() != at) {
            text.append(part.text());
            at = part.next();
            part = operations.log(run, stage, at);
        }
        return text.toString();
    }

    private static String end(RunDetails details) {
        String title = "%s #%d (run %d)"
                .formatted(
                        details.run().pipeline(),
                        details.run().number(),
                        details.run().id());
        if (!details.run().isOver()) {
            String stage = details.run().awaiting().getFirst();
            return "\n%s waits for approval of %s: ./crewyard pipeline approve %d %s\n"
                    .formatted(title, stage, details.run().id(), stage);
        }
        return "\n%s %s after %s.\n".formatted(title, word(details.run().state()), took(details));
    }

    static String word(String state) {
        return state.equals("cancelled") ? "was cancelled" : state;
    }

    private static String took(RunDetails details) {
        Instant begun = details.run().startedAt().orElse(details.run().createdAt());
        Duration took = Duration.between(begun, details.run().endedAt().orElse(begun));
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
