package com.crewyard.recruiting.matching;

/**
 * What the decisions on a job's applications say about its weights, for a person to accept or not.
 *
 * @param from the slider as it is
 * @param to the slider as it would be
 * @param advanced how many candidates were advanced
 * @param rejected how many were rejected
 * @param ofAdvanced how well the advanced meet the criterion, on average, 0 to 1
 * @param chance that somebody advanced meets it better than somebody rejected, 0 to 1
 * @param deviations standard errors that this is above chance
 */
public record Suggestion(
        Criterion.Kind kind,
        int from,
        int to,
        int advanced,
        int rejected,
        double ofAdvanced,
        double ofRejected,
        double chance,
        double deviations) {

    public int decisions() {
        return advanced + rejected;
    }
}
