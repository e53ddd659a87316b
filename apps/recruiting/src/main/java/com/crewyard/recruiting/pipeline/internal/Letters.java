package com.crewyard.recruiting.pipeline.internal;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.messaging.MergeField;
import com.crewyard.recruiting.messaging.Messages;
import com.crewyard.recruiting.messaging.NewMessage;
import com.crewyard.recruiting.messaging.Template;
import com.crewyard.recruiting.messaging.TemplateId;
import com.crewyard.recruiting.messaging.Templates;
import com.crewyard.recruiting.pipeline.Application;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages that go with a decision about an application, in its transaction. */
@Component
public class Letters {

    private final Messages messages;
    private final Templates templates;
    private final Candidates candidates;
    private final Jobs jobs;

    Letters(Messages messages, Templates templates, Candidates candidates, Jobs jobs) {
        this.messages = messages;
        this.templates = templates;
        this.candidates = candidates;
        this.jobs = jobs;
    }

    /** @throws CrewyardException when there is no such template or address, or the template cannot be filled in */
    public void send(CurrentUser sender, Application application, TemplateId id) {
        Template template = templates.find(id).orElseThrow(() -> CrewyardException.notFound("Template", id));
        Candidate candidate = candidates.required(application.candidate());
        String recipient = candidate
                .email()
                .orElseThrow(() -> CrewyardException.invalid(
                        "letter",
                        "%s has no email address; reject without a message.".formatted(candidate.fullName())));
        Messages.Queueing queueing = messages.queue(
                sender.actor(),
                new NewMessage(
                        Optional.of(candidate.id()),
                        Optional.of(application.id()),
                        recipient,
                        Optional.of(sender.email()),
                        template.draft(),
                        Map.of(
                                MergeField.CANDIDATE_NAME, candidate.fullName(),
                                MergeField.CANDIDATE_FIRST_NAME,
                                        candidate.fullName().split("\\s+", 2)[0],
                                MergeField.JOB_TITLE,
                                        jobs.get(application.job()).title(),
                                MergeField.REFERENCE, application.reference(),
                                MergeField.SENDER_NAME, sender.fullName())));
        if (queueing instanceof Messages.Queueing.Refused(var problems)) {
            throw CrewyardException.invalid("letter", String.join(" ", problems));
        }
    }
}
