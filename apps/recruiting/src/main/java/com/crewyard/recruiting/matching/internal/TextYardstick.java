package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the post's telling words the resume uses: BM25 (Robertson and Zaragoza 2009) as a share of what a resume
 * that used all of them would reach.
 */
final class TextYardstick implements Yardstick {

    private static final double K1 = 1.2;
    private static final double B = 0.6;
    private static final int MOST_TERMS = 60;
    /** What a post says first is what it asks for: title words, then its beginning, then the rest. */
    private static final double TITLE_WEIGHT = 4;

    private static final int BEGINNING_WORDS = 90;
    private static final double BEGINNING_WEIGHT = 2;
    /** A resume that reaches this share of the telling words is as near as resumes come. */
    private static final double AS_NEAR_AS_THEY_COME = 0.55;

    private static final int MOST_EVIDENCE = 5;

    private final double weight;
    private final double averageLength;
    private final long[] terms;
    private final double[] weights;
    private final double total;

    private TextYardstick(double weight, double averageLength, long[] terms, double[] weights) {
        this.weight = weight;
        this.averageLength = averageLength;
        this.terms = terms;
        this.weights = weights;
        double sum = 0;
        for (double each : weights) {
            sum += each;
        }
        this.total = sum;
    }

    static TextYardstick of(JobView job, TermStatistics statistics, double weight) {
        Map<Long, Double> wanted = new HashMap<>();
        Words.terms(job.title()).forEach(token -> wanted.merge(TermBag.hash(token.term()), TITLE_WEIGHT, Double::sum));
        List<Words.Token> description = Words.terms(job.description());
        for (int i = 0; i < description.size(); i++) {
            double importance = i < BEGINNING_WORDS ? BEGINNING_WEIGHT : 1;
            wanted.merge(TermBag.hash(description.get(i).term()), importance, Double::sum);
        }
        for (String skill : job.requiredSkills()) {
            Words.terms(skill)
                    .forEach(token -> wanted.merge(TermBag.hash(token.term()), BEGINNING_WEIGHT, Double::sum));
        }
        List<Map.Entry<Long, Double>> telling = wanted.entrySet().stream()
                .map(entry ->
                        Map.entry(entry.getKey(), Math.sqrt(entry.getValue()) * statistics.rarity(entry.getKey())))
                .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TERMS)
                .toList();
        return new TextYardstick(
                weight,
                statistics.averageLength(),
                telling.stream().mapToLong(Map.Entry::getKey).toArray(),
                telling.stream().mapToDouble(Map.Entry::getValue).toArray());
    }

    boolean isEmpty() {
        return terms.length == 0;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double value(Features candidate) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            sum += contribution(i, candidate.terms());
        }
        return Math.min(1, sum / total / AS_NEAR_AS_THEY_COME);
    }

    private double contribution(int term, TermBag bag) {
        int index = bag.indexOf(terms[term]);
        if (index < 0) {
            return 0;
        }
        double count = bag.count(index);
        double norm = K1 * (1 - B + B * bag.length() / averageLength);
        return weights[term] * Math.min(1, count * (K1 + 1) / (count + norm) / (1 + K1 / 2));
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        record Found(int index, double contribution) {}
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            double contribution = contribution(i, candidate.terms());
            if (contribution > 0) {
                found.add(new Found(candidate.terms().indexOf(terms[i]), contribution));
            }
        }
        List<Evidence> evidence = found.stream()
                .sorted(Comparator.comparingDouble(Found::contribution)
                        .reversed()
                        .thenComparing(Found::index))
                .flatMap(entry -> candidate.termEvidence(entry.index()).stream())
                .limit(MOST_EVIDENCE)
                .toList();
        Phrase finding = found.isEmpty()
                ? Phrase.of(Phrase.Pattern.NO_WORDS)
                : Phrase.of(Phrase.Pattern.WORDS, found.size(), terms.length);
        return new Criterion(Criterion.Kind.TEXT, share, value(candidate), List.of(finding), evidence, List.of());
    }
}
