package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Gap;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.Phrase;
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
        Phrase finding =
                nearest.map(excerpt -> finding(excerpt.text(), value)).orElse(Phrase.of(Phrase.Pattern.NO_POSITION));
        List<Evidence> evidence = value < DISTANT
                ? List.of()
                : nearest.map(excerpt -> evidence(candidate, excerpt)).stream().toList();
        List<Gap> missing = value < DISTANT
                ? List.of(new Gap(Phrase.of(Phrase.Pattern.WORK_AS, asked.strip()), share * (1 - value) * 100))
                : List.of();
        return new Criterion(Criterion.Kind.TITLE, share, value, List.of(finding), evidence, missing);
    }

    private Phrase finding(String title, double value) {
        if (value < DISTANT) {
            return Phrase.of(Phrase.Pattern.NO_POSITION_NEAR, asked.strip());
        }
        Phrase.Pattern how = value >= SAME
                ? Phrase.Pattern.SAME_TRADE
                : value >= NEAR ? Phrase.Pattern.NEAR_TRADE : Phrase.Pattern.DISTANT_TRADE;
        return Phrase.of(how, title);
    }

    private Evidence evidence(Features candidate, Excerpt excerpt) {
        String written = excerpt.text();
        return candidate
                .phrase(written)
                .map(place -> candidate.evidence(asked, place))
                .orElse(new Evidence(asked, excerpt.source(), excerpt.start(), excerpt.end(), written, written));
    }
}
