package com.crewyard.recruiting.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order results come. Those without a value come last. */
public enum Order {
    RELEVANCE,
    NAME,
    NAME_DESCENDING,
    NEWEST,
    OLDEST,
    CHANGED,
    YEARS,
    YEARS_ASCENDING,
    SALARY,
    SALARY_ASCENDING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Order> ofCode(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst();
    }

    public static String codes() {
        return String.join(", ", Arrays.stream(values()).map(Order::code).toList());
    }
}
