package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.parsing.PartialDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Months in which somebody worked. */
final class Experience {

    private static final int MONTHS_OF_A_YEAR = 12;

    private Experience() {}

    /**
     * Months in which at least one position was held, first and last counted, overlaps once. Where only a year is
     * known, the position counts from its January, to its January when that is the end.
     */
    static Optional<Integer> months(List<Position> positions, YearMonth now) {
        BitSet worked = new BitSet();
        for (Position position : positions) {
            Optional<YearMonth> start = position.start().map(PartialDate::earliest);
            Optional<YearMonth> end =
                    position.current() ? Optional.of(now) : position.end().map(PartialDate::earliest);
            if (start.isPresent() && end.isPresent()) {
                int first = number(start.get());
                int last = Math.min(number(end.get()), number(now));
                if (first >= 0 && first <= last) {
                    worked.set(first, last + 1);
                }
            }
        }
        return worked.isEmpty() ? Optional.empty() : Optional.of(worked.cardinality());
    }

    private static int number(YearMonth month) {
        return month.getYear() * MONTHS_OF_A_YEAR + month.getMonthValue() - 1;
    }
}
