package com.crewyard.hosting.advice;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.costs.Costs;
import com.crewyard.hosting.research.Cell;
import com.crewyard.hosting.research.Research;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The advisor's answer, with everything it stands on.
 *
 * @param weights criterion → how much it counts and why
 * @param changes sentences on what would change first place
 * @param warnings problems that came up between the documents and the needs, in the order of files and lines
 * @param aged facts and limits older than a year
 */
public record Advice(
        Research research,
        List<Ranked> ranking,
        Map<String, Weighting> weights,
        Sensitivity sensitivity,
        List<Exclusion> excluded,
        Costs costs,
        List<Change> changes,
        List<Finding> warnings,
        List<Finding> aged) {

    /**
     * A category in its place.
     *
     * @param score the weighted mean on the scale of the scores
     * @param sum the unweighted sum of the scores that documents gave
     * @param wins the share of random weightings in which it comes first
     * @param cells by criterion
     */
    public record Ranked(
            String category,
            int rank,
            boolean tied,
            double score,
            double sum,
            double wins,
            Map<String, Cell> cells,
            List<RankedOffering> offerings) {}

    /** @param out why it does not come into question, if it does not */
    public record RankedOffering(String name, Optional<Exclusion> out, List<String> pros, List<String> cons) {}
}
