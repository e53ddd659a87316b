package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.taxonomy.Seniority;
import com.crewyard.recruiting.taxonomy.TitleId;
import java.util.Optional;
import java.util.Set;

/**
 * A title of a position or a post.
 *
 * @param occupation empty when the taxonomy does not know the title
 * @param seniority the middle where the title does not say
 * @param words that tell the trade
 */
record HeldTitle(
        String written, Optional<TitleId> occupation, Seniority seniority, boolean saysSeniority, Set<String> words) {

    double stepsTo(HeldTitle other) {
        return Math.abs(seniority.level() - other.seniority.level());
    }

    /** Years of work that a post with this title and no number of years usually expects; 0 for none. */
    double usualYears() {
        if (!saysSeniority || seniority.level() < Seniority.SENIOR.level()) {
            return 0;
        }
        return switch (seniority) {
            case SENIOR -> 5;
            case LEAD -> 6;
            default -> 8;
        };
    }
}
