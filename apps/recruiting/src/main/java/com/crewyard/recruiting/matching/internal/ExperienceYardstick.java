package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
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
        String finding = candidate
                .view()
                .experienceYears()
                .map(years -> "%s of the %s asked for".formatted(years(years), years(asked)))
                .orElse("years of work not known; %s asked for".formatted(years(asked)));
        List<String> missing = value < 1 ? List.of("%s of experience".formatted(years(asked))) : List.of();
        return new Criterion(Criterion.Kind.EXPERIENCE, share, value, finding, List.of(), missing);
    }

    static String years(double years) {
        String number = years == Math.rint(years) ? "%.0f".formatted(years) : String.format(Locale.ROOT, "%.1f", years);
        return number.equals("1") ? "1 year" : number + " years";
    }
}
