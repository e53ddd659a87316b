package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Phrase;
import java.util.List;

/** How much a candidate resembles, in work and titles, those whose resumes are nearest to the post. */
record PeersYardstick(double weight, PostNearness nearness) implements Yardstick {

    private static final double MUCH = 0.6;
    private static final double SOMEWHAT = 0.25;

    @Override
    public double value(Features candidate) {
        return nearness.peers(candidate.view());
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        double value = value(candidate);
        Phrase.Pattern finding = value >= MUCH
                ? Phrase.Pattern.MUCH_ALIKE
                : value >= SOMEWHAT ? Phrase.Pattern.SOMEWHAT_ALIKE : Phrase.Pattern.UNLIKE;
        return new Criterion(Criterion.Kind.PEERS, share, value, List.of(Phrase.of(finding)), List.of(), List.of());
    }
}
