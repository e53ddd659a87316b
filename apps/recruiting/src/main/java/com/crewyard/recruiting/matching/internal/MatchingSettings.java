package com.crewyard.recruiting.matching.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How matching runs.
 *
 * @param vectors whether meaning is weighed, with a model in this process; words alone when not
 * @param threads on which texts are embedded at the same time; 0 for half of the cores
 */
@ConfigurationProperties("crewyard.matching")
public record MatchingSettings(
        @DefaultValue("true") boolean vectors,
        @DefaultValue("0") int threads) {

    public MatchingSettings {
        if (threads < 0) {
            throw new IllegalArgumentException("Number of embedding threads (%d) is negative".formatted(threads));
        }
    }

    int effectiveThreads() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
