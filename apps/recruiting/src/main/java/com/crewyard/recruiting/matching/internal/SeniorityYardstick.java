package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Phrase;
import java.util.List;

/** How many steps lie between the level of the post's title and that of the present position. */
record SeniorityYardstick(double weight, HeldTitle asked) implements Yardstick {

    /** So many steps are as far as levels can be apart. */
    private static final double FAR = 4;

    private static final double NOT_KNOWN = 0.5;

    @Override
    public double value(Features candidate) {
        return candidate.titles().isEmpty() ? NOT_KNOWN : Math.max(0, 1 - steps(candidate) / FAR);
    }

    private double steps(Features candidate) {
        return asked.stepsTo(candidate.titles().getFirst());
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        Phrase finding;
        if (candidate.titles().isEmpty()) {
            finding = Phrase.of(Phrase.Pattern.NO_POSITION);
        } else if (steps(candidate) == 0) {
            finding = Phrase.of(Phrase.Pattern.SAME_LEVEL);
        } else {
            finding = Phrase.of(Phrase.Pattern.LEVELS_APART, Math.round(steps(candidate)));
        }
        return new Criterion(Criterion.Kind.SENIORITY, share, value(candidate), List.of(finding), List.of(), List.of());
    }
}
