package com.crewyard.recruiting.parsing;

import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;

/** A date as exactly as the resume gives it: a month of a year, or only the year. */
public record PartialDate(int year, Optional<Month> month) {

    public static PartialDate of(int year) {
        return new PartialDate(year, Optional.empty());
    }

    public static PartialDate of(int year, int month) {
        return new PartialDate(year, Optional.of(Month.of(month)));
    }

    public static PartialDate of(YearMonth month) {
        return of(month.getYear(), month.getMonthValue());
    }

    /** The first month it can mean. */
    public YearMonth earliest() {
        return YearMonth.of(year, month.orElse(Month.JANUARY));
    }

    /** The last month it can mean. */
    public YearMonth latest() {
        return YearMonth.of(year, month.orElse(Month.DECEMBER));
    }

    /** ISO 8601: {@code 2019-03} or {@code 2019}. */
    @Override
    public String toString() {
        return month.map(m -> "%04d-%02d".formatted(year, m.getValue())).orElseGet(() -> "%04d".formatted(year));
    }
}
