package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Gap;
import com.crewyard.recruiting.matching.Phrase;
import java.util.List;
import java.util.Locale;

/**
 * Years of work against the years asked for. More than asked for is never worth less: it would stand for age.
 *
 * @param asked above 0
 */
record ExperienceYardstick(double weight, double asked) implements Yardstick {

    private static final double NOT_KNOWN = 0.4;

    @Override
    public double value(Features candidate) {
        return candidate
                .view()
                .experienceYears()
                .map(years -> Math.min(1, years / asked))
                .orElse(NOT_KNOWN);
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        double value = value(candidate);
        Phrase finding = candidate
                .view()
                .experienceYears()
                .map(years -> Phrase.of(Phrase.Pattern.YEARS, years(years), years(asked)))
                .orElse(Phrase.of(Phrase.Pattern.YEARS_UNKNOWN, years(asked)));
        List<Gap> missing = value < 1
                ? List.of(new Gap(Phrase.of(Phrase.Pattern.EXPERIENCE, years(asked)), share * (1 - value) * 100))
                : List.of();
        return new Criterion(Criterion.Kind.EXPERIENCE, share, value, List.of(finding), List.of(), missing);
    }

    static String years(double years) {
        return String.format(Locale.ROOT, years == Math.rint(years) ? "%.0f" : "%.1f", years);
    }
}
