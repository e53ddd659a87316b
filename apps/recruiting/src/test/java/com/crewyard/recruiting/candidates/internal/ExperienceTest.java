package com.crewyard.recruiting.candidates.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.parsing.PartialDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExperienceTest {

    private static final YearMonth NOW = YearMonth.of(2026, 6);

    @Test
    void countsOverlappingMonthsOnce() {
        assertThat(Experience.months(
                        List.of(
                                position("2020-01", Optional.of("2020-12")),
                                position("2020-07", Optional.of("2021-06"))),
                        NOW))
                .hasValue(18);
    }

    @Test
    void countsAPresentPositionUntilThisMonth() {
        assertThat(Experience.months(List.of(position("2026-05", Optional.empty())), NOW))
                .hasValue(2);
    }

    @Test
    void knowsNothingWithoutDates() {
        Position undated = new Position(
                Optional.of("Example"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());
        assertThat(Experience.months(List.of(undated), NOW)).isEmpty();
    }

    private static Position position(String start, Optional<String> end) {
        return new Position(
                Optional.of("Example"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(PartialDate.of(YearMonth.parse(start))),
                end.map(YearMonth::parse).map(PartialDate::of),
                end.isEmpty(),
                Optional.empty());
    }
}
