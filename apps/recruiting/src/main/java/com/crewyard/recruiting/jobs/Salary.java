package com.crewyard.recruiting.jobs;

import java.util.Optional;

/**
 * What a job pays before taxes.
 *
 * @param minimum whole units of the currency
 * @param maximum whole units of the currency, not below the minimum
 * @param currency ISO 4217
 * @param period hour, day, week, month or year
 */
public record Salary(Optional<Long> minimum, Optional<Long> maximum, String currency, String period) {

    public static final Salary UNSTATED = new Salary(Optional.empty(), Optional.empty(), "USD", "year");

    public boolean isStated() {
        return minimum.isPresent() || maximum.isPresent();
    }
}
