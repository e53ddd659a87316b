package com.crewyard.recruiting.parsing.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.internal.text.PlainText;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jan 2019 – Present | 2019-01 | now",
                "January 2019 to March 2021 | 2019-01 | 2021-03",
                "03/2018- | 2018-03 | now",
                "03/2018 - 11/2020 | 2018-03 | 2020-11",
                "2015–17 | 2015 | 2017",
                "2015-2017 | 2015 | 2017",
                "2019-03 – 2020-11 | 2019-03 | 2020-11",
                "März 2020 – heute | 2020-03 | now",
                "seit März 2020 | 2020-03 | now",
                "depuis 2019 | 2019 | now",
                "de janvier 2017 à août 2019 | 2017-01 | 2019-08",
                "mars 2018 – aujourd'hui | 2018-03 | now",
                "Sept. 2018 to date | 2018-09 | now",
                "01.2015 - 12.2017 | 2015-01 | 2017-12",
                "01.03.2015 - 31.12.2017 | 2015-03 | 2017-12",
                "enero de 2020 - actualidad | 2020-01 | now",
                "desde mayo de 2016 | 2016-05 | now",
                "marzo 2014 a junio 2016 | 2014-03 | 2016-06",
                "May '09 - Jun '12 | 2009-05 | 2012-06",
                "Jan – Mar 2019 | 2019-01 | 2019-03",
                "(Okt. 2012 bis Dez. 2014) | 2012-10 | 2014-12",
                "Since 2021 | 2021 | now",
                "Summer 2019 - Fall 2020 | 2019-06 | 2020-09",
                "JUNE 2016 — CURRENT | 2016-06 | now",
                "Du 02/2011 au 05/2013 | 2011-02 | 2013-05",
                "2020 - bis heute | 2020 | now",
                "2018 – à ce jour | 2018 | now"
            })
    void readsRangesAsPeopleWriteThem(String text, String start, String end) {
        List<DateRange> ranges = DateRanges.find(slice(text));
        assertThat(ranges).hasSize(1);
        DateRange range = ranges.getFirst();
        assertThat(range.start().map(found -> found.value().toString())).hasValue(start);
        assertThat(range.current()).isEqualTo(end.equals("now"));
        if (!end.equals("now")) {
            assertThat(range.end().map(found -> found.value().toString())).hasValue(end);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 30 901820",
                "10.1234/neurips.2023.1234",
                "$2019",
                "4.2x faster",
                "room 20199",
                "may lead to date ranges"
            })
    void findsNoRangesWhereThereAreNone(String text) {
        assertThat(DateRanges.find(slice(text))).noneMatch(DateRange::isRange);
    }

    @Test
    void aSingleDateIsAnEnd() {
        DateRange date = DateRanges.find(slice("Graduated June 2014")).getFirst();
        assertThat(date.start()).isEmpty();
        assertThat(date.end().map(Found::value)).hasValue(PartialDate.of(2014, 6));
    }

    @Property(tries = 300)
    void everyRangeOfMonthsIsReadBack(
            @ForAll @IntRange(min = 1960, max = 2030) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 0, max = 200) int length) {
        PartialDate start = PartialDate.of(year, month);
        PartialDate end = PartialDate.of(start.earliest().plusMonths(length));
        DateRange range = DateRanges.find(slice(start + " – " + end)).getFirst();
        assertThat(range.start().map(Found::value)).hasValue(start);
        assertThat(range.end().map(Found::value)).hasValue(end);
    }

    @Property(tries = 500)
    void neverEndsBeforeItStartsAndNeverFails(
            @ForAll @StringLength(max = 80) String noise, @ForAll @IntRange(min = 1900, max = 2100) int year) {
        for (DateRange range : DateRanges.find(slice("x " + noise + " " + year + " - " + noise))) {
            if (range.start().isPresent() && range.end().isPresent()) {
                YearMonth end = range.end().get().value().latest();
                assertThat(end.isBefore(range.start().get().value().earliest())).isFalse();
            }
        }
    }

    private static Slice slice(String text) {
        var resume = PlainText.of(text);
        return new Slice(resume, 0, resume.text().length());
    }
}
