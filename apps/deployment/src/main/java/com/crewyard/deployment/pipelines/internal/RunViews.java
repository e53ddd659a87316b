package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.access.Sight;
import com.crewyard.deployment.pipelines.PipelineLine;
import com.crewyard.deployment.pipelines.PipelineSpec;
import com.crewyard.deployment.pipelines.PipelineSpec.Triggers;
import com.crewyard.deployment.pipelines.RunDetails;
import com.crewyard.deployment.pipelines.RunLine;
import com.crewyard.deployment.pipelines.StageLine;
import com.crewyard.deployment.pipelines.StageState;
import com.crewyard.deployment.pipelines.StageType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together what is known of pipelines and runs. */
public final class RunViews {

    private final Definitions definitions;
    private final Runs runs;
    private final Stages stages;

    public RunViews(Definitions definitions, Runs runs, Stages stages) {
        this.definitions = definitions;
        this.runs = runs;
        this.stages = stages;
    }

    public RunDetails details(PipelineRun run) {
        Definition definition = definitions.byVersion(run.version());
        List<StageRow> rows = stages.of(run.id());
        return new RunDetails(
                line(run, rows),
                definition.spec().description(),
                rows.stream()
                        .flatMap(row ->
                                Optional.ofNullable(definition.spec().stages().get(row.name()))
                                        .map(stage -> line(stage, row))
                                        .stream())
                        .toList());
    }

    public List<RunLine> runs(Optional<Long> pipeline, Sight sight, int count) {
        return lines(runs.latest(pipeline, sight, count));
    }

    public List<PipelineLine> pipelines() {
        Map<String, RunLine> last =
                lines(runs.latestOfEach()).stream().collect(Collectors.toMap(RunLine::pipeline, Function.identity()));
        return definitions.current().stream()
                .map(definition -> new PipelineLine(
                        definition.spec().name(),
                        definition.spec().description(),
                        definition.file(),
                        triggers(definition.spec().triggers()),
                        definition.spec().parameters().values().stream()
                                .map(RunViews::parameter)
                                .toList(),
                        definition.spec().triggers().schedules().stream()
                                .flatMap(schedule -> Schedules.next(schedule, Instant.now()).stream())
                                .min(Comparator.naturalOrder()),
                        Optional.ofNullable(last.get(definition.spec().name()))))
                .toList();
    }

    private List<RunLine> lines(List<PipelineRun> found) {
        Map<Long, List<StageRow>> rows = found.isEmpty()
                ? new HashMap<>()
                : stages.of(found.stream()
                        .filter(run -> !run.state().isEnd())
                        .map(PipelineRun::id)
                        .toList());
        return found.stream()
                .map(run -> line(run, rows.getOrDefault(run.id(), List.of())))
                .toList();
    }

    private RunLine line(PipelineRun run, List<StageRow> rows) {
        Map<String, PipelineSpec.Stage> specs =
                definitions.byVersion(run.version()).spec().stages();
        return new RunLine(
                run.id(),
                definitions.byVersion(run.version()).spec().name(),
                run.number(),
                run.state().word(),
                run.actor(),
                run.parameters(),
                run.facts(),
                run.cancelledBy(),
                rows.stream()
                        .filter(row -> Optional.ofNullable(specs.get(row.name()))
                                .filter(stage -> isAwaiting(stage, row))
                                .isPresent())
                        .map(StageRow::name)
                        .toList(),
                run.createdAt(),
                run.startedAt(),
                run.endedAt());
    }

    private static StageLine line(PipelineSpec.Stage stage, StageRow row) {
        return new StageLine(
                row.name(),
                stage.type().word(),
                stage.needs(),
                row.state().word(),
                isAwaiting(stage, row),
                row.attempt(),
                row.note(),
                row.output(),
                numbered(stage.type() == StageType.ROLLOUT, row),
                numbered(stage.type() == StageType.PIPELINE, row),
                row.readyAt(),
                row.startedAt(),
                row.endedAt());
    }

    private static Optional<Long> numbered(boolean applies, StageRow row) {
        return row.handle().filter(_ -> applies).map(Long::valueOf);
    }

    /** Its question is the note, so that nobody is asked before there is one. */
    private static boolean isAwaiting(PipelineSpec.Stage stage, StageRow row) {
        return stage.type() == StageType.APPROVE
                && row.state() == StageState.RUNNING
                && row.approved().isEmpty()
                && !row.note().isEmpty();
    }

    private static PipelineLine.PipelineParameter parameter(PipelineSpec.Parameter parameter) {
        return new PipelineLine.PipelineParameter(
                parameter.name(),
                parameter.kind().name().toLowerCase(Locale.ROOT),
                parameter.standard(),
                parameter.values(),
                parameter.description());
    }

    private static String word(String what, PipelineSpec.Push push) {
        return "%s %s on %s"
                .formatted(
                        what,
                        String.join(", ", push.branches()),
                        push.forge() == PipelineSpec.Push.Forge.GITHUB ? "GitHub" : "GitLab");
    }

    private static List<String> triggers(Triggers triggers) {
        List<String> words = new ArrayList<>();
        triggers.push().ifPresent(push -> words.add(word("a push to", push)));
        triggers.pullRequest().ifPresent(pull -> words.add(word("pull requests to", pull)));
        triggers.schedules()
                .forEach(schedule -> words.add("the schedule %s %s".formatted(schedule.cron(), schedule.zone())));
        triggers.upstream().forEach(upstream -> words.add(upstream.pipeline() + ", when it passed"));
        if (triggers.manual()) {
            words.add("people");
        }
        return words;
    }
}
