package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.Judgement.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges a canary by what was measured. The same data gives the same verdict: there is no chance and no clock in it.
 *
 * <p>A release fails when one comparison shows it to be worse beyond chance <em>and</em> the best estimate exceeds what is
 * allowed; the levels of all comparisons are Holm's (Scandinavian Journal of Statistics 6, 1979), at each look as in Ye et al.,
 * Statistics in Medicine 32, 2013. It passes when every comparison shows that it is not worse by more than is allowed; as all of
 * them have to, none needs a correction (Berger, Technometrics 24, 1982). All else is insufficient, and so is missing data.
 */
public final class CanaryAnalysis {

    private final Rules rules;
    private final Levels levels;

    public CanaryAnalysis(Rules rules) {
        this.rules = rules;
        this.levels = new Levels(rules.spending());
    }

    /**
     * @param looks so far, this one last
     * @param measurements of everything since the canary began, one a metric
     */
    public Verdict judge(Looks looks, List<Measurement> measurements) {
        if (measurements.isEmpty()) {
            return new Verdict.Insufficient(List.of(), List.of("Nothing was measured: an analysis needs a metric."));
        }
        List<Comparison> comparisons = measurements.stream()
                .flatMap(one -> Comparison.of(one).stream())
                .toList();
        List<Judgement> judgements = judged(looks, comparisons);
        List<String> worse = sentences(judgements, Outcome.WORSE);
        if (!worse.isEmpty()) {
            return new Verdict.Fail(judgements, worse);
        }
        List<String> unclear = new ArrayList<>(missing(measurements));
        unclear.addAll(sentences(judgements, Outcome.UNCLEAR));
        if (!unclear.isEmpty()) {
            unclear.add(
                    looks.last()
                            ? "This was the last look: without enough data a release does not go on by itself."
                            : "More data can still decide it.");
            return new Verdict.Insufficient(judgements, unclear);
        }
        return new Verdict.Pass(judgements, sentences(judgements, Outcome.SAFE));
    }

    private List<Judgement> judged(Looks looks, List<Comparison> comparisons) {
        double[] p =
                comparisons.stream().mapToDouble(one -> one.difference().p()).toArray();
        double[] harmful = new double[p.length];
        boolean[] proven = new boolean[p.length];
        List<Integer> smallestFirst = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        boolean open = true;
        for (int rank = 0; rank < p.length; rank++) {
            int i = smallestFirst.get(rank);
            harmful[i] = levels.of(rules.falseAlarm() / (p.length - rank), looks);
            open = open && p[i] <= harmful[i];
            proven[i] = open;
        }
        double safe = levels.of(rules.falsePass(), looks);
        return IntStream.range(0, p.length)
                .mapToObj(i -> judged(comparisons.get(i), p[i], harmful[i], proven[i], safe))
                .toList();
    }

    private static Judgement judged(Comparison one, double p, double level, boolean proven, double safe) {
        double estimate = one.difference().estimate();
        double lower = one.difference().lower(safe);
        double upper = one.difference().upper(safe);
        Outcome outcome = proven && estimate > one.allowed()
                ? Outcome.WORSE
                : one.complete() && upper <= one.allowed() ? Outcome.SAFE : Outcome.UNCLEAR;
        return new Judgement(
                one.metric(),
                one.aspect(),
                outcome,
                estimate,
                lower,
                upper,
                one.allowed(),
                p,
                level,
                Sentences.of(one, outcome, estimate, lower, upper, p, level));
    }

    private static List<String> sentences(List<Judgement> judgements, Outcome outcome) {
        return judgements.stream()
                .filter(judgement -> judgement.outcome() == outcome)
                .map(Judgement::sentence)
                .toList();
    }

    private static List<String> missing(List<Measurement> measurements) {
        return measurements.stream()
                .filter(Measurement.Missing.class::isInstance)
                .map(Measurement.Missing.class::cast)
                .map(missing ->
                        "%s: no data, because %s.".formatted(missing.metric().name(), missing.reason()))
                .toList();
    }
}
