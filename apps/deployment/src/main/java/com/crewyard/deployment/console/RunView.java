package com.crewyard.deployment.console;

import com.crewyard.deployment.pipelines.RunDetails;
import com.crewyard.deployment.pipelines.StageLine;
import com.crewyard.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run of a pipeline.
 *
 * @param logs the end of what stages said, by stage
 * @param now when it was looked at
 */
public record RunView(RunDetails details, PipelineMap map, Map<String, String> logs, Instant now) {

    static RunView of(RunDetails details, Map<String, String> logs, Instant now) {
        return new RunView(details, PipelineMap.of(details.stages()), new TreeMap<>(logs), now);
    }

    public String title() {
        return "%s #%d".formatted(details.run().pipeline(), details.run().number());
    }

    public String path() {
        return "/pipeline-runs/" + details.run().id();
    }

    public StageWords words() {
        return StageWords.of(details.run());
    }

    public StageWords words(StageLine stage) {
        return StageWords.of(stage);
    }

    public List<StageLine> awaiting() {
        return details.stages().stream().filter(StageLine::awaiting).toList();
    }

    public String headline(Page page) {
        if (!details.run().awaiting().isEmpty() && !details.run().isOver()) {
            return page.text(
                    "run.headline.approval", String.join(", ", details.run().awaiting()));
        }
        return switch (details.run().state()) {
            case "queued" -> page.text("run.headline.queued");
            case "running" -> page.text("run.headline.running", took());
            case "passed" -> page.text("run.headline.passed", took());
            case "failed" -> page.text("run.headline.failed", took());
            default -> page.text("run.headline.cancelled", took());
        };
    }

    /** What started it, as a clause. */
    public String origin(Page page) {
        Map<String, String> trigger = details.run().trigger();
        String branch = trigger.getOrDefault("branch", "");
        String commit = trigger.getOrDefault("commit", "");
        return switch (trigger.getOrDefault("kind", "")) {
            case "push" ->
                page.text(
                        "run.origin.push",
                        branch,
                        details.run().actor(),
                        commit.substring(0, Math.min(10, commit.length())));
            case "schedule" -> page.text("run.origin.schedule");
            case "upstream" -> page.text("run.origin.upstream", trigger.getOrDefault("upstream", ""));
            case "pipeline" -> page.text("run.origin.pipeline", trigger.getOrDefault("upstream", ""));
            case "api" -> page.text("run.origin.api", details.run().actor());
            default -> details.run().actor();
        };
    }

    /** Empty while its work has not begun. */
    public String took(StageLine stage) {
        return stage.startedAt()
                .map(begun ->
                        RolloutPath.time(Duration.between(begun, stage.endedAt().orElse(now))))
                .orElse("");
    }

    public Optional<String> log(StageLine stage) {
        return Optional.ofNullable(logs.get(stage.name())).filter(text -> !text.isEmpty());
    }

    private String took() {
        Instant begun = details.run().startedAt().orElse(details.run().createdAt());
        return RolloutPath.time(Duration.between(begun, details.run().endedAt().orElse(now)));
    }
}
