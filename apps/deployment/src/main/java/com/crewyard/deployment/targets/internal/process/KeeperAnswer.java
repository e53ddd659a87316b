package com.crewyard.deployment.targets.internal.process;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a keeper answers.
 *
 * @param problem which kind of refusal, with the sentence; empty when it did what it was told
 */
record KeeperAnswer(Optional<Problem> problem, Optional<JsonNode> value) {

    enum Kind {
        STALE_FENCE,
        STALE_TABLE,
        ROUTING,
        TARGET
    }

    record Problem(Kind kind, String sentence) {}
}
