package com.crewyard.deployment.routing.internal.site;

import java.util.Arrays;
import java.util.List;

/** Proportions as whole numbers. */
public final class Weights {

    private Weights() {}

    /** Whole numbers up to a highest one, as near to these proportions as there are; what is above 0 stays above 0. */
    public static List<Integer> whole(List<Double> wanted, int highest) {
        double most = wanted.stream().mapToDouble(share -> share).max().orElse(0);
        List<Integer> best = wanted.stream().map(_ -> 0).toList();
        if (most <= 0) {
            return best;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int scale = 1; scale <= highest; scale++) {
            int[] tried = new int[wanted.size()];
            double error = 0;
            for (int i = 0; i < tried.length; i++) {
                double exact = wanted.get(i) / most * scale;
                tried[i] = wanted.get(i) > 0 ? Math.max(1, (int) Math.round(exact)) : 0;
                error = wanted.get(i) > 0 ? Math.max(error, Math.abs(tried[i] / exact - 1)) : error;
            }
            if (error < least - 1e-9) {
                least = error;
                best = Arrays.stream(tried).boxed().toList();
            }
        }
        return best;
    }
}
