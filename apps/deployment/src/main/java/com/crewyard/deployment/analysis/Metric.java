package com.crewyard.deployment.analysis;

import com.crewyard.kernel.Violations;

/** What is compared, and how much worse the new release may be. */
public sealed interface Metric {

    /** How the people who run the application call it; unique within an analysis. */
    String name();

    /**
     * A share of requests that fail.
     *
     * @param allowed highest difference of the shares that is let through; 0.005 is half a percentage point
     * @param ceiling share that the new release must stay below whatever the old one does; 1 for none
     */
    record ErrorShare(String name, double allowed, double ceiling) implements Metric {

        public static final double ALLOWED = 0.005;
        public static final double NO_CEILING = 1;

        public ErrorShare {
            Violations violations = new Violations();
            violations.require(!name.isBlank(), "name", "A metric needs a name");
            violations.require(
                    allowed > 0 && allowed < 1,
                    "allowed",
                    "%s allows a share of errors higher by %s; write a number above 0 and below 1, 0.005 for half a point"
                            .formatted(name, allowed));
            violations.require(
                    ceiling > 0 && ceiling <= 1,
                    "ceiling",
                    "%s has a ceiling of %s; write a share above 0, and 1 for none".formatted(name, ceiling));
            violations.throwIfAny();
        }

        public static ErrorShare of(String name) {
            return new ErrorShare(name, ALLOWED, NO_CEILING);
        }
    }

    /**
     * Values: response times, or the points of any query.
     *
     * @param unit written behind values, may be empty
     * @param shift how much all of them may be worse
     * @param tail how much the worst of them may be worse
     */
    record Reading(String name, String unit, Worse worse, Allowed shift, Allowed tail) implements Metric {

        public static final Allowed SHIFT = new Allowed.Ratio(0.10);
        public static final Allowed TAIL = new Allowed.Ratio(0.25);

        public Reading {
            if (name.isBlank()) {
                Violations violations = new Violations();
                violations.add("name", "A metric needs a name");
                violations.throwIfAny();
            }
        }

        /** Higher is worse; all values may be higher by a tenth, the 95th percentile by a quarter. */
        public static Reading latency(String name) {
            return new Reading(name, "ms", Worse.HIGHER, SHIFT, TAIL);
        }
    }

    /** Which way is worse. */
    enum Worse {
        HIGHER,
        LOWER,
        EITHER
    }

    /** How much worse is let through. */
    sealed interface Allowed {

        /** A share of the old release's value: 0.1 is a tenth more. */
        record Ratio(double share) implements Allowed {
            public Ratio {
                positive(share);
            }
        }

        /** So much, in the unit of the metric. */
        record Amount(double value) implements Allowed {
            public Amount {
                positive(value);
            }
        }

        /** In the unit of the metric, when the old release's value is {@code reference}. */
        default double amount(double reference) {
            return switch (this) {
                case Ratio(double share) -> share * Math.abs(reference);
                case Amount(double value) -> value;
            };
        }

        private static void positive(double value) {
            Violations violations = new Violations();
            violations.require(
                    value > 0 && Double.isFinite(value),
                    "allowed",
                    "A worsening of %s is allowed; write a number above 0".formatted(value));
            violations.throwIfAny();
        }
    }
}
