package com.crewyard.deployment.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** Numbers within sentences. */
public final class Figures {

    private Figures() {}

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Three significant digits, without an exponent as long as that can be read. */
    public static String plain(double number) {
        if (Double.isNaN(number)) {
            return "unknown";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "infinitely much" : "infinitely little";
        }
        if (number == 0) {
            return "0";
        }
        if (Math.abs(number) < 0.0001) {
            return String.format(Locale.ROOT, "%.1e", number);
        }
        if (Math.abs(number) >= 1000) {
            return String.format(Locale.ROOT, "%,d", Math.round(number));
        }
        return new BigDecimal(number)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String value(double number, String unit) {
        return unit.isEmpty() || Double.isNaN(number) ? plain(number) : plain(number) + " " + unit;
    }

    static String percent(double share) {
        return plain(100 * share) + " %";
    }

    /** A difference of shares. */
    static String points(double difference) {
        return moreOrLess(100 * difference, "percentage points", "more", "fewer");
    }

    static String difference(double difference, String unit, boolean mirrored) {
        return moreOrLess(difference, unit, mirrored ? "less" : "more", mirrored ? "more" : "less");
    }

    private static String moreOrLess(double difference, String unit, String more, String less) {
        return "%s %s".formatted(value(Math.abs(difference), unit), difference < 0 ? less : more);
    }

    /** In the unit that fits, rounded. */
    public static String duration(Duration time) {
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return time.toSeconds() + " seconds";
        }
        if (time.compareTo(Duration.ofHours(2)) < 0) {
            return Math.ceilDiv(time.toSeconds(), 60) + " minutes";
        }
        return time.compareTo(Duration.ofDays(2)) < 0
                ? Math.ceilDiv(time.toMinutes(), 60) + " hours"
                : Math.ceilDiv(time.toHours(), 24) + " days";
    }

    static String probability(double p) {
        return p < 1e-6 ? "below 0.000001" : p < 0.0001 ? String.format(Locale.ROOT, "%.6f", p) : plain(p);
    }
}
