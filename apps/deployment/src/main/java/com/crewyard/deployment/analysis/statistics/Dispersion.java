package com.crewyard.deployment.analysis.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * How much more error counts vary between cells than chance allows: correlation {@code rho} of two requests of one cell,
 * estimated by moments (Kleinman, JASA 68, 1973; Williams, Applied Statistics 31, 1982).
 *
 * @param rho 0 when they vary as by chance
 * @param freedom cells less the two shares that were estimated
 * @param p of Pearson's statistic of equal shares on each side
 */
record Dispersion(double rho, int freedom, double p, List<Cell> canary, List<Cell> control) {

    private static final double SIGNIFICANT = 0.05;

    /** By intervals, or by instances when those differ more: what an instance does wrong it does all the time. */
    static Dispersion of(List<Cell> canary, List<Cell> control) {
        Dispersion fine = measured(canary, control);
        Dispersion coarse = measured(byInstance(canary), byInstance(control));
        if (!coarse.significant()) {
            return fine;
        }
        return !fine.significant() || coarse.effect() > fine.effect() ? coarse : fine;
    }

    boolean significant() {
        return freedom > 0 && rho > 0 && p < SIGNIFICANT;
    }

    /** How many times the variance of a share is that of independent requests. */
    double effect() {
        double requests = 0;
        double effective = 0;
        for (List<Cell> side : List.of(canary, control)) {
            for (Cell cell : side) {
                requests += cell.requests();
                effective += effective(cell);
            }
        }
        return effective == 0 ? 1 : requests / effective;
    }

    double effective(Cell cell) {
        return cell.requests() / design(cell);
    }

    double design(Cell cell) {
        return cell.requests() == 0 ? 1 : 1 + (cell.requests() - 1) * rho;
    }

    private static Dispersion measured(List<Cell> canary, List<Cell> control) {
        double statistic = 0;
        double inflation = 0;
        int cells = 0;
        int sides = 0;
        for (List<Cell> side : List.of(canary, control)) {
            double requests = side.stream().mapToLong(Cell::requests).sum();
            double share = side.stream().mapToLong(Cell::errors).sum() / requests;
            if (!(share > 0 && share < 1)) {
                continue;
            }
            sides++;
            for (Cell cell : side) {
                if (cell.requests() > 0) {
                    double expected = cell.requests() * share;
                    statistic += Math.pow(cell.errors() - expected, 2) / (expected * (1 - share));
                    inflation += (cell.requests() - 1) * (1 - cell.requests() / requests);
                    cells++;
                }
            }
        }
        int freedom = cells - sides;
        if (freedom <= 0 || inflation <= 0) {
            return new Dispersion(0, 0, 1, canary, control);
        }
        double rho = Math.clamp((statistic - freedom) / inflation, 0, 1);
        double p = 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(statistic);
        return new Dispersion(rho, freedom, p, canary, control);
    }

    private static List<Cell> byInstance(List<Cell> cells) {
        Map<String, Cell> together = new LinkedHashMap<>();
        for (Cell cell : cells) {
            together.merge(
                    cell.instance(),
                    cell,
                    (one, other) ->
                            new Cell(one.instance(), one.requests() + other.requests(), one.errors() + other.errors()));
        }
        return new ArrayList<>(together.values());
    }
}
