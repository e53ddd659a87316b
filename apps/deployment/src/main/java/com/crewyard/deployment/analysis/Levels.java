package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.statistics.Boundary;
import com.crewyard.deployment.analysis.statistics.Spending;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one comparison is tested with at a look. Worked out once, as it takes longer than the tests themselves. */
final class Levels {

    private record Key(double probability, Looks looks) {}

    private final Spending spending;
    private final Map<Key, Double> known = new ConcurrentHashMap<>();

    Levels(Spending spending) {
        this.spending = spending;
    }

    /** @param probability of being wrong that all looks share */
    double of(double probability, Looks looks) {
        return known.computeIfAbsent(
                new Key(probability, looks), key -> Boundary.last(spending, probability, looks.shares()));
    }
}
