package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.PreviewOperations;
import com.crewyard.deployment.pipelines.PipelineSpec.Push;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.deployment.pipelines.internal.Beginnings;
import com.crewyard.deployment.pipelines.internal.Conductor;
import com.crewyard.deployment.pipelines.internal.Definition;
import com.crewyard.deployment.pipelines.internal.PullRequestEvent;
import com.crewyard.deployment.pipelines.internal.Runs;
import java.util.Optional;

/** Starts runs for pull requests, and ends what they made when those are closed. */
final class PullRequests {

    private final Runs runs;
    private final Conductor conductor;
    private final PreviewOperations previews;

    PullRequests(Runs runs, Conductor conductor, PreviewOperations previews) {
        this.runs = runs;
        this.conductor = conductor;
        this.previews = previews;
    }

    /** @param pull the trigger that its sender proved to know */
    PushAnswer receive(Definition definition, Push pull, PushDelivery delivery) {
        Optional<PullRequestEvent> read = PullRequestEvent.read(pull.forge(), delivery);
        if (read.isEmpty()) {
            return new PushAnswer.Ignored(
                    "That brings no commits to a pull request and closes none; nothing was started.");
        }
        PullRequestEvent event = read.get();
        if (!event.open()) {
            return closed(definition, event);
        }
        if (event.foreign()) {
            return new PushAnswer.Ignored("Pull request %d comes from another repository, whose code is not run here."
                    .formatted(event.number()));
        }
        if (!pull.counts(event.base())) {
            return new PushAnswer.Ignored("Pull request %d is to go to %s, and these start something here: %s."
                    .formatted(event.number(), event.base(), String.join(", ", pull.branches())));
        }
        String key = "pull:" + delivery.id().orElse(event.number() + "@" + event.commit());
        String pipeline = definition.spec().name();
        return conductor
                .begin(Beginnings.of(
                        definition,
                        pull.parameters(),
                        event.facts(),
                        Optional.of(key),
                        event.actor(),
                        Optional.empty()))
                .<PushAnswer>map(run -> new PushAnswer.Begun(
                        "Run %d of %s began for pull request %d.".formatted(run, pipeline, event.number())))
                .orElseGet(
                        () -> new PushAnswer.Begun("This delivery had begun a run of %s before.".formatted(pipeline)));
    }

    private PushAnswer closed(Definition definition, PullRequestEvent event) {
        String actor = event.actor().isEmpty() ? "the forge" : event.actor();
        runs.openOf(definition.pipeline(), "number", String.valueOf(event.number()))
                .forEach(run -> conductor.cancel(run, actor));
        long ended = definition.spec().stages().values().stream()
                .map(PipelineSpec.Stage::work)
                .filter(Work.Preview.class::isInstance)
                .map(work ->
                        ((Work.Preview) work).app().orElse(definition.spec().app()))
                .distinct()
                .filter(app -> end(definition, app, event, actor))
                .count();
        return new PushAnswer.Begun(
                ended == 0
                        ? "Pull request %d is closed, and had no preview.".formatted(event.number())
                        : "Pull request %d is closed; its preview goes away.".formatted(event.number()));
    }

    private boolean end(Definition definition, String app, PullRequestEvent event, String actor) {
        AppFile file = AppFile.read(definition.folder().resolve(app));
        try {
            previews.end(file.spec().app(), event.number(), actor);
            return true;
        } catch (RefusedException e) {
            if (e.reason() == RefusedException.Reason.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
