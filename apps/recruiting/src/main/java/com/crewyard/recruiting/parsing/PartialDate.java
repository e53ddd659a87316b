package com.crewyard.recruiting.parsing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as exactly as the resume gives it: a month of a year, or only the year. */
public record PartialDate(int year, Optional<Month> month) {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])(?:-.*)?)?");

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

    /** ISO 8601 at any precision from the year; the day is dropped. Empty for anything else. */
    public static Optional<PartialDate> parse(String iso) {
        Matcher matcher = ISO.matcher(iso.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        return Optional.of(matcher.group(2) == null ? of(year) : of(year, Integer.parseInt(matcher.group(2))));
    }

    @JsonCreator
    static PartialDate fromJson(String iso) {
        return parse(iso).orElseThrow(() -> new IllegalArgumentException("\"%s\" is no date".formatted(iso)));
    }

    /** ISO 8601: {@code 2019-03} or {@code 2019}. */
    @JsonValue
    @Override
    public String toString() {
        return month.map(m -> "%04d-%02d".formatted(year, m.getValue())).orElseGet(() -> "%04d".formatted(year));
    }
}
