package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec;
import com.crewyard.deployment.pipelines.PipelineSpec.Stage;
import com.crewyard.deployment.pipelines.RunState;
import com.crewyard.deployment.pipelines.StageState;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides what comes next in a run. Each decision commits together with the tasks that follow from it. Locks are taken in
 * one order, the concurrency group's before a run's, so that nobody waits in a circle.
 */
public final class Conductor {

    private static final Logger log = LoggerFactory.getLogger(Conductor.class);

    private final Definitions definitions;
    private final Runs runs;
    private final Stages stages;
    private final Tasks tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Followers followers;

    public Conductor(
            Definitions definitions,
            Runs runs,
            Stages stages,
            Tasks tasks,
            TransactionTemplate transaction,
            Clock clock) {
        this.definitions = definitions;
        this.runs = runs;
        this.stages = stages;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
        this.followers = new Followers(definitions, this::begin);
    }

    /** Begins a run, or queues it; empty when its trigger has one already. */
    public Optional<Long> begin(Runs.Beginning beginning) {
        return transaction.execute(_ -> {
            beginning.group().ifPresent(runs::lockGroup);
            Optional<Long> id = runs.begin(beginning);
            id.ifPresent(run -> takeTurn(run, beginning));
            return id;
        });
    }

    private void takeTurn(long id, Runs.Beginning beginning) {
        List<PipelineRun> before = beginning.group().map(runs::open).orElse(List.of()).stream()
                .filter(other -> other.id() != id)
                .toList();
        if (before.isEmpty()) {
            start(id);
        } else if (beginning.definition().spec().concurrency().stream()
                .anyMatch(concurrency -> concurrency.policy() == PipelineSpec.Concurrency.Policy.LATEST_WINS)) {
            before.forEach(other -> cancelLocked(other, "a newer run"));
        }
    }

    private void start(long id) {
        runs.started(id);
        advance(runs.lock(id));
    }

    /** Ends a stage and begins what it held back; nothing, when another has taken the stage over meanwhile. */
    void end(PipelineRun run, StageRow stage, StageState state, String note, Map<String, String> output) {
        transaction.executeWithoutResult(_ -> {
            run.group().ifPresent(runs::lockGroup);
            PipelineRun locked = runs.lock(run.id());
            if (stages.end(stage, state, note, output)) {
                advance(locked);
            }
        });
    }

    /** Has a stage tried again after a while, unless the run was cancelled meanwhile. */
    void again(PipelineRun run, StageRow stage, String note, Instant at) {
        transaction.executeWithoutResult(_ -> {
            run.group().ifPresent(runs::lockGroup);
            PipelineRun locked = runs.lock(run.id());
            if (locked.cancelledBy().isPresent()) {
                if (stages.end(stage, StageState.CANCELLED, note, Map.of())) {
                    advance(locked);
                }
            } else if (stages.again(stage, note)) {
                tasks.stage(stage.run(), stage.name(), stages.ready(stage, at), at);
            }
        });
    }

    /** False when it was over already. */
    public boolean cancel(PipelineRun run, String actor) {
        return transaction.execute(_ -> {
            run.group().ifPresent(runs::lockGroup);
            return cancelLocked(run, actor);
        });
    }

    private boolean cancelLocked(PipelineRun named, String actor) {
        PipelineRun run = runs.lock(named.id());
        if (run.state().isEnd()) {
            return false;
        }
        runs.cancelled(run.id(), actor);
        for (StageRow stage : stages.of(run.id())) {
            if (stage.state() == StageState.RUNNING) {
                tasks.hurry(run.id(), stage.name());
            } else if (!stage.state().isEnd()) {
                stages.endUnbegun(stage, StageState.CANCELLED, "it was cancelled by " + actor);
            }
        }
        advance(runs.lock(run.id()));
        return true;
    }

    private void advance(PipelineRun run) {
        Definition definition = definitions.byVersion(run.version());
        Map<String, StageRow> rows = new LinkedHashMap<>();
        stages.of(run.id()).forEach(row -> rows.put(row.name(), row));
        Map<String, StageState> states = new LinkedHashMap<>();
        rows.forEach((name, row) -> states.put(name, row.state()));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Stage stage : definition.spec().stages().values()) {
                StageRow row = rows.get(stage.name());
                if (row != null && states.get(stage.name()) == StageState.WAITING && isDecidable(stage, states)) {
                    Decision decision = decide(run, stage, new RunScope(run, definition, stage, () -> rows, states));
                    carryOut(row, decision);
                    states.put(stage.name(), decision.state());
                    moved = true;
                }
            }
        }
        if (states.values().stream().allMatch(StageState::isEnd)) {
            end(run, definition, states);
        }
    }

    private record Decision(StageState state, String note) {}

    private static boolean isDecidable(Stage stage, Map<String, StageState> states) {
        return stage.needs().stream()
                .allMatch(need -> states.getOrDefault(need, StageState.WAITING).isEnd());
    }

    private static Decision decide(PipelineRun run, Stage stage, RunScope scope) {
        if (run.cancelledBy().isPresent()) {
            return new Decision(
                    StageState.CANCELLED,
                    "it was cancelled by " + run.cancelledBy().get());
        }
        try {
            boolean holds = stage.condition()
                    .map(text -> Condition.holds(Condition.parse(text), scope))
                    .orElseGet(scope::good);
            if (holds) {
                return new Decision(StageState.READY, "");
            }
        } catch (IllegalArgumentException e) {
            return new Decision(StageState.FAILED, "Its condition comes to no answer: %s.".formatted(e.getMessage()));
        }
        return scope.bad()
                ? new Decision(StageState.UNREACHED, "a stage that it needs failed")
                : new Decision(StageState.SKIPPED, "its condition did not hold");
    }

    private void carryOut(StageRow row, Decision decision) {
        if (decision.state() == StageState.READY) {
            Instant now = clock.instant();
            tasks.stage(row.run(), row.name(), stages.ready(row, now), now);
        } else {
            stages.endUnbegun(row, decision.state(), decision.note());
        }
    }

    private void end(PipelineRun run, Definition definition, Map<String, StageState> states) {
        RunState state = run.cancelledBy().isPresent()
                ? RunState.CANCELLED
                : states.containsValue(StageState.FAILED) ? RunState.FAILED : RunState.PASSED;
        runs.ended(run.id(), state);
        log.info("pipeline {} #{} {}", definition.spec().name(), run.number(), state.word());
        run.group().ifPresent(this::startNext);
        if (run.parentRun().isPresent() && run.parentStage().isPresent()) {
            tasks.hurry(run.parentRun().get(), run.parentStage().get());
        }
        if (state == RunState.PASSED) {
            followers.begin(run, definition);
        }
    }

    private void startNext(String group) {
        List<PipelineRun> open = runs.open(group);
        if (open.stream().allMatch(run -> run.state() == RunState.QUEUED)) {
            open.stream().findFirst().ifPresent(run -> start(run.id()));
        }
    }
}
