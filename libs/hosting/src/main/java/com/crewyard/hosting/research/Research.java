package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What several documents say together.
 *
 * @param documents those that count, without the replaced ones
 * @param cells criterion → category → score; every pair has one
 * @param replaced documents for which there is a newer version by the same author on the same topic
 * @param findings what came up while merging
 */
public record Research(
        List<ResearchDocument> documents,
        List<ResearchDocument> replaced,
        List<MergedCategory> categories,
        List<Criterion> criteria,
        Map<String, Map<String, Cell>> cells,
        List<Phase> phases,
        List<Finding> findings) {

    public Cell cell(String criterion, String category) {
        return Optional.ofNullable(cells.getOrDefault(criterion, Map.of()).get(category))
                .orElse(Cell.UNKNOWN);
    }

    public Optional<MergedCategory> category(String name) {
        return categories.stream()
                .filter(category -> category.name().equals(name))
                .findFirst();
    }

    /** How many cells several documents score alike, and how many they score differently. */
    public Agreement agreement() {
        List<Cell> shared = cells.values().stream()
                .flatMap(row -> row.values().stream())
                .filter(cell -> cell.sources().size() > 1)
                .toList();
        int disputed = (int) shared.stream().filter(Cell::disputed).count();
        return new Agreement(shared.size() - disputed, disputed);
    }

    public record Agreement(int agreed, int disputed) {}
}
