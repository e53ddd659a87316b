package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.notifications.Mail;
import com.crewyard.deployment.notifications.UndeliveredException;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells people. */
record NotifyWork(Sender sender, Mail mail, Work.Notify work) implements StageWork {

    @Override
    public Outcome look(Situation situation) throws InterruptedException {
        String message = situation.fill(work.message());
        List<String> problems = new ArrayList<>();
        if (work.slack().isPresent()) {
            sender.post(
                            sender.required(work.slack().get()),
                            Sender.json(Map.of("text", message)),
                            Optional.empty(),
                            situation)
                    .ifPresent(problems::add);
        }
        if (work.webhook().isPresent()) {
            Work.Webhook webhook = work.webhook().get();
            sender.post(
                            situation.fill(webhook.url()),
                            Sender.body(situation, Map.of("message", message)),
                            webhook.secret(),
                            situation)
                    .ifPresent(problems::add);
        }
        for (String address : work.email()) {
            try {
                mail.send(address, message, "%s\n\n%s\n".formatted(message, situation.title()));
            } catch (UndeliveredException e) {
                problems.add(e.sentence());
            }
        }
        return problems.isEmpty()
                ? new Outcome.Passed("it was told: " + message)
                : new Outcome.Failed(String.join(" ", problems));
    }
}
