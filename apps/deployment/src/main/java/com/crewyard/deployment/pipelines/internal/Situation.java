package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.pipelines.PipelineSpec.Stage;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a stage's work finds. */
record Situation(PipelineRun run, Definition definition, Stage stage, StageRow row, Scope scope, Clock clock) {

    private static final Duration LEAST_WAIT = Duration.ofMillis(100);
    private static final Duration MOST_WAIT = Duration.ofSeconds(2);

    String fill(String template) {
        return Template.fill(template, scope);
    }

    Map<String, String> fill(Map<String, String> templates) {
        Map<String, String> filled = new TreeMap<>();
        templates.forEach((name, template) -> filled.put(name, fill(template)));
        return filled;
    }

    /** The app spec that a stage names, or else the pipeline. */
    AppFile app(Optional<String> named) {
        return AppFile.read(
                definition.folder().resolve(named.orElse(definition.spec().app())));
    }

    EnvironmentRef environment(Optional<String> app, String name) {
        AppFile file = app(app);
        return new EnvironmentRef(file.spec().app(), file.environment(name).name());
    }

    Duration age() {
        return Duration.between(row.attemptAt().orElse(Instant.EPOCH), clock.instant());
    }

    boolean isOverdue() {
        return age().compareTo(stage.timeout()) > 0;
    }

    /** Rarer the longer it takes already. */
    Outcome.Later lookAgain() {
        Duration wait = age().dividedBy(10);
        return new Outcome.Later(
                wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : wait);
    }

    /** How people speak of this stage of this run. */
    String title() {
        return "pipeline %s #%d, stage %s".formatted(definition.spec().name(), run.number(), stage.name());
    }
}
