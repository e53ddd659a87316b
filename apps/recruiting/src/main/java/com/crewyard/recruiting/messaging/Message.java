package com.crewyard.recruiting.messaging;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message and what became of it.
 *
 * @param body with private values left out
 * @param failure why it is held or failed, or why the last attempt did not succeed
 */
public record Message(
        MessageId id,
        Optional<CandidateId> candidate,
        Optional<ApplicationId> application,
        String recipient,
        String subject,
        String body,
        State state,
        Optional<String> failure,
        Instant createdAt,
        Optional<Instant> sentAt) {

    /** Where a message stands. */
    public enum State {
        /** Waits to be sent, or to be tried again. */
        QUEUED,
        /** The mail server has taken it. */
        SENT,
        /** The mail server refused it for good. */
        FAILED,
        /** Cannot be sent as things are; somebody has to change something and send it then. */
        HELD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** {@code not sent: no mail server is configured} */
    public String standing() {
        return switch (state) {
            case SENT -> "sent";
            case QUEUED ->
                failure.map(reason -> "not sent yet, will be tried again: " + reason)
                        .orElse("about to be sent");
            case FAILED, HELD -> "not sent: " + failure.orElse("no reason is known");
        };
    }
}
