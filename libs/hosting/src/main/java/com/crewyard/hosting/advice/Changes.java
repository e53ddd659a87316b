package com.crewyard.hosting.advice;

import com.crewyard.hosting.advice.Advice.Ranked;
import com.crewyard.hosting.advice.Sensitivity.CellBounds;
import com.crewyard.hosting.advice.Sensitivity.WeightBounds;
import com.crewyard.hosting.costs.Costs;
import com.crewyard.hosting.research.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says in sentences what would change first place, the likeliest first. */
final class Changes {

    private static final double NEAR_FACTOR = 3;
    private static final double NEAR_POINTS = 1;
    private static final int MOST_CELLS = 5;
    private static final int MOST_CROSSINGS = 3;

    private Changes() {}

    static List<String> of(List<Ranked> ranking, Sensitivity sensitivity, List<Exclusion> excluded, Costs costs) {
        List<String> changes = new ArrayList<>();
        if (ranking.isEmpty()) {
            return List.of();
        }
        if (sensitivity.tied()) {
            changes.add("%s share first place; any difference in a weight or a score decides between them."
                    .formatted(String.join(" and ", sensitivity.first())));
        }
        sensitivity.weights().forEach(bounds -> weight(bounds, sensitivity.tied(), changes));
        sensitivity.cells().stream()
                .filter(cell -> !sensitivity.tied()
                        && cell.change().isPresent()
                        && Math.abs(cell.change().getAsDouble()) <= NEAR_POINTS + 1e-9)
                .sorted(Comparator.comparingDouble(
                        cell -> Math.abs(cell.change().orElse(0))))
                .limit(MOST_CELLS)
                .forEach(cell -> changes.add(cell(cell)));
        for (Ranked ranked : ranking) {
            ranked.cells().forEach((criterion, cell) -> {
                if (cell.disputed()) {
                    changes.add(disputed(ranked, criterion, cell));
                }
            });
        }
        for (Exclusion exclusion : excluded) {
            changes.add(
                    "Without the need %s, %s would be ranked too.".formatted(exclusion.need(), exclusion.subject()));
        }
        costs.crossings().stream()
                .filter(crossing -> crossing.at() > costs.load())
                .limit(MOST_CROSSINGS)
                .forEach(crossing -> changes.add("From %s req/s on, %s costs less than %s."
                        .formatted(Numbers.plain(crossing.at()), crossing.cheaper(), crossing.than())));
        return List.copyOf(changes);
    }

    private static void weight(WeightBounds bounds, boolean tied, List<String> changes) {
        if (tied) {
            if (bounds.low().isPresent()
                    && bounds.high().isPresent()
                    && bounds.low().getAsDouble() == bounds.weight()) {
                changes.add("If \"%s\" counts more, %s comes first; if less, %s."
                        .formatted(
                                bounds.criterion(),
                                bounds.above().orElse(""),
                                bounds.below().orElse("")));
            }
            return;
        }
        bounds.high().stream()
                .filter(high -> high <= bounds.weight() * NEAR_FACTOR)
                .forEach(high -> changes.add("If \"%s\" counts more than %s instead of %s, %s comes first."
                        .formatted(
                                bounds.criterion(),
                                Numbers.plain(high),
                                Numbers.plain(bounds.weight()),
                                bounds.above().orElse(""))));
        bounds.low()
                .ifPresent(low -> changes.add("If \"%s\" counts less than %s instead of %s, %s comes first."
                        .formatted(
                                bounds.criterion(),
                                Numbers.plain(low),
                                Numbers.plain(bounds.weight()),
                                bounds.below().orElse(""))));
    }

    private static String cell(CellBounds cell) {
        double to = cell.value() + cell.change().orElse(0);
        return "With %s instead of %s for \"%s\" at %s, %s draws level with first place."
                .formatted(
                        Numbers.plain(to),
                        Numbers.plain(cell.value()),
                        cell.criterion(),
                        cell.category(),
                        cell.then().orElse(""));
    }

    private static String disputed(Ranked ranked, String criterion, Cell cell) {
        return "The documents disagree on \"%s\" of %s: %s to %s."
                .formatted(criterion, ranked.category(), Numbers.plain(cell.low()), Numbers.plain(cell.high()));
    }
}
