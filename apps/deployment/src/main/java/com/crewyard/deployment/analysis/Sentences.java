package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.Judgement.Outcome;

/** A judgement as one readable sentence with its numbers. */
final class Sentences {

    private Sentences() {}

    static String of(
            Comparison one, Outcome outcome, double estimate, double lower, double upper, double p, double level) {
        String allowed = one.wording().of(one.allowed());
        String seen = "%s: %s".formatted(one.metric().name(), one.seen());
        if (Double.isNaN(estimate)) {
            return "%s; with nothing on one side there is nothing to compare.".formatted(seen);
        }
        String best =
                "%s; %s by the best estimate".formatted(seen, one.wording().of(estimate));
        return switch (outcome) {
            case WORSE ->
                "%s, when %s is allowed; chance makes such a difference with probability %s, and %s or less counts at this look."
                        .formatted(best, allowed, Figures.probability(p), Figures.probability(level));
            case SAFE ->
                "%s and %s at most, which is within the %s allowed."
                        .formatted(best, one.wording().of(upper), allowed);
            case UNCLEAR -> "%s, %s; %s is allowed.".formatted(best, range(one, lower, upper), allowed);
        };
    }

    private static String range(Comparison one, double lower, double upper) {
        if (!one.complete()) {
            return "but more than a fifth of the values is missing";
        }
        if (Double.isInfinite(upper)) {
            return "and too few values to say how much at most";
        }
        return Double.isInfinite(lower)
                ? "and %s at most".formatted(one.wording().of(upper))
                : "between %s and %s"
                        .formatted(one.wording().of(lower), one.wording().of(upper));
    }
}
