package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.statistics.Spending;
import com.crewyard.kernel.Violations;

/**
 * How often an analysis may be wrong.
 *
 * @param falseAlarm probability that a release which is no worse fails, over all metrics and looks together
 * @param falsePass probability that a release which is worse by more than allowed passes, over all looks
 * @param spending how both are dealt out to the looks
 */
public record Rules(double falseAlarm, double falsePass, Spending spending) {

    public static final double FALSE_ALARM = 0.05;
    public static final double FALSE_PASS = 0.05;

    public Rules {
        Violations violations = new Violations();
        violations.require(
                falseAlarm > 0 && falseAlarm < 0.5,
                "falseAlarm",
                "False alarms with probability %s; write a number above 0 and below 0.5".formatted(falseAlarm));
        violations.require(
                falsePass > 0 && falsePass < 0.5,
                "falsePass",
                "False passes with probability %s; write a number above 0 and below 0.5".formatted(falsePass));
        violations.throwIfAny();
    }

    public static Rules standard() {
        return new Rules(FALSE_ALARM, FALSE_PASS, Spending.OBRIEN_FLEMING);
    }
}
