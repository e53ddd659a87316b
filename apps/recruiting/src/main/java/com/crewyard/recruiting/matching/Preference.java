package com.crewyard.recruiting.matching;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** "I care more about X than about Y." */
public record Preference(Criterion.Kind more, Criterion.Kind less, Strength strength) {

    /** By how much at least. */
    public enum Strength {
        SLIGHTLY(1.25),
        CLEARLY(2),
        MUCH(4);

        private final double ratio;

        Strength(double ratio) {
            this.ratio = ratio;
        }

        /** The weight of the one is at least so many times that of the other. */
        public double ratio() {
            return ratio;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Strength> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(strength -> strength.code().equals(code))
                    .findFirst();
        }
    }
}
