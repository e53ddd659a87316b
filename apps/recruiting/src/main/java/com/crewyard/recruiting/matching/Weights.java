package com.crewyard.recruiting.matching;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What each criterion counts beside the others, in any unit; 0 leaves it out.
 *
 * @param values a weight for every kind, none below 0
 */
public record Weights(Map<Criterion.Kind, Double> values) {

    /** As measured; see docs/matching.md. */
    public static final Weights STANDARD = new Weights(standard());

    public Weights {
        Map<Criterion.Kind, Double> complete = new EnumMap<>(Criterion.Kind.class);
        for (Criterion.Kind kind : Criterion.Kind.values()) {
            double value = values.getOrDefault(kind, 0.0);
            if (!(value >= 0)) {
                throw new IllegalArgumentException("Weight of %s (%s) is below 0".formatted(kind, value));
            }
            complete.put(kind, value);
        }
        values = Collections.unmodifiableMap(complete);
    }

    public double of(Criterion.Kind kind) {
        return values.getOrDefault(kind, 0.0);
    }

    /**
     * An engine's own weight as this profile has it: in proportion to the standard, exactly itself when the standard is
     * kept. An engine without vectors gives the same criterion another weight than one with.
     */
    public double scaled(Criterion.Kind kind, double own) {
        double factor = kind.standardWeight() == 0 ? 1 : of(kind) / kind.standardWeight();
        return factor == 1 ? own : own * factor;
    }

    private static Map<Criterion.Kind, Double> standard() {
        Map<Criterion.Kind, Double> weights = new EnumMap<>(Criterion.Kind.class);
        Arrays.stream(Criterion.Kind.values()).forEach(kind -> weights.put(kind, (double) kind.standardWeight()));
        return weights;
    }
}
