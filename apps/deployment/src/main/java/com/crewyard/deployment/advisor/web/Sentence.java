package com.crewyard.deployment.advisor.web;

import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.Numbers;
import com.crewyard.hosting.advice.Sensitivity.WeightBounds;
import com.crewyard.web.Page;
import java.util.Comparator;
import java.util.Optional;

/** Says in one sentence who wins, how surely, and what would change it first. */
final class Sentence {

    private Sentence() {}

    static String of(Advice advice, Page page) {
        if (advice.ranking().isEmpty()) {
            return page.text("advisor.verdict.nothing");
        }
        if (advice.sensitivity().tied()) {
            return page.text(
                    "advisor.verdict.tied",
                    String.join(
                            " " + page.text("advisor.and") + " ",
                            advice.sensitivity().first()));
        }
        String winner = advice.ranking().getFirst().category();
        String wins =
                String.valueOf(Math.round(100 * advice.ranking().getFirst().wins()));
        Optional<WeightBounds> nearest = advice.sensitivity().weights().stream()
                .filter(bounds -> bounds.high().isPresent()
                        && bounds.weight() > 0
                        && bounds.above().isPresent())
                .min(Comparator.comparingDouble(Sentence::factor));
        return nearest.map(bounds -> page.text(
                        "advisor.verdict.wins",
                        winner,
                        wins,
                        bounds.above().orElse(""),
                        bounds.criterion(),
                        Numbers.plain(factor(bounds))))
                .orElseGet(() -> page.text("advisor.verdict.sure", winner, wins));
    }

    private static double factor(WeightBounds bounds) {
        return bounds.high().orElse(Double.MAX_VALUE) / bounds.weight();
    }
}
