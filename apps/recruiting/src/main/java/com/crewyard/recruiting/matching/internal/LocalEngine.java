package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchEngine;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges with what is in this process: a vocabulary of skills and titles, the words of texts, years and places. */
public final class LocalEngine implements MatchEngine {

    static final String STRATEGY = "local";
    private static final String NAME = "crewyard-local-1";

    private final Vocabulary vocabulary;
    /** By identity: a view is made anew when its candidate changes, and forgotten with its pool. */
    private final Cache<CandidateView, Features> features =
            Caffeine.newBuilder().weakKeys().build();

    private final Cache<CandidatePool, TermStatistics> statistics =
            Caffeine.newBuilder().weakKeys().build();

    public LocalEngine(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Ranking rank(JobView job, CandidatePool pool, int limit) {
        return new Ranking(STRATEGY, best(profile(job, pool), pool.candidates(), limit));
    }

    @Override
    public Ranking rank(CandidateView candidate, List<JobView> jobs, CandidatePool pool, int limit) {
        List<Match> matches = jobs.stream()
                .map(job -> judge(profile(job, pool), candidate))
                .sorted(Match.BEST_FIRST)
                .limit(limit)
                .toList();
        return new Ranking(STRATEGY, matches);
    }

    JobProfile profile(JobView job, CandidatePool pool) {
        return JobProfile.of(job, vocabulary, statistics.get(pool, this::count));
    }

    /** Weighs everybody, and explains the best only. */
    List<Match> best(JobProfile job, List<CandidateView> candidates, int limit) {
        record Scored(CandidateView candidate, double score) {}
        List<Scored> scored = new ArrayList<>(candidates.size());
        double total = job.totalWeight();
        for (CandidateView candidate : candidates) {
            Features ready = features(candidate);
            double sum = 0;
            for (Yardstick yardstick : job.yardsticks()) {
                sum += yardstick.weight() * yardstick.value(ready);
            }
            scored.add(new Scored(candidate, sum / total));
        }
        return scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(
                                Scored::candidate,
                                Comparator.comparingLong(view -> view.id().value())))
                .limit(limit)
                .map(each -> judge(job, each.candidate()))
                .toList();
    }

    Match judge(JobProfile job, CandidateView candidate) {
        Features ready = features(candidate);
        double total = job.totalWeight();
        List<Criterion> criteria = job.yardsticks().stream()
                .map(yardstick -> yardstick.explain(ready, yardstick.weight() / total))
                .toList();
        double exact = criteria.stream()
                .mapToDouble(criterion -> criterion.weight() * criterion.value())
                .sum();
        int score = (int) Math.clamp(Math.round(exact * 100), 0, 100);
        return new Match(job.view().id(), candidate.id(), score, Sentences.reason(criteria), criteria);
    }

    private Features features(CandidateView candidate) {
        return features.get(candidate, view -> Features.of(view, vocabulary));
    }

    private TermStatistics count(CandidatePool pool) {
        return TermStatistics.of(
                pool.candidates().stream().map(view -> features(view).terms()).toList());
    }
}
