package com.crewyard.hosting.advice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How sure first place is.
 *
 * @param tied whether several share it
 * @param draws how many weightings were drawn for the shares of wins
 */
public record Sensitivity(
        List<String> first, boolean tied, int draws, List<WeightBounds> weights, List<CellBounds> cells) {

    /**
     * Between which weights of one criterion, the others held, first place stays as it is.
     *
     * @param low empty when no weight down to 0 changes it
     * @param below who comes first just under {@code low}
     * @param high empty when no weight changes it, however large
     * @param above who comes first just over {@code high}
     */
    public record WeightBounds(
            String criterion,
            double weight,
            OptionalDouble low,
            Optional<String> below,
            OptionalDouble high,
            Optional<String> above) {}

    /**
     * By how much one score may move before first place changes.
     *
     * @param change negative for a leader's score, positive for another's; empty when no score from 1 to 5 changes it
     * @param then who then draws level
     */
    public record CellBounds(
            String category, String criterion, double value, OptionalDouble change, Optional<String> then) {}
}
