package com.crewyard.recruiting.platform.web;

import com.crewyard.kernel.Violations;

/**
 * The part of a list that a client asks for.
 *
 * @param skip how many entries come before it
 * @param limit how many entries it has at the most, 1 to 100
 */
public record PageWindow(int skip, int limit) {

    public static final String DEFAULT_LIMIT = "50";
    private static final int LARGEST_LIMIT = 100;
    private static final int LARGEST_SKIP = 1_000_000;

    public PageWindow {
        Violations violations = new Violations();
        violations.require(
                skip >= 0 && skip <= LARGEST_SKIP, "skip", "skip is from 0 to 1,000,000; %d is not.".formatted(skip));
        violations.require(
                limit >= 1 && limit <= LARGEST_LIMIT, "limit", "limit is from 1 to 100; %d is not.".formatted(limit));
        violations.throwIfAny();
    }
}
