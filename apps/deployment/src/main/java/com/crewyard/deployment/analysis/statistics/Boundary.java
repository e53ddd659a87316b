package com.crewyard.deployment.analysis.statistics;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Levels at which each of several looks at growing data is tested so that all of them together are wrong with no more than the
 * probability that was set. The statistic grows as Brownian motion does; how it went on below the boundary is integrated look
 * by look (Armitage, McPherson and Rowe, JRSS A 132, 1969; Jennison and Turnbull, Group Sequential Methods, 2000, ch. 19).
 */
public final class Boundary {

    /** Shares of two looks that follow one another differ by at least this. */
    public static final double CLOSEST = 0.01;

    private static final double FARTHEST = 8;
    private static final double FINENESS = 6;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Boundary() {}

    /**
     * One-sided levels, one a look.
     *
     * @param shares of the planned data at each look, growing by at least {@link #CLOSEST}, the last at most 1
     */
    public static List<Double> levels(Spending spending, double alpha, List<Double> shares) {
        List<Double> levels = new ArrayList<>();
        Path path = Path.start();
        double before = 0;
        double narrowest = narrowest(shares);
        for (double share : shares) {
            double spent = spending.spent(alpha, share);
            double increment = Math.max(0, spent - before);
            double z = crossedWith(path, increment, share);
            levels.add(NORMAL.cumulativeProbability(-z));
            path = path.below(z * Math.sqrt(share), share, Math.sqrt(narrowest) / FINENESS);
            before = spent;
        }
        return List.copyOf(levels);
    }

    /** The level of the last of the looks. */
    public static double last(Spending spending, double alpha, List<Double> shares) {
        return levels(spending, alpha, shares).getLast();
    }

    private static double crossedWith(Path path, double probability, double share) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (path.above(middle * Math.sqrt(share), share) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double narrowest(List<Double> shares) {
        double narrowest = 1;
        double before = 0;
        for (double share : shares) {
            if (share - before < CLOSEST - 1e-9 || share > 1 + 1e-9) {
                throw new IllegalArgumentException(
                        "looks at %s of the data: they grow by at least %s, to at most 1".formatted(shares, CLOSEST));
            }
            narrowest = Math.min(narrowest, share - before);
            before = share;
        }
        return narrowest;
    }

    /** Density of the statistic where no boundary has been crossed so far, at points with their weights of integration. */
    private record Path(double time, double[] points, double[] mass) {

        static Path start() {
            return new Path(0, new double[] {0}, new double[] {1});
        }

        double above(double bound, double share) {
            double deviation = Math.sqrt(share - time);
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                sum += mass[i] * NORMAL.cumulativeProbability((points[i] - bound) / deviation);
            }
            return sum;
        }

        /** By Simpson's rule between what is out of reach below and the boundary. */
        Path below(double bound, double share, double step) {
            double deviation = Math.sqrt(share - time);
            double from = -FARTHEST * Math.sqrt(share);
            int intervals = 2 * Math.max(8, (int) Math.ceil((bound - from) / step / 2));
            double width = (bound - from) / intervals;
            double[] at = new double[intervals + 1];
            double[] weights = new double[intervals + 1];
            for (int j = 0; j <= intervals; j++) {
                at[j] = from + j * width;
                double density = 0;
                for (int i = 0; i < points.length; i++) {
                    double distance = (at[j] - points[i]) / deviation;
                    density += mass[i] * Math.exp(-distance * distance / 2);
                }
                double simpson = j == 0 || j == intervals ? 1 : j % 2 == 1 ? 4 : 2;
                weights[j] = simpson * width / 3 * density / (deviation * Math.sqrt(2 * Math.PI));
            }
            return new Path(share, at, weights);
        }
    }
}
