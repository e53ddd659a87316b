package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchEngine;
import com.crewyard.recruiting.matching.internal.embedding.EmbeddingUnavailableException;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges with what is in this process: a vocabulary of skills and titles, the words of texts, years and places, and the
 * meaning of titles and passages. When there are no vectors now, words alone judge, and the ranking says so.
 */
public final class LocalEngine implements MatchEngine {

    static final String STRATEGY = "local";
    private static final String NAME = "crewyard-local-1";
    private static final String NAME_WITH_VECTORS = "crewyard-local-2";

    /** Stands for a model where there is none. */
    static final String WORDS = "words";

    private static final int MOST_PROFILES = 1_000;
    private static final Logger log = LoggerFactory.getLogger(LocalEngine.class);

    private final Vocabulary vocabulary;
    private final Optional<Embeddings> embeddings;
    private final CandidateCodec codec;
    /** By identity: a view is made anew when its candidate changes, and forgotten with its pool. */
    private final Cache<CandidateView, Features> features =
            Caffeine.newBuilder().weakKeys().build();

    private final Cache<CandidatePool, TermStatistics> statistics =
            Caffeine.newBuilder().weakKeys().build();

    private final Cache<JobProfile, CandidateIndex.Wanted> looked =
            Caffeine.newBuilder().weakKeys().build();

    private final Cache<CandidatePool, Cache<Query, JobProfile>> profiles =
            Caffeine.newBuilder().weakKeys().build();

    /** Without vectors. */
    public LocalEngine(Vocabulary vocabulary) {
        this(vocabulary, Optional.empty());
    }

    public LocalEngine(Vocabulary vocabulary, TextEmbedder embedder) {
        this(vocabulary, Optional.of(new Embeddings(embedder)));
    }

    private LocalEngine(Vocabulary vocabulary, Optional<Embeddings> embeddings) {
        this.vocabulary = vocabulary;
        this.embeddings = embeddings;
        this.codec =
                new CandidateCodec(vocabulary, embeddings.map(Embeddings::model).orElse(WORDS));
    }

    @Override
    public String name() {
        return embeddings.map(each -> NAME_WITH_VECTORS + "+" + each.model()).orElse(NAME);
    }

    @Override
    public Ranking rank(JobView job, CandidatePool pool, List<CandidateView> candidates, int limit) {
        return ranking(near -> best(profile(job, pool, near), candidates, limit));
    }

    @Override
    public Ranking rank(CandidateView candidate, List<JobView> jobs, CandidatePool pool, int limit) {
        return ranking(near -> jobs.stream()
                .map(job -> judge(profile(job, pool, near), candidate))
                .sorted(Match.BEST_FIRST)
                .limit(limit)
                .toList());
    }

    @Override
    public CandidateIndex.Wanted wanted(JobView job, CandidatePool pool) {
        try {
            return wanted(job, pool, embeddings);
        } catch (EmbeddingUnavailableException _) {
            return wanted(job, pool, Optional.empty());
        }
    }

    @Override
    public CandidateView recall(byte[] contents) {
        CandidateCodec.Ready ready = codec.read(contents);
        CandidateView view = ready.view();
        features.put(view, ready.features());
        embeddings.ifPresent(present -> ready.embedded().ifPresent(vectors -> present.know(view, vectors)));
        return view;
    }

    /** What another engine of the same vocabulary has made of a candidate. */
    void share(CandidateView view, LocalEngine other) {
        features.put(view, other.features(view));
    }

    /** With vectors, else without and with the reason. */
    private Ranking ranking(Function<Optional<Embeddings>, List<Match>> judging) {
        try {
            return new Ranking(STRATEGY, judging.apply(embeddings));
        } catch (EmbeddingUnavailableException e) {
            log.atWarn()
                    .addKeyValue("event", "match.fell_back")
                    .addKeyValue("reason", e.reason())
                    .log("matching went on without vectors");
            return new Ranking(STRATEGY, judging.apply(Optional.empty()), Optional.of(new FallBack(NAME, e.reason())));
        }
    }

    JobProfile profile(JobView job, CandidatePool pool) {
        return profile(job, pool, Optional.empty());
    }

    private JobProfile profile(JobView job, CandidatePool pool, Optional<Embeddings> vectors) {
        Query asked = new Query(job, vectors.isPresent());
        Cache<Query, JobProfile> known = profiles.get(
                pool, _ -> Caffeine.newBuilder().maximumSize(MOST_PROFILES).build());
        return known.get(
                asked,
                _ -> JobProfile.of(
                        job,
                        vocabulary,
                        statistics.get(pool, this::count),
                        vectors.map(present -> present.nearness(job, pool))));
    }

    private CandidateIndex.Wanted wanted(JobView job, CandidatePool pool, Optional<Embeddings> vectors) {
        JobProfile profile = profile(job, pool, vectors);
        return looked.get(profile, JobProfile::wanted);
    }

    private record Query(JobView job, boolean withVectors) {}

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
