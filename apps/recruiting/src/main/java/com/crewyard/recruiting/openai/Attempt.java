package com.crewyard.recruiting.openai;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What came of asking once. */
sealed interface Attempt {

    record Answered(JsonNode answer) implements Attempt {}

    /**
     * Worth another attempt.
     *
     * @param pause that the service asks for
     */
    record Busy(String reason, Optional<Duration> pause) implements Attempt {}

    /** The same again would fail the same way. */
    record Refused(String reason) implements Attempt {}
}
