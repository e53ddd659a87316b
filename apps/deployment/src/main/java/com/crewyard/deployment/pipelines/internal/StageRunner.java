package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.catalog.Spoken;
import com.crewyard.deployment.pipelines.PipelineSpec.Stage;
import com.crewyard.deployment.pipelines.StageState;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.targets.TargetException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a stage's work once and commits what it led to together with the tasks that go on from there. */
public final class StageRunner {

    private static final Logger log = LoggerFactory.getLogger(StageRunner.class);

    private final Definitions definitions;
    private final Runs runs;
    private final Stages stages;
    private final Conductor conductor;
    private final Works works;
    private final Consumer<String> checkpoints;
    private final Clock clock;

    /** @param checkpoints hears of every moment at which the engine might die */
    public StageRunner(
            Definitions definitions,
            Runs runs,
            Stages stages,
            Conductor conductor,
            Works works,
            Consumer<String> checkpoints,
            Clock clock) {
        this.definitions = definitions;
        this.runs = runs;
        this.stages = stages;
        this.conductor = conductor;
        this.works = works;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** Present when the same has to be looked at again after a while. */
    Optional<Duration> work(long run, int seq, String name) throws InterruptedException {
        Optional<StageRow> claimed = stages.claim(run, name, seq);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        checkpoints.accept(name + " claimed");
        Situation situation = situation(runs.byId(run), claimed.get());
        Outcome outcome = outcome(situation);
        checkpoints.accept(name + " looked");
        Optional<Duration> again = switch (outcome) {
            case Outcome.Later(Duration after) -> Optional.of(after);
            case Outcome.Passed(String note, Map<String, String> output) ->
                end(situation, StageState.PASSED, note, output);
            case Outcome.Cancelled(String note) -> end(situation, StageState.CANCELLED, note, Map.of());
            case Outcome.Failed failed -> fail(situation, failed);
        };
        checkpoints.accept(name + " committed");
        return again;
    }

    private Situation situation(PipelineRun run, StageRow row) {
        Definition definition = definitions.byVersion(run.version());
        Stage stage = definition.spec().stages().get(row.name());
        if (stage == null) {
            throw new IllegalStateException("run %d has no stage %s".formatted(run.id(), row.name()));
        }
        return new Situation(
                run,
                definition,
                stage,
                row,
                new RunScope(run, definition, stage, () -> rows(run.id()), Map.of()),
                clock);
    }

    private Map<String, StageRow> rows(long run) {
        Map<String, StageRow> rows = new HashMap<>();
        stages.of(run).forEach(row -> rows.put(row.name(), row));
        return rows;
    }

    private Outcome outcome(Situation situation) throws InterruptedException {
        StageWork work = works.of(situation.stage().work());
        try {
            if (situation.run().cancelledBy().isPresent()) {
                return work.cancel(situation);
            }
            return situation.isOverdue() ? work.giveUp(situation) : work.look(situation);
        } catch (RefusedException e) {
            if (e.reason() == RefusedException.Reason.NOT_NOW) {
                stages.note(situation.row(), e.sentence());
                return situation.lookAgain();
            }
            return new Outcome.Failed(
                    e.details().isEmpty() ? e.sentence() : e.sentence() + " " + String.join(" ", e.details()));
        } catch (TargetException | RoutingException | IllegalArgumentException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Duration> fail(Situation situation, Outcome.Failed failed) {
        StageRow row = situation.row();
        log.info("{} fails: {}", situation.title(), failed.note());
        if (failed.again()
                && row.attempt() <= situation.stage().retries().count()
                && situation.run().cancelledBy().isEmpty()) {
            Duration wait = situation.stage().retries().after(row.attempt());
            conductor.again(
                    situation.run(),
                    row,
                    "attempt %d failed, another follows after %s: %s"
                            .formatted(row.attempt(), Spoken.of(wait), failed.note()),
                    clock.instant().plus(wait));
            return Optional.empty();
        }
        return end(situation, StageState.FAILED, failed.note(), failed.output());
    }

    private Optional<Duration> end(Situation situation, StageState state, String note, Map<String, String> output) {
        conductor.end(situation.run(), situation.row(), state, note, output);
        return Optional.empty();
    }
}
