package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.statistics.Boundary;
import com.crewyard.kernel.Violations;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When the data has been looked at so far, the look at hand being the last of them.
 *
 * @param shares of the planned data, growing, the last at most 1. They come from the plan, not from what the data showed.
 */
public record Looks(List<Double> shares) {

    public Looks {
        shares = List.copyOf(shares);
        Violations violations = new Violations();
        violations.require(!shares.isEmpty(), "looks", "There is no look; an analysis takes at least one");
        double before = 0;
        for (double share : shares) {
            violations.require(
                    share - before >= Boundary.CLOSEST - 1e-9 && share <= 1 + 1e-9,
                    "looks",
                    "Looks at %s of the planned data: each must be at least %s after the one before, the last at most 1"
                            .formatted(shares, Boundary.CLOSEST));
            before = share;
        }
        violations.throwIfAny();
    }

    /** One look, at everything. */
    public static Looks once() {
        return new Looks(List.of(1.0));
    }

    /** The {@code number}-th of so many looks, as far apart from one another. */
    public static Looks even(int number, int planned) {
        return new Looks(IntStream.rangeClosed(1, number)
                .mapToObj(look -> (double) look / planned)
                .toList());
    }

    /** Whether no look follows. */
    public boolean last() {
        return shares.getLast() >= 1 - 1e-9;
    }
}
