package com.crewyard.recruiting.parsing.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.ResumeProfile.Work;
import com.crewyard.recruiting.parsing.Span;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExperienceMonthsTest {

    private static final YearMonth REFERENCE = YearMonth.of(2026, 6);

    @Test
    void countsBothEndsOfARange() {
        assertThat(ExperienceMonths.union(List.of(work(YearMonth.of(2020, 1), YearMonth.of(2020, 12))), REFERENCE))
                .hasValue(12);
    }

    @Test
    void countsYearsByTheirDifference() {
        assertThat(ExperienceMonths.between(
                        Optional.of(PartialDate.of(2015)), Optional.of(PartialDate.of(2017)), false, REFERENCE))
                .hasValue(24);
        assertThat(ExperienceMonths.between(
                        Optional.of(PartialDate.of(2015)), Optional.of(PartialDate.of(2015)), false, REFERENCE))
                .hasValue(12);
    }

    @Test
    void presentIsTheReferenceMonth() {
        assertThat(ExperienceMonths.between(Optional.of(PartialDate.of(2026, 1)), Optional.empty(), true, REFERENCE))
                .hasValue(6);
    }

    @Test
    void withoutDatesThereIsNoTotal() {
        assertThat(ExperienceMonths.union(List.of(), REFERENCE)).isEmpty();
        assertThat(ExperienceMonths.between(Optional.of(PartialDate.of(2020)), Optional.empty(), false, REFERENCE))
                .isEmpty();
    }

    @Property
    void theUnionIsTheNumberOfDistinctMonths(@ForAll("histories") List<Work> history) {
        Set<YearMonth> months = new HashSet<>();
        for (Work work : history) {
            YearMonth end = work.end().orElseThrow().value().latest();
            for (YearMonth m = work.start().orElseThrow().value().earliest(); !m.isAfter(end); m = m.plusMonths(1)) {
                months.add(m);
            }
        }
        assertThat(ExperienceMonths.union(history, REFERENCE)).hasValue(months.size());
    }

    @Property
    void theOrderOfPositionsDoesNotMatter(@ForAll("histories") List<Work> history) {
        List<Work> reversed = history.reversed();
        assertThat(ExperienceMonths.union(reversed, REFERENCE)).isEqualTo(ExperienceMonths.union(history, REFERENCE));
        assertThat(ExperienceMonths.union(
                        Collections.nCopies(2, history).stream()
                                .flatMap(List::stream)
                                .toList(),
                        REFERENCE))
                .isEqualTo(ExperienceMonths.union(history, REFERENCE));
    }

    @Provide
    Arbitrary<List<Work>> histories() {
        Arbitrary<Integer> starts = Arbitraries.integers().between(0, 400);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 100);
        return Combinators.combine(starts, lengths)
                .as((start, length) -> work(
                        YearMonth.of(1980, 1).plusMonths(start),
                        YearMonth.of(1980, 1).plusMonths(start + length)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Work work(YearMonth start, YearMonth end) {
        return new Work(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(found(start)),
                Optional.of(found(end)),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static Found<PartialDate> found(YearMonth month) {
        return new Found<>(PartialDate.of(month), 1, List.of(new Span(1, 0, 1)));
    }
}
