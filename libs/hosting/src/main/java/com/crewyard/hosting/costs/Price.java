package com.crewyard.hosting.costs;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One price and where it was read.
 *
 * @param amount US dollars for one unit
 * @param date the day it was true; empty when the source does not say
 */
public record Price(
        String id, double amount, Unit unit, String region, String source, Optional<LocalDate> date, int line) {

    private static final int YEARS_FRESH = 1;

    public enum Unit {
        MONTH,
        HOUR,
        VCPU_HOUR,
        GIB_HOUR,
        GIB_SECOND,
        GIB_MONTH,
        MILLION_REQUESTS,
        /** A load balancer's capacity unit (AWS Elastic Load Balancing pricing). */
        LCU_HOUR
    }

    /** Whether it is too old, or of no known age. */
    public boolean isStale(LocalDate today) {
        return date.map(day -> day.plusYears(YEARS_FRESH).isBefore(today)).orElse(true);
    }
}
