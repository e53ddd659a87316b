package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.ResumeProfile.Work;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts months of work. A month counts when any of it may have been worked; of a date that is only a year, a start
 * counts from January and an end to December, but a range within years alone is shortened to the difference of the
 * years, so that "2015–2016" is not two full years.
 */
public final class ExperienceMonths {

    private record Interval(YearMonth from, YearMonth to) {
        int months() {
            return (int) ChronoUnit.MONTHS.between(from, to) + 1;
        }
    }

    private ExperienceMonths() {}

    /** From first to last month, both counted; empty when an end is unknown or lies before the start. */
    public static Optional<Integer> between(
            Optional<PartialDate> start, Optional<PartialDate> end, boolean current, YearMonth reference) {
        return interval(start, end, current, reference).map(Interval::months);
    }

    private static Optional<Interval> interval(
            Optional<PartialDate> start, Optional<PartialDate> end, boolean current, YearMonth reference) {
        if (start.isEmpty() || (end.isEmpty() && !current)) {
            return Optional.empty();
        }
        YearMonth from = start.get().earliest();
        YearMonth to = end.map(date -> lastMonth(start.get(), date)).orElse(reference);
        YearMonth until = to.isAfter(reference) ? reference : to;
        return until.isBefore(from) ? Optional.empty() : Optional.of(new Interval(from, until));
    }

    private static YearMonth lastMonth(PartialDate start, PartialDate end) {
        boolean yearsOnly = start.month().isEmpty() && end.month().isEmpty();
        return yearsOnly && end.year() > start.year() ? end.earliest().minusMonths(1) : end.latest();
    }

    /** Months covered by at least one position; empty when none has both ends. */
    public static Optional<Integer> union(List<Work> work, YearMonth reference) {
        List<Interval> intervals = work.stream()
                .map(w -> interval(w.start().map(Found::value), w.end().map(Found::value), w.current(), reference))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Interval::from))
                .toList();
        if (intervals.isEmpty()) {
            return Optional.empty();
        }
        int months = 0;
        YearMonth covered = intervals.getFirst().from().minusMonths(1);
        for (Interval interval : intervals) {
            YearMonth from = interval.from().isAfter(covered) ? interval.from() : covered.plusMonths(1);
            if (!interval.to().isBefore(from)) {
                months += new Interval(from, interval.to()).months();
                covered = interval.to();
            }
        }
        return Optional.of(months);
    }
}
