package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.pipelines.PipelineSpec.Stage;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.deployment.pipelines.internal.Condition;
import com.crewyard.deployment.pipelines.internal.Template;
import com.crewyard.hosting.Suggestion;
import com.crewyard.hosting.yaml.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that stages need one another in no circle, and that names in conditions and templates stand for something. */
final class StageGraph {

    private static final Set<String> FACTS =
            Set.of("kind", "actor", "branch", "base", "commit", "number", "repository", "upstream");
    private static final Set<String> OF_A_RUN = Set.of("run.id", "run.number", "pipeline.name");

    private final PipelineSpec spec;
    private final Fields pipeline;

    StageGraph(PipelineSpec spec, Fields pipeline) {
        this.spec = spec;
        this.pipeline = pipeline;
    }

    void check() {
        Fields fields = pipeline.fieldsOrNone("stages");
        spec.stages()
                .values()
                .forEach(stage -> fields.fields(stage.name()).ifPresent(own -> {
                    needs(stage, own);
                    condition(stage, own);
                    templates(stage, own);
                }));
        circles(fields);
        spec.concurrency()
                .ifPresent(concurrency -> Template.paths(concurrency.group())
                        .forEach(path -> (path.startsWith("run.")
                                        ? Optional.of("\"%s\" is another for each run".formatted(path))
                                        : unknown(path, Set.of()))
                                .ifPresent(reason ->
                                        pipeline.fieldsOrNone("concurrency").refuse("group", reason))));
    }

    private void needs(Stage stage, Fields fields) {
        stage.needs().stream()
                .filter(need -> !spec.stages().containsKey(need))
                .forEach(need -> fields.refuse(
                        "needs",
                        "there is no stage \"%s\"; %s"
                                .formatted(
                                        need,
                                        Suggestion.sentence(need, spec.stages().keySet()))));
        if (new HashSet<>(stage.needs()).size() < stage.needs().size()) {
            fields.refuse("needs", "a stage is named twice");
        }
    }

    private void condition(Stage stage, Fields fields) {
        stage.condition().ifPresent(text -> {
            try {
                Condition.paths(Condition.parse(text))
                        .forEach(path -> unknown(path, before(stage)).ifPresent(reason -> fields.refuse("if", reason)));
            } catch (IllegalArgumentException e) {
                fields.refuse("if", String.valueOf(e.getMessage()));
            }
        });
    }

    private void templates(Stage stage, Fields fields) {
        Set<String> before = before(stage);
        texts(stage.work())
                .forEach((field, texts) -> texts.stream()
                        .flatMap(text -> Template.paths(text).stream())
                        .flatMap(path -> unknown(path, before).stream())
                        .distinct()
                        .forEach(reason -> fields.refuse(field, reason)));
    }

    private static Map<String, List<String>> texts(Work work) {
        return switch (work) {
            case Work.Command command ->
                Map.of("env", List.copyOf(command.env().values()), "directory", List.of(command.directory()));
            case Work.Approve approve -> Map.of("message", List.of(approve.message()));
            case Work.Rollout rollout ->
                Map.of(
                        "environment",
                        List.of(rollout.environment()),
                        "images",
                        List.copyOf(rollout.images().values()));
            case Work.Preview preview ->
                Map.of(
                        "preview",
                        List.of(preview.number()),
                        "images",
                        List.copyOf(preview.images().values()));
            case Work.Migrate migrate ->
                Map.of("environment", List.of(migrate.environment()), "command", migrate.command());
            case Work.VerifyHttp verify ->
                Map.of(
                        "http",
                        Stream.concat(Stream.of(verify.url()), verify.contains().stream())
                                .toList());
            case Work.VerifyCanary verify -> Map.of("canary", List.of(verify.environment()));
            case Work.Wait _ -> Map.of();
            case Work.Webhook webhook -> Map.of("url", List.of(webhook.url()));
            case Work.Notify notify ->
                Map.of(
                        "message",
                        List.of(notify.message()),
                        "webhook",
                        notify.webhook().map(Work.Webhook::url).stream().toList());
            case Work.Another another ->
                Map.of("parameters", List.copyOf(another.parameters().values()));
        };
    }

    /** Why a path stands for nothing. */
    private Optional<String> unknown(String path, Set<String> before) {
        String[] parts = path.split("\\.", -1);
        if (parts.length == 2 && parts[0].equals("parameters")) {
            return spec.parameters().containsKey(parts[1])
                    ? Optional.empty()
                    : Optional.of("there is no parameter \"%s\"; %s"
                            .formatted(
                                    parts[1],
                                    Suggestion.sentence(
                                            parts[1], spec.parameters().keySet())));
        }
        if (parts.length == 2 && parts[0].equals("trigger")) {
            return FACTS.contains(parts[1])
                    ? Optional.empty()
                    : Optional.of(
                            "a trigger has no \"%s\"; %s".formatted(parts[1], Suggestion.sentence(parts[1], FACTS)));
        }
        boolean ofAStage = parts.length == 3 && parts[2].equals("state")
                || parts.length == 4 && parts[2].equals("output") && !parts[3].isEmpty();
        if (ofAStage && parts[0].equals("stages")) {
            return before.contains(parts[1])
                    ? Optional.empty()
                    : Optional.of("\"%s\" is not over by then; name it among needs".formatted(parts[1]));
        }
        return OF_A_RUN.contains(path)
                ? Optional.empty()
                : Optional.of(
                        "\"%s\" stands for nothing; there are parameters.NAME, stages.NAME.state, stages.NAME.output.KEY, trigger.NAME, run.number, run.id and pipeline.name"
                                .formatted(path));
    }

    /** All stages that are over before this one begins. */
    private Set<String> before(Stage stage) {
        Set<String> found = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(stage.needs());
        while (!open.isEmpty()) {
            Stage next = spec.stages().get(open.removeLast());
            if (next != null && found.add(next.name())) {
                open.addAll(next.needs());
            }
        }
        return found;
    }

    private void circles(Fields fields) {
        Set<String> told = new HashSet<>();
        for (Stage stage : spec.stages().values()) {
            if (before(stage).contains(stage.name()) && !told.contains(stage.name())) {
                List<String> circle = circle(stage);
                told.addAll(circle);
                fields.fields(stage.name())
                        .ifPresent(own -> own.refuse(
                                "needs", "stages need one another in a circle: " + String.join(" → ", circle)));
            }
        }
    }

    private List<String> circle(Stage start) {
        List<String> path = new ArrayList<>(List.of(start.name()));
        Stage at = start;
        while (path.size() == 1 || !at.name().equals(start.name())) {
            at = at.needs().stream()
                    .map(spec.stages()::get)
                    .filter(java.util.Objects::nonNull)
                    .filter(next -> next.name().equals(start.name())
                            || before(next).contains(start.name()) && !path.contains(next.name()))
                    .min(java.util.Comparator.comparing(next -> !next.name().equals(start.name())))
                    .orElse(start);
            path.add(at.name());
        }
        return path;
    }
}
