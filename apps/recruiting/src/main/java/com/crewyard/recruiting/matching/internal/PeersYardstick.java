package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
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
        String finding = value >= MUCH
                ? "much like the resumes nearest to the post"
                : value >= SOMEWHAT
                        ? "somewhat like the resumes nearest to the post"
                        : "unlike the resumes nearest to the post";
        return new Criterion(Criterion.Kind.PEERS, share, value, finding, List.of(), List.of());
    }
}
