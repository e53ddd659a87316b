package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchEngine;
import com.crewyard.recruiting.matching.internal.MeaningYardstick.Nearest;
import com.crewyard.recruiting.matching.internal.embedding.EmbeddingUnavailableException;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local engine with one criterion more: nearness in meaning. Only the best of the local ranking are compared so. While
 * the service gives no vectors, the local engine ranks with those of the model in this process, under its own name and with
 * the reason.
 */
public final class SemanticEngine implements MatchEngine {

    private static final Logger log = LoggerFactory.getLogger(SemanticEngine.class);
    private static final double WEIGHT = 25;
    private static final int SMALLEST_SHORTLIST = 60;

    private final LocalEngine local;
    private final TextEmbedder embedder;
    private final String strategy;
    private final LocalEngine instead;

    /**
     * @param local ranks by words, to choose whom to compare
     * @param strategy what a ranking is called that vectors took part in
     * @param instead ranks while there are no such vectors
     */
    public SemanticEngine(LocalEngine local, TextEmbedder embedder, String strategy, LocalEngine instead) {
        this.local = local;
        this.instead = instead;
        this.embedder = embedder;
        this.strategy = strategy;
    }

    @Override
    public String name() {
        return "%s+%s".formatted(local.name(), embedder.model());
    }

    @Override
    public Ranking rank(JobView job, CandidatePool pool, List<CandidateView> candidates, int limit) {
        JobProfile profile = local.profile(job, pool);
        Map<CandidateId, CandidateView> views =
                candidates.stream().collect(Collectors.toMap(CandidateView::id, Function.identity()));
        List<Match> ranked = local.best(profile, candidates, shortlist(limit));
        List<CandidateView> shortlist =
                ranked.stream().map(match -> views.get(match.candidate())).toList();
        try {
            Vectors vectors = vectors(List.of(job), shortlist);
            return new Ranking(strategy, local.best(profile.with(vectors.meaning(job, shortlist)), shortlist, limit));
        } catch (EmbeddingUnavailableException e) {
            return fallenBack(instead.rank(job, pool, candidates, limit), e);
        }
    }

    @Override
    public Ranking rank(CandidateView candidate, List<JobView> jobs, CandidatePool pool, int limit) {
        List<Match> ranked = local.rank(candidate, jobs, pool, shortlist(limit)).matches();
        Map<Long, JobView> views =
                jobs.stream().collect(Collectors.toMap(job -> job.id().value(), Function.identity()));
        List<JobView> shortlist =
                ranked.stream().map(match -> views.get(match.job().value())).toList();
        try {
            Vectors vectors = vectors(shortlist, List.of(candidate));
            List<Match> matches = shortlist.stream()
                    .map(job -> local.judge(
                            local.profile(job, pool).with(vectors.meaning(job, List.of(candidate))), candidate))
                    .sorted(Match.BEST_FIRST)
                    .limit(limit)
                    .toList();
            return new Ranking(strategy, matches);
        } catch (EmbeddingUnavailableException e) {
            return fallenBack(instead.rank(candidate, jobs, pool, limit), e);
        }
    }

    /** By the model in this process, whose vectors an index has. */
    @Override
    public CandidateIndex.Wanted wanted(JobView job, CandidatePool pool) {
        return instead.wanted(job, pool);
    }

    @Override
    public CandidateView recall(byte[] contents) {
        CandidateView view = instead.recall(contents);
        local.share(view, instead);
        return view;
    }

    private static int shortlist(int limit) {
        return Math.max(SMALLEST_SHORTLIST, 2 * limit);
    }

    private Ranking fallenBack(Ranking ranking, EmbeddingUnavailableException e) {
        log.atWarn()
                .addKeyValue("event", "match.fell_back")
                .addKeyValue("reason", e.reason())
                .log("matching went on without the service");
        FallBack fell = ranking.fellBack()
                .map(further -> new FallBack(further.engine(), e.reason() + "; " + further.reason()))
                .orElseGet(() -> new FallBack(instead.name(), e.reason()));
        return new Ranking(ranking.strategy(), ranking.matches(), Optional.of(fell));
    }

    /** Of every text that takes part, in one go. */
    private Vectors vectors(List<JobView> jobs, List<CandidateView> candidates) {
        Set<String> texts = new LinkedHashSet<>();
        jobs.forEach(job -> texts.add(Passage.of(job)));
        candidates.forEach(candidate -> Passage.of(candidate).forEach(passage -> texts.add(passage.text())));
        List<String> ordered = new ArrayList<>(texts);
        List<float[]> made = embedder.embed(ordered);
        Map<String, float[]> vectors = new LinkedHashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            vectors.put(ordered.get(i), made.get(i));
        }
        if (vectors.values().stream().map(vector -> vector.length).distinct().count() > 1) {
            throw new EmbeddingUnavailableException("vectors of different dimensions");
        }
        return new Vectors(vectors);
    }

    private record Vectors(Map<String, float[]> byText) {

        MeaningYardstick meaning(JobView job, List<CandidateView> candidates) {
            float[] post = of(Passage.of(job));
            Map<CandidateId, Nearest> nearest = new HashMap<>();
            for (CandidateView candidate : candidates) {
                Passage.of(candidate).stream()
                        .map(passage -> new Nearest(passage, Nearest.cosine(post, of(passage.text()))))
                        .max(Comparator.comparingDouble(Nearest::cosine))
                        .ifPresent(found -> nearest.put(candidate.id(), found));
            }
            return new MeaningYardstick(job.title(), job.weights().scaled(Criterion.Kind.MEANING, WEIGHT), nearest);
        }

        private float[] of(String text) {
            return byText.getOrDefault(text, new float[0]);
        }
    }
}
