package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.notifications.Signatures;
import com.crewyard.deployment.pipelines.PipelineSpec.Push;
import com.crewyard.deployment.pipelines.internal.Beginnings;
import com.crewyard.deployment.pipelines.internal.Conductor;
import com.crewyard.deployment.pipelines.internal.Definition;
import com.crewyard.deployment.pipelines.internal.Definitions;
import com.crewyard.deployment.pipelines.internal.PullRequestEvent;
import com.crewyard.deployment.pipelines.internal.PushEvent;
import java.util.Optional;
import java.util.function.Function;

/** Starts runs when somebody pushes or asks for a pull, by the webhooks of GitHub and GitLab. */
public final class Pushes {

    private static final PushAnswer REFUSED = new PushAnswer.Refused(
            "The delivery is not signed with the secret of this pipeline's push trigger, or there is no such trigger.");

    private final Definitions definitions;
    private final Conductor conductor;
    private final PullRequests pullRequests;
    private final Function<String, Optional<String>> variables;

    Pushes(
            Definitions definitions,
            Conductor conductor,
            PullRequests pullRequests,
            Function<String, Optional<String>> variables) {
        this.definitions = definitions;
        this.conductor = conductor;
        this.pullRequests = pullRequests;
        this.variables = variables;
    }

    /** @param pipeline whose trigger is meant */
    public PushAnswer receive(String pipeline, PushDelivery delivery) {
        Optional<Definition> definition = definitions.current(pipeline);
        boolean pull = PullRequestEvent.isOne(delivery);
        Optional<Push> push = definition
                .map(found -> found.spec().triggers())
                .flatMap(triggers -> pull ? triggers.pullRequest() : triggers.push());
        if (push.isEmpty() || !isGenuine(push.get(), delivery)) {
            return REFUSED;
        }
        if (pull) {
            return pullRequests.receive(definition.get(), push.get(), delivery);
        }
        Optional<PushEvent> event = PushEvent.read(push.get().forge(), delivery);
        if (event.isEmpty()) {
            return new PushAnswer.Ignored("That is no push to a branch; nothing was started.");
        }
        if (!push.get().counts(event.get().branch())) {
            return new PushAnswer.Ignored("The branch %s starts nothing here; these do: %s."
                    .formatted(
                            event.get().branch(), String.join(", ", push.get().branches())));
        }
        String key = "push:"
                + delivery.id().orElse(event.get().branch() + "@" + event.get().commit());
        return conductor
                .begin(Beginnings.of(
                        definition.get(),
                        push.get().parameters(),
                        event.get().facts(),
                        Optional.of(key),
                        event.get().actor(),
                        Optional.empty()))
                .<PushAnswer>map(run -> new PushAnswer.Begun("Run %d of %s began.".formatted(run, pipeline)))
                .orElseGet(
                        () -> new PushAnswer.Begun("This delivery had begun a run of %s before.".formatted(pipeline)));
    }

    private boolean isGenuine(Push push, PushDelivery delivery) {
        Optional<String> secret = variables.apply(push.secret()).filter(value -> !value.isBlank());
        return secret.isPresent()
                && switch (push.forge()) {
                    case GITHUB ->
                        delivery.signature()
                                .filter(given ->
                                        Signatures.same(given, Signatures.sha256(secret.get(), delivery.body())))
                                .isPresent();
                    case GITLAB ->
                        delivery.token()
                                .filter(given -> Signatures.same(given, secret.get()))
                                .isPresent();
                };
    }
}
