package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that can be done with pipelines, by whichever way: an engine in this process does it itself, a server's is
 * asked over HTTP, and both answer alike.
 *
 * <p>Every operation throws {@link RefusedException} when the request or the moment is wrong; nothing is changed then.
 */
public interface PipelineOperations {

    /** Between two looks at a run that is waited for. */
    long LOOK_EVERY_MILLIS = 100;

    /** Makes the pipelines of a file known: new runs take them, their schedules and webhooks count from now on. */
    List<PipelineLine> publish(PipelineFile file, String actor);

    /** Begins a run, or queues it behind others of its concurrency group, and returns its id. */
    long run(RunOrder order);

    RunDetails run(long id);

    /** In alphabetical order. */
    List<PipelineLine> pipelines();

    /** The latest first. */
    List<RunLine> runs(Optional<String> pipeline, int count);

    /** Answers a stage that waits for approval. */
    void decide(long run, String stage, boolean approved, String actor);

    /** Ends a run: commands are ended, rollouts go back, what has not begun does not begin. */
    void cancel(long run, String actor);

    /** @param from 0, or where the part before ended */
    LogPart log(long run, String stage, long from);

    /** Waits until a run is over or needs somebody; each change of a stage is told as it happens. */
    default RunDetails await(long id, Consumer<StageLine> progress) throws InterruptedException {
        Map<String, String> told = new HashMap<>();
        while (true) {
            RunDetails details = run(id);
            for (StageLine stage : details.stages()) {
                String now = "%s %d %s %s".formatted(stage.state(), stage.attempt(), stage.awaiting(), stage.note());
                if (!stage.state().equals("waiting") && !now.equals(told.put(stage.name(), now))) {
                    progress.accept(stage);
                }
            }
            if (details.run().isOver() || needsSomebody(details)) {
                return details;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** Whether nothing goes on before somebody approves. */
    private static boolean needsSomebody(RunDetails details) {
        return !details.run().awaiting().isEmpty()
                && details.stages().stream()
                        .noneMatch(stage -> !stage.awaiting()
                                && (stage.state().equals("running")
                                        || stage.state().equals("ready")));
    }
}
