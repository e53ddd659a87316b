package com.crewyard.hosting.advice;

import com.crewyard.hosting.advice.Advice.Ranked;
import com.crewyard.hosting.advice.Change.Pattern;
import com.crewyard.hosting.advice.Sensitivity.CellBounds;
import com.crewyard.hosting.advice.Sensitivity.WeightBounds;
import com.crewyard.hosting.costs.Costs;
import com.crewyard.hosting.research.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what would change first place, the likeliest first. */
final class Changes {

    private static final double NEAR_FACTOR = 3;
    private static final double NEAR_POINTS = 1;
    private static final int MOST_CELLS = 5;
    private static final int MOST_CROSSINGS = 3;

    private Changes() {}

    static List<Change> of(List<Ranked> ranking, Sensitivity sensitivity, List<Exclusion> excluded, Costs costs) {
        List<Change> changes = new ArrayList<>();
        if (ranking.isEmpty()) {
            return List.of();
        }
        if (sensitivity.tied()) {
            changes.add(Change.of(Pattern.TIED, String.join(", ", sensitivity.first())));
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
            changes.add(Change.of(Pattern.WITHOUT_NEED, exclusion.need(), exclusion.subject()));
        }
        costs.crossings().stream()
                .filter(crossing -> crossing.at() > costs.load())
                .limit(MOST_CROSSINGS)
                .forEach(crossing -> changes.add(
                        Change.of(Pattern.CHEAPER, Numbers.plain(crossing.at()), crossing.cheaper(), crossing.than())));
        return List.copyOf(changes);
    }

    private static void weight(WeightBounds bounds, boolean tied, List<Change> changes) {
        if (tied) {
            if (bounds.low().isPresent()
                    && bounds.high().isPresent()
                    && bounds.low().getAsDouble() == bounds.weight()) {
                changes.add(Change.of(
                        Pattern.DECIDES,
                        bounds.criterion(),
                        bounds.above().orElse(""),
                        bounds.below().orElse("")));
            }
            return;
        }
        bounds.high().stream()
                .filter(high -> high <= bounds.weight() * NEAR_FACTOR)
                .forEach(high -> changes.add(Change.of(
                        Pattern.COUNTS_MORE,
                        bounds.criterion(),
                        Numbers.plain(high),
                        Numbers.plain(bounds.weight()),
                        bounds.above().orElse(""))));
        bounds.low()
                .ifPresent(low -> changes.add(Change.of(
                        Pattern.COUNTS_LESS,
                        bounds.criterion(),
                        Numbers.plain(low),
                        Numbers.plain(bounds.weight()),
                        bounds.below().orElse(""))));
    }

    private static Change cell(CellBounds cell) {
        return Change.of(
                Pattern.SCORED,
                Numbers.plain(cell.value() + cell.change().orElse(0)),
                Numbers.plain(cell.value()),
                cell.criterion(),
                cell.category(),
                cell.then().orElse(""));
    }

    private static Change disputed(Ranked ranked, String criterion, Cell cell) {
        return Change.of(
                Pattern.DISPUTED, criterion, ranked.category(), Numbers.plain(cell.low()), Numbers.plain(cell.high()));
    }
}
