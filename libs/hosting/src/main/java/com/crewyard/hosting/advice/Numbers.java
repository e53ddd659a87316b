package com.crewyard.hosting.advice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people and JSON read them. */
public final class Numbers {

    private static final int DIGITS = 4;

    private Numbers() {}

    /** To four decimals, half up. */
    public static double rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_UP).doubleValue();
    }

    /** Without needless zeros. */
    public static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
