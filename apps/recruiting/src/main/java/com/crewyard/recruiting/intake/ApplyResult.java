package com.crewyard.recruiting.intake;

import com.crewyard.kernel.FieldError;
import com.crewyard.recruiting.pipeline.Application;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of a submitted form. */
public sealed interface ApplyResult {

    /**
     * The application is stored, with its files, for good.
     *
     * @param statusPath the private page of this application. Empty when the candidate had applied already: whoever
     *     knows a person's email could otherwise open their application; the link goes to their mailbox instead
     * @param reopened whether the candidate had withdrawn that earlier application
     */
    record Accepted(Application application, Optional<String> statusPath, boolean reopened) implements ApplyResult {

        public String reference() {
            return application.reference();
        }

        /** Whether an earlier application to the same job took this in. */
        public boolean updated() {
            return statusPath.isEmpty();
        }
    }

    /**
     * Some fields do not hold.
     *
     * @param errors by the names that the form has
     * @param kept files that need not be sent again, by field, for a day
     */
    record Refused(List<FieldError> errors, Map<String, KeptFile> kept) implements ApplyResult {

        public Optional<String> reason(String field) {
            return errors.stream()
                    .filter(error -> error.field().equals(field))
                    .map(FieldError::message)
                    .findFirst();
        }
    }

    /** The job takes no applications. */
    record Closed(String sentence) implements ApplyResult {}

    /** The same person applied to the same job many times in a row. */
    record Throttled(Duration retryAfter) implements ApplyResult {}

    /** @param token what the next submission names it by, in the field {@code kept_} + its field's name */
    record KeptFile(String token, String fileName) {}
}
