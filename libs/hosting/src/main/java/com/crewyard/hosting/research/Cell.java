package com.crewyard.hosting.research;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A score after merging: the mean over the authors of each author's mean, and how far apart the sources are.
 *
 * @param scored whether any document scores it; otherwise the value is the middle of the scale and the range all of it
 */
public record Cell(double value, double low, double high, boolean scored, List<Citation> sources) {

    static final Cell UNKNOWN = new Cell((Score.WORST + Score.BEST) / 2, Score.WORST, Score.BEST, false, List.of());

    static Cell of(List<Citation> sources, double low, double high) {
        double value = sources.stream()
                .collect(Collectors.groupingBy(Citation::author, Collectors.averagingDouble(Citation::value)))
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .mapToDouble(java.util.Map.Entry::getValue)
                .average()
                .orElseThrow();
        return new Cell(
                value,
                low,
                high,
                true,
                sources.stream()
                        .sorted(Comparator.comparing(Citation::file).thenComparingInt(Citation::line))
                        .toList());
    }

    /** Whether the sources contradict each other. */
    public boolean disputed() {
        return scored && high > low;
    }
}
