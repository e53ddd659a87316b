package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Kind;
import com.crewyard.recruiting.matching.Preference;
import com.crewyard.recruiting.matching.Weights;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns sliders and preferences into weights: of all weights that hold every preference, those whose logarithms are
 * nearest to the sliders' by least squares, with the sliders' sum (C. Hildreth, <em>A quadratic programming
 * procedure</em>, 1957). A ratio changes a weight by a factor, so distance is measured in factors.
 */
public final class PreferenceSolver {

    private static final int MOST_ROUNDS = 10_000;
    private static final double SETTLED = 1e-12;

    private PreferenceSolver() {}

    /** @param preferences without a {@link #contradiction} */
    public static Weights weights(Map<Kind, Integer> sliders, List<Preference> preferences) {
        List<Preference> telling = preferences.stream()
                .filter(preference -> sliders.getOrDefault(preference.less(), 0) > 0)
                .toList();
        Map<Kind, Double> weights = new EnumMap<>(Kind.class);
        sliders.forEach((kind, value) -> weights.put(kind, (double) value));
        if (telling.isEmpty()) {
            return new Weights(weights);
        }
        double sum = total(weights);
        telling.forEach(preference -> weights.merge(preference.more(), 1.0, Math::max));
        double[] logarithms = new double[Kind.values().length];
        weights.forEach((kind, weight) -> logarithms[kind.ordinal()] = StrictMath.log(weight));
        settle(logarithms, telling);
        weights.replaceAll((kind, weight) -> weight == 0 ? 0.0 : StrictMath.exp(logarithms[kind.ordinal()]));
        double scale = sum / total(weights);
        weights.replaceAll((_, weight) -> weight * scale);
        return new Weights(weights);
    }

    /** Hildreth's rounds: what a preference lacks is shared between its two sides, and given back once not needed. */
    private static void settle(double[] logarithms, List<Preference> preferences) {
        double[] given = new double[preferences.size()];
        double largest = 1;
        for (int round = 0; round < MOST_ROUNDS && largest > SETTLED; round++) {
            largest = 0;
            for (int i = 0; i < given.length; i++) {
                Preference preference = preferences.get(i);
                int more = preference.more().ordinal();
                int less = preference.less().ordinal();
                double lacking = StrictMath.log(preference.strength().ratio()) - (logarithms[more] - logarithms[less]);
                double step = Math.max(-given[i], lacking / 2);
                given[i] += step;
                logarithms[more] += step;
                logarithms[less] -= step;
                largest = Math.max(largest, Math.abs(step));
            }
        }
    }

    private static double total(Map<Kind, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Preferences that no weights can hold together: a circle of "more than". Empty when there is none.
     */
    public static List<Preference> contradiction(List<Preference> preferences) {
        for (Preference first : preferences) {
            List<Preference> circle = pathBack(first, preferences);
            if (!circle.isEmpty()) {
                return circle;
            }
        }
        return List.of();
    }

    /** The shortest way from what a preference puts second to what it puts first, behind that preference. */
    private static List<Preference> pathBack(Preference first, List<Preference> preferences) {
        Map<Kind, List<Preference>> reached = new EnumMap<>(Kind.class);
        Set<Kind> seen = EnumSet.of(first.less());
        Deque<Kind> next = new ArrayDeque<>(List.of(first.less()));
        reached.put(first.less(), List.of(first));
        while (!next.isEmpty()) {
            Criterion.Kind at = next.removeFirst();
            List<Preference> path = reached.getOrDefault(at, List.of());
            if (at == first.more()) {
                return path;
            }
            for (Preference preference : preferences) {
                if (preference.more() == at && seen.add(preference.less())) {
                    List<Preference> longer = new ArrayList<>(path);
                    longer.add(preference);
                    reached.put(preference.less(), longer);
                    next.addLast(preference.less());
                }
            }
        }
        return List.of();
    }
}
