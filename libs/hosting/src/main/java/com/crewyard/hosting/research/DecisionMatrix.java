package com.crewyard.hosting.research;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Criteria × categories, as one document scores them.
 *
 * @param categories named as the document's categories where they could be matched
 * @param cells criterion → category → score; a cell that could not be read is missing
 * @param weights criterion → weight, for the criteria that the document weighs
 */
public record DecisionMatrix(
        List<String> criteria,
        List<String> categories,
        Map<String, Map<String, Score>> cells,
        Map<String, Double> weights,
        int line) {

    static final DecisionMatrix NONE = new DecisionMatrix(List.of(), List.of(), Map.of(), Map.of(), 0);

    public Optional<Score> score(String criterion, String category) {
        return Optional.ofNullable(cells.getOrDefault(criterion, Map.of()).get(category));
    }
}
