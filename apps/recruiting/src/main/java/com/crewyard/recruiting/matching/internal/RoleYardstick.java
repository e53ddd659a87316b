package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Evidence;
import java.util.List;
import java.util.Optional;

/** How near in meaning the headline or a title held is to the post's title. */
record RoleYardstick(double weight, String asked, PostNearness nearness) implements Yardstick {

    private static final double SAME = 0.75;
    private static final double NEAR = 0.45;
    private static final double DISTANT = 0.15;

    @Override
    public double value(Features candidate) {
        return nearness.title(candidate.view());
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        double value = value(candidate);
        Optional<Excerpt> nearest = nearness.nearestTitle(candidate.view());
        String finding = nearest.map(excerpt -> finding(excerpt.text(), value)).orElse("no position known");
        List<Evidence> evidence = value < DISTANT
                ? List.of()
                : nearest.map(excerpt -> evidence(candidate, excerpt)).stream().toList();
        List<String> missing = value < DISTANT ? List.of("Work as " + asked.strip()) : List.of();
        return new Criterion(Criterion.Kind.TITLE, share, value, finding, evidence, missing);
    }

    private String finding(String title, double value) {
        if (value < DISTANT) {
            return "no position near \"%s\"".formatted(asked.strip());
        }
        String how = value >= SAME ? "the same trade" : value >= NEAR ? "a near trade" : "a distant trade";
        return "%s: %s".formatted(title, how);
    }

    private Evidence evidence(Features candidate, Excerpt excerpt) {
        String written = excerpt.text();
        return candidate
                .phrase(written)
                .map(place -> candidate.evidence(asked, place))
                .orElse(new Evidence(asked, excerpt.source(), excerpt.start(), excerpt.end(), written, written));
    }
}
