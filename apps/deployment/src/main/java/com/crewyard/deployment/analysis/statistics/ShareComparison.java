package com.crewyard.deployment.analysis.statistics;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Difference of two shares of errors. Counts that vary as by chance are compared by Fisher's exact test; those that vary more
 * between instances or intervals by the beta-binomial variance, with Student's t on as many degrees of freedom as cells give.
 * Limits of the difference are recovered from those of both shares (Newcombe, Statistics in Medicine 17, 1998, method 10, with
 * Clopper and Pearson's limits in place of Wilson's).
 */
public final class ShareComparison implements OneSided {

    private final Side canary;
    private final Side control;
    private final Dispersion dispersion;
    private final boolean clustered;

    private record Side(long requests, long errors, double effective, double share) {}

    private ShareComparison(Dispersion dispersion, Side canary, Side control) {
        this.dispersion = dispersion;
        this.clustered = dispersion.significant();
        this.canary = canary;
        this.control = control;
    }

    public static ShareComparison of(List<Cell> canary, List<Cell> control) {
        Dispersion dispersion = Dispersion.of(canary, control);
        boolean clustered = dispersion.significant();
        return new ShareComparison(
                dispersion,
                side(clustered ? dispersion.canary() : canary, dispersion, clustered),
                side(clustered ? dispersion.control() : control, dispersion, clustered));
    }

    @Override
    public double p() {
        if (canary.requests == 0 || control.requests == 0) {
            return 1;
        }
        if (!clustered) {
            return Proportions.fisher(
                    Math.toIntExact(canary.errors),
                    Math.toIntExact(canary.requests),
                    Math.toIntExact(control.errors),
                    Math.toIntExact(control.requests));
        }
        double together = (canary.share * canary.effective + control.share * control.effective)
                / (canary.effective + control.effective);
        double error = Math.sqrt(together * (1 - together) * (1 / canary.effective + 1 / control.effective));
        return error > 0 ? 1 - new TDistribution(dispersion.freedom()).cumulativeProbability(estimate() / error) : 1;
    }

    @Override
    public double estimate() {
        return canary.share - control.share;
    }

    @Override
    public double upper(double level) {
        if (canary.requests == 0 || control.requests == 0 || level <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return estimate() + Math.hypot(upper(canary, level) - canary.share, control.share - lower(control, level));
    }

    @Override
    public double lower(double level) {
        if (canary.requests == 0 || control.requests == 0 || level <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return estimate() - Math.hypot(canary.share - lower(canary, level), upper(control, level) - control.share);
    }

    /** Whether errors come in clusters, so that they count for less than their number. */
    public boolean clustered() {
        return clustered;
    }

    /** How many times the variance is that of independent requests; 1 unless {@link #clustered}. */
    public double designEffect() {
        return clustered ? dispersion.effect() : 1;
    }

    /** The canary's share alone against a fixed share. */
    public OneSided against(double ceiling) {
        return new OneSided() {
            @Override
            public double p() {
                return canary.requests == 0
                        ? 1
                        : Proportions.atLeast(canary.share * canary.effective, canary.effective, ceiling);
            }

            @Override
            public double estimate() {
                return canary.share;
            }

            @Override
            public double upper(double level) {
                return canary.requests == 0 ? Double.POSITIVE_INFINITY : ShareComparison.this.upper(canary, level);
            }

            @Override
            public double lower(double level) {
                return canary.requests == 0 ? Double.NEGATIVE_INFINITY : ShareComparison.this.lower(canary, level);
            }
        };
    }

    private double upper(Side side, double level) {
        double trials = trials(side, level);
        return Proportions.upper(side.share * trials, trials, level);
    }

    private double lower(Side side, double level) {
        double trials = trials(side, level);
        return Proportions.lower(side.share * trials, trials, level);
    }

    /** Effective trials, fewer still for what was estimated from few cells (Korn and Graubard 1998). */
    private double trials(Side side, double level) {
        if (!clustered) {
            return side.requests;
        }
        double normal = new NormalDistribution().inverseCumulativeProbability(1 - level);
        double student = new TDistribution(dispersion.freedom()).inverseCumulativeProbability(1 - level);
        return side.effective * Math.pow(normal / student, 2);
    }

    private static Side side(List<Cell> cells, Dispersion dispersion, boolean clustered) {
        long requests = 0;
        long errors = 0;
        double effective = 0;
        double hits = 0;
        for (Cell cell : cells) {
            requests += cell.requests();
            errors += cell.errors();
            double design = clustered ? dispersion.design(cell) : 1;
            effective += cell.requests() / design;
            hits += cell.errors() / design;
        }
        return new Side(requests, errors, effective, effective == 0 ? Double.NaN : hits / effective);
    }
}
