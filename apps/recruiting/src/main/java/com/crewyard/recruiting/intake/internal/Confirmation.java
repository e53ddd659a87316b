package com.crewyard.recruiting.intake.internal;

import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.messaging.MergeField;
import com.crewyard.recruiting.messaging.Messages;
import com.crewyard.recruiting.messaging.NewMessage;
import com.crewyard.recruiting.messaging.Template;
import com.crewyard.recruiting.messaging.Templates;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.platform.PublicAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the candidate by email that their application is here. */
@Component
class Confirmation {

    private final Templates templates;
    private final Messages messages;
    private final PublicAddress address;

    Confirmation(Templates templates, Messages messages, PublicAddress address) {
        this.templates = templates;
        this.messages = messages;
        this.address = address;
    }

    void queue(Actor candidate, Job job, Application application, String statusPath, Optional<String> recipient) {
        if (recipient.isEmpty()) {
            return;
        }
        Map<MergeField, String> values = new EnumMap<>(MergeField.class);
        values.put(MergeField.CANDIDATE_NAME, candidate.name());
        values.put(MergeField.CANDIDATE_FIRST_NAME, candidate.name().replaceAll("\\s.*", ""));
        values.put(MergeField.JOB_TITLE, job.title());
        values.put(MergeField.REFERENCE, application.reference());
        address.linkTo(statusPath).ifPresent(link -> values.put(MergeField.STATUS_LINK, link));
        messages.queueUnattended(
                Actor.SYSTEM,
                new NewMessage(
                        Optional.of(application.candidate()),
                        Optional.of(application.id()),
                        recipient.get(),
                        Optional.empty(),
                        templates.of(Template.Purpose.APPLICATION_RECEIVED).draft(),
                        values));
    }
}
