package com.crewyard.recruiting.search.internal.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of numbers as people write it: {@code 5}, {@code >=5}, {@code <5}, {@code 3..7}. Both ends are included. */
record Interval(long from, long to) {

    private static final Pattern COMPARED = Pattern.compile("(>=|<=|=>|=<|>|<|=)?(.+)");
    private static final Pattern AGE = Pattern.compile("(\\d{1,4})([dwmy])");
    private static final String BETWEEN = "..";

    static Optional<Interval> ofNumbers(String written) {
        String value = written.replaceFirst("^(\\d+)-(\\d+)$", "$1..$2").replaceFirst("\\+$", "..");
        return of(
                value,
                text -> text.matches("\\d{1,15}")
                        ? Optional.of(new Interval(Long.parseLong(text), Long.parseLong(text)))
                        : Optional.empty());
    }

    /** Days, months or years; {@code 7d}, {@code 2w}, {@code 6m}, {@code 1y} for the time since then. In seconds since 1970, UTC. */
    static Optional<Interval> ofTimes(String written, Clock clock) {
        Matcher age = AGE.matcher(written.replaceFirst("^<=?", ""));
        if (age.matches()) {
            int days = switch (age.group(2)) {
                case "w" -> 7;
                case "m" -> 30;
                case "y" -> 365;
                default -> 1;
            };
            Duration past = Duration.ofDays(Long.parseLong(age.group(1)) * days);
            return Optional.of(new Interval(clock.instant().minus(past).getEpochSecond(), Long.MAX_VALUE));
        }
        return of(written, Interval::time);
    }

    private static Optional<Interval> time(String text) {
        try {
            if (text.matches("\\d{4}")) {
                int year = Integer.parseInt(text);
                return Optional.of(days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
            }
            if (text.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(text);
                return Optional.of(days(month.atDay(1), month.plusMonths(1).atDay(1)));
            }
            LocalDate day = LocalDate.parse(text);
            return Optional.of(days(day, day.plusDays(1)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Interval days(LocalDate first, LocalDate after) {
        return new Interval(
                first.atStartOfDay().toEpochSecond(ZoneOffset.UTC),
                after.atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1);
    }

    private static Optional<Interval> of(String written, Function<String, Optional<Interval>> point) {
        int between = written.indexOf(BETWEEN);
        if (between >= 0) {
            String low = written.substring(0, between);
            String high = written.substring(between + BETWEEN.length());
            Optional<Interval> first = low.isEmpty() ? Optional.of(new Interval(0, 0)) : point.apply(low);
            Optional<Interval> last = high.isEmpty() ? Optional.of(new Interval(0, Long.MAX_VALUE)) : point.apply(high);
            return first.flatMap(from -> last.map(to -> new Interval(from.from(), to.to())));
        }
        Matcher matcher = COMPARED.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String comparison = matcher.group(1) == null ? "=" : matcher.group(1);
        return point.apply(matcher.group(2)).map(value -> switch (comparison) {
            case ">=", "=>" -> new Interval(value.from(), Long.MAX_VALUE);
            case "<=", "=<" -> new Interval(Long.MIN_VALUE, value.to());
            case ">" -> new Interval(value.to() + 1, Long.MAX_VALUE);
            case "<" -> new Interval(Long.MIN_VALUE, value.from() - 1);
            default -> value;
        });
    }
}
