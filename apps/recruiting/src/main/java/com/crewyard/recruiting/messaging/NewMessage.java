package com.crewyard.recruiting.messaging;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import java.util.Map;
import java.util.Optional;

/**
 * A message about to be written into the outbox.
 *
 * @param recipient an email address
 * @param replyTo where answers go; to the sender's address when empty
 * @param draft as the template or the writer has it
 * @param values what stands for its fields; the organization's name need not be among them
 */
public record NewMessage(
        Optional<CandidateId> candidate,
        Optional<ApplicationId> application,
        String recipient,
        Optional<String> replyTo,
        Draft draft,
        Map<MergeField, String> values) {

    public NewMessage {
        values = Map.copyOf(values);
    }
}
