package com.crewyard.deployment.pipelines.internal;

import java.time.Duration;
import java.util.Map;

/** What came of a look at a stage's work. */
sealed interface Outcome {

    /**
     * @param note one clause for who looks
     * @param output values for conditions and templates of later stages
     */
    record Passed(String note, Map<String, String> output) implements Outcome {

        Passed(String note) {
            this(note, Map.of());
        }
    }

    /** @param again whether another attempt may come out differently */
    record Failed(String note, boolean again, Map<String, String> output) implements Outcome {

        Failed(String note) {
            this(note, true, Map.of());
        }

        static Failed forGood(String note) {
            return new Failed(note, false, Map.of());
        }
    }

    record Cancelled(String note) implements Outcome {}

    /** Not yet: the same again after a while. */
    record Later(Duration after) implements Outcome {}
}
