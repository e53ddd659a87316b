package com.crewyard.recruiting.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A property whose values are counted beside the results, and that narrows them. */
public enum Facet {
    KIND,
    SKILL,
    TITLE,
    LOCATION,
    STAGE,
    TAG,
    LANGUAGE,
    /** Years of experience in steps: {@code 0-2}, {@code 3-5}, {@code 6-9}, {@code 10+}. */
    YEARS,
    /** Where a candidate stands with the organization: see {@link Standing}. */
    POOL,
    /** Whether a job is open. */
    STATUS,
    DEPARTMENT,
    REMOTE;

    /** As in addresses and answers: {@code skill}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> ofCode(String code) {
        return Arrays.stream(values())
                .filter(facet -> facet.code().equals(code))
                .findFirst();
    }
}
