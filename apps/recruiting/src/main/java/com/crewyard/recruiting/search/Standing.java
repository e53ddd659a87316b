package com.crewyard.recruiting.search;

import java.util.Locale;

/** Where a candidate stands with the organization, over all jobs. */
public enum Standing {
    /** Has never applied, nor been added to a job. */
    UNASSIGNED,
    /** Is being considered for at least one job. */
    ACTIVE,
    HIRED,
    /** Every application has ended, without a hire. */
    PAST;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
