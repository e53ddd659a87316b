package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.access.Sight;
import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.deployment.pipelines.internal.Beginnings;
import com.crewyard.deployment.pipelines.internal.Conductor;
import com.crewyard.deployment.pipelines.internal.Definition;
import com.crewyard.deployment.pipelines.internal.Definitions;
import com.crewyard.deployment.pipelines.internal.PipelineRun;
import com.crewyard.deployment.pipelines.internal.RunViews;
import com.crewyard.deployment.pipelines.internal.Runs;
import com.crewyard.deployment.pipelines.internal.Schedules;
import com.crewyard.deployment.pipelines.internal.StageLogs;
import com.crewyard.deployment.pipelines.internal.StageRow;
import com.crewyard.deployment.pipelines.internal.Stages;
import com.crewyard.deployment.pipelines.internal.Tasks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Does everything that can be done with pipelines; commands, pages and the API call the same. */
final class Pipelines implements PipelineOperations {

    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Definitions definitions;
    private final Runs runs;
    private final Stages stages;
    private final StageLogs logs;
    private final Tasks tasks;
    private final Schedules schedules;
    private final Conductor conductor;
    private final RunViews views;

    Pipelines(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Definitions definitions,
            Runs runs,
            Stages stages,
            StageLogs logs,
            Tasks tasks,
            Schedules schedules,
            Conductor conductor) {
        this.audit = new Audit(jdbc);
        this.transaction = transaction;
        this.definitions = definitions;
        this.runs = runs;
        this.stages = stages;
        this.logs = logs;
        this.tasks = tasks;
        this.schedules = schedules;
        this.conductor = conductor;
        this.views = new RunViews(definitions, runs, stages);
    }

    @Override
    public List<PipelineLine> publish(PipelineFile file, String actor) {
        transaction.executeWithoutResult(_ -> {
            List<Definition> published = definitions.publish(file, actor);
            published.forEach(schedules::set);
            audit.write(
                    file.pipelines().keySet().stream().map(Scope::pipeline).toList(),
                    actor,
                    "pipelines",
                    "%s: %s"
                            .formatted(
                                    file.file(),
                                    String.join(", ", file.pipelines().keySet())));
        });
        return pipelines().stream()
                .filter(line -> file.pipelines().containsKey(line.name()))
                .toList();
    }

    @Override
    public long run(RunOrder order) {
        order.file().ifPresent(file -> file.pipeline(order.pipeline()));
        order.file().ifPresent(file -> publish(file, order.actor()));
        Definition definition = definitions
                .current(order.pipeline())
                .orElseThrow(() -> RefusedException.notFound(
                        "There is no pipeline \"%s\" here; name the file that has it with --file."
                                .formatted(order.pipeline())));
        if (!definition.spec().triggers().manual()) {
            throw RefusedException.notNow(
                    "%s is not started by hand; its file says manual: false, and what else starts it."
                            .formatted(order.pipeline()));
        }
        long id = conductor
                .begin(Beginnings.of(
                        definition,
                        order.parameters(),
                        Map.of("kind", order.by().name().toLowerCase(Locale.ROOT), "actor", order.actor()),
                        Optional.empty(),
                        order.actor(),
                        Optional.empty()))
                .orElseThrow();
        audit.write(
                List.of(Scope.pipeline(order.pipeline())),
                order.actor(),
                "pipeline-run",
                "%s, run %d".formatted(order.pipeline(), id));
        return id;
    }

    @Override
    public RunDetails run(long id) {
        return views.details(require(id));
    }

    @Override
    public List<PipelineLine> pipelines() {
        return views.pipelines();
    }

    @Override
    public List<RunLine> runs(Optional<String> pipeline, int count) {
        return runs(pipeline, Sight.EVERYTHING, count);
    }

    /** Of those in sight. */
    List<RunLine> runs(Optional<String> pipeline, Sight sight, int count) {
        Optional<Long> of = pipeline.map(name -> definitions
                .current(name)
                .map(Definition::pipeline)
                .orElseThrow(() -> RefusedException.notFound("There is no pipeline \"%s\".".formatted(name))));
        return views.runs(of, sight, count);
    }

    @Override
    public void decide(long id, String name, boolean approved, String actor) {
        PipelineRun run = require(id);
        StageRow stage = require(run, name);
        PipelineSpec.Stage spec =
                definitions.byVersion(run.version()).spec().stages().get(name);
        if (spec == null || !(spec.work() instanceof Work.Approve approve)) {
            throw RefusedException.input("The stage %s of run %d asks nobody.".formatted(name, id));
        }
        if (!approve.approvers().isEmpty() && !approve.approvers().contains(actor)) {
            throw RefusedException.notNow("%s may not approve %s; these may: %s."
                    .formatted(actor, name, String.join(", ", approve.approvers())));
        }
        if (approve.fourEyes() && run.actor().equals(actor)) {
            throw RefusedException.notNow(
                    "%s started run %d, and %s wants somebody else's approval.".formatted(actor, id, name));
        }
        if (!stages.decide(id, name, approved, actor)) {
            throw RefusedException.notNow("The stage %s of run %d does not wait for approval; it is %s."
                    .formatted(name, id, stage.state().word()));
        }
        audit.write(
                subjects(run),
                actor,
                approved ? "pipeline-approve" : "pipeline-reject",
                "run %d, stage %s".formatted(id, name));
        tasks.hurry(id, name);
    }

    @Override
    public void cancel(long id, String actor) {
        PipelineRun run = require(id);
        if (!conductor.cancel(run, actor)) {
            throw RefusedException.notNow(
                    "Run %d is over; it %s.".formatted(id, run.state().word()));
        }
        audit.write(subjects(run), actor, "pipeline-cancel", "run %d".formatted(id));
    }

    @Override
    public LogPart log(long id, String name, long from) {
        require(require(id), name);
        if (from < 0) {
            throw RefusedException.input("from is %d; begin with 0.".formatted(from));
        }
        return logs.read(id, name, from);
    }

    private List<String> subjects(PipelineRun run) {
        return List.of(
                Scope.pipeline(definitions.byVersion(run.version()).spec().name()));
    }

    private PipelineRun require(long id) {
        return runs.find(id).orElseThrow(() -> RefusedException.notFound("There is no run %d.".formatted(id)));
    }

    private StageRow require(PipelineRun run, String stage) {
        return stages.find(run.id(), stage)
                .orElseThrow(() -> RefusedException.notFound("Run %d has no stage \"%s\"; it has %s."
                        .formatted(
                                run.id(),
                                stage,
                                String.join(
                                        ",",
                                        definitions
                                                .byVersion(run.version())
                                                .spec()
                                                .stages()
                                                .keySet()))));
    }
}
