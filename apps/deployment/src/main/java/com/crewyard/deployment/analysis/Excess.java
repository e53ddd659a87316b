package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.statistics.OneSided;

/**
 * A difference whose upper limit comes from comparing the canary with a control made as bad as is allowed: were the limit of the
 * plain difference held against a share of the control's own median, that median's error would go unnoticed.
 *
 * @param difference between canary and control
 * @param beyond between the canary and a control that is worse by all that is allowed
 */
record Excess(OneSided difference, OneSided beyond, double allowed) implements OneSided {

    @Override
    public double p() {
        return difference.p();
    }

    @Override
    public double estimate() {
        return difference.estimate();
    }

    @Override
    public double upper(double level) {
        return allowed + beyond.upper(level);
    }

    @Override
    public double lower(double level) {
        return difference.lower(level);
    }
}
