package com.crewyard.deployment.pipelines;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a stage does. */
public enum StageType {
    BUILD,
    TEST,
    SCAN,
    RUN,
    APPROVE,
    MIGRATE,
    ROLLOUT,
    VERIFY,
    WAIT,
    WEBHOOK,
    NOTIFY,
    PIPELINE;

    /** As files have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<String> words() {
        return Arrays.stream(values()).map(StageType::word).collect(Collectors.toSet());
    }
}
