package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import java.util.Map;
import java.util.Optional;

/** Tells another system, signed. It may hear it twice when an engine dies; the header with the delivery is the same then. */
record WebhookWork(Sender sender, Work.Webhook work) implements StageWork {

    @Override
    public Outcome look(Situation situation) throws InterruptedException {
        Optional<String> problem =
                sender.post(situation.fill(work.url()), Sender.body(situation, Map.of()), work.secret(), situation);
        return problem.<Outcome>map(Outcome.Failed::new).orElseGet(() -> new Outcome.Passed("it was received"));
    }
}
