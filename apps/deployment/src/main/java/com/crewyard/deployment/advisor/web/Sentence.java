package com.crewyard.deployment.advisor.web;

import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.Numbers;
import com.crewyard.hosting.advice.Sensitivity.WeightBounds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says in one sentence who wins, how surely, and what would change it first. */
final class Sentence {

    private Sentence() {}

    static String of(Advice advice) {
        if (advice.ranking().isEmpty()) {
            return "Nothing is left over: every kind of hosting is ruled out by the needs.";
        }
        List<String> first = advice.sensitivity().first();
        if (advice.sensitivity().tied()) {
            return "%s share first place; any difference in a weight decides.".formatted(String.join(" and ", first));
        }
        String wins = "%s wins in %d %% of weightings"
                .formatted(
                        advice.ranking().getFirst().category(),
                        Math.round(100 * advice.ranking().getFirst().wins()));
        Optional<WeightBounds> nearest = advice.sensitivity().weights().stream()
                .filter(bounds -> bounds.high().isPresent()
                        && bounds.weight() > 0
                        && bounds.above().isPresent())
                .min(Comparator.comparingDouble(Sentence::factor));
        return nearest.map(bounds -> "%s; it loses to %s if “%s” counts %s times as much."
                        .formatted(wins, bounds.above().orElse(""), bounds.criterion(), Numbers.plain(factor(bounds))))
                .orElse(wins + "; no single weight, however large, takes that away.");
    }

    private static double factor(WeightBounds bounds) {
        return bounds.high().orElse(Double.MAX_VALUE) / bounds.weight();
    }
}
