package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.deployment.pipelines.RunState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts a run of another pipeline and waits for it. Its end has this stage looked at. */
record PipelineWork(
        Definitions definitions,
        Runs runs,
        Stages stages,
        Conductor conductor,
        TransactionTemplate transaction,
        Work.Another work)
        implements StageWork {

    private static final int DEEPEST = 10;
    private static final Duration UNTIL_ITS_END = Duration.ofSeconds(10);

    @Override
    public Outcome look(Situation situation) {
        if (situation.row().handle().isEmpty()) {
            transaction.executeWithoutResult(_ -> begin(situation));
            return new Outcome.Later(UNTIL_ITS_END);
        }
        PipelineRun run = other(situation);
        String title = "%s #%d".formatted(work.pipeline(), run.number());
        if (!run.state().isEnd()) {
            return new Outcome.Later(UNTIL_ITS_END);
        }
        return run.state() == RunState.PASSED
                ? new Outcome.Passed(
                        title + " passed",
                        Map.of("run", String.valueOf(run.id()), "number", String.valueOf(run.number())))
                : new Outcome.Failed(
                        "%s %s.".formatted(title, run.state() == RunState.FAILED ? "failed" : "was cancelled"));
    }

    @Override
    public Outcome cancel(Situation situation) throws InterruptedException {
        if (situation.row().handle().isEmpty()) {
            return StageWork.super.cancel(situation);
        }
        String actor = situation.run().cancelledBy().orElse("somebody");
        return end(situation, actor).orElseGet(() -> new Outcome.Cancelled("it was cancelled by " + actor));
    }

    @Override
    public Outcome giveUp(Situation situation) throws InterruptedException {
        if (situation.row().handle().isEmpty()) {
            return StageWork.super.giveUp(situation);
        }
        return end(situation, situation.title()).orElseGet(() -> look(situation));
    }

    private Optional<Outcome> end(Situation situation, String actor) {
        PipelineRun run = other(situation);
        if (run.state().isEnd()) {
            return Optional.empty();
        }
        if (run.cancelledBy().isEmpty()) {
            conductor.cancel(run, actor);
        }
        return Optional.of(new Outcome.Later(UNTIL_ITS_END));
    }

    private void begin(Situation situation) {
        Definition definition = definitions
                .current(work.pipeline())
                .orElseThrow(() -> RefusedException.notFound(
                        "There is no pipeline \"%s\"; make it known with ./crewyard pipeline apply."
                                .formatted(work.pipeline())));
        if (runs.depth(situation.run().id()) >= DEEPEST) {
            throw RefusedException.input(
                    "%d pipelines started one another; %s is not started.".formatted(DEEPEST, work.pipeline()));
        }
        Runs.Beginning beginning = Beginnings.of(
                definition,
                situation.fill(work.parameters()),
                Map.of(
                        "kind",
                        "pipeline",
                        "actor",
                        situation.run().actor(),
                        "upstream",
                        "%s #%d"
                                .formatted(
                                        situation.definition().spec().name(),
                                        situation.run().number())),
                Optional.empty(),
                situation.run().actor(),
                Optional.of(situation.row()));
        if (beginning.group().isPresent()
                && beginning.group().equals(situation.run().group())) {
            throw RefusedException.input(
                    "%s has this run's concurrency group \"%s\" and would wait for it for ever; give it another."
                            .formatted(work.pipeline(), beginning.group().get()));
        }
        long run = conductor.begin(beginning).orElseThrow();
        if (!stages.handle(situation.row(), String.valueOf(run))) {
            throw RefusedException.notNow("Another engine works on it.");
        }
    }

    private PipelineRun other(Situation situation) {
        return runs.byId(Long.parseLong(situation.row().handle().orElseThrow()));
    }
}
