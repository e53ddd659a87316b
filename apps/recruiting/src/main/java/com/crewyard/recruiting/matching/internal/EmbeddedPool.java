package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.internal.PostNearness.Post;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The candidates of a pool with their vectors, and what all of them have in common taken out of each. */
final class EmbeddedPool {

    private static final int MOST_POSTS = 1_000;

    private final Function<CandidateView, EmbeddedCandidate> outsiders;
    private final Map<CandidateView, EmbeddedCandidate> byView = new IdentityHashMap<>();
    private final List<EmbeddedCandidate> candidates;
    private final List<float[]> works;
    private final List<float[]> trades;
    private final float[] meanWork;
    private final float[] meanTrade;
    private final Map<EmbeddedCandidate, float[]> profiles = new IdentityHashMap<>();
    private final Cache<String, PostNearness> posts =
            Caffeine.newBuilder().maximumSize(MOST_POSTS).build();

    /** @param outsiders embeds candidates who are not in the pool */
    EmbeddedPool(
            CandidatePool pool,
            List<EmbeddedCandidate> candidates,
            int dimension,
            Function<CandidateView, EmbeddedCandidate> outsiders) {
        this.outsiders = outsiders;
        this.candidates = List.copyOf(candidates);
        this.meanWork = new float[dimension];
        this.meanTrade = new float[dimension];
        this.works =
                candidates.stream().map(candidate -> candidate.work(dimension)).toList();
        this.trades =
                candidates.stream().map(candidate -> candidate.trade(dimension)).toList();
        works.forEach(work -> Vectors.add(meanWork, work, 1f / candidates.size()));
        trades.forEach(trade -> Vectors.add(meanTrade, trade, 1f / candidates.size()));
        List<CandidateView> views = pool.candidates();
        for (int i = 0; i < views.size(); i++) {
            byView.put(views.get(i), candidates.get(i));
        }
        candidates.forEach(candidate -> profiles.put(candidate, measure(candidate)));
    }

    List<EmbeddedCandidate> candidates() {
        return candidates;
    }

    /** Directions of the candidates' work, in their order; not to be changed. */
    List<float[]> works() {
        return works;
    }

    /** Directions of the candidates' trades, in their order; not to be changed. */
    List<float[]> trades() {
        return trades;
    }

    EmbeddedCandidate embedded(CandidateView view) {
        EmbeddedCandidate member = byView.get(view);
        return member == null ? outsiders.apply(view) : member;
    }

    /** @param texts of the post, which its vectors follow from */
    PostNearness nearness(List<String> texts, Function<List<String>, Post> embedder) {
        return posts.get(String.join("\n\n", texts), _ -> new PostNearness(embedder.apply(texts), this));
    }

    /** What sets a candidate of the pool apart from the others: work and trade, each less the pool's mean. */
    float[] profile(int index) {
        return profiles.getOrDefault(candidates.get(index), new float[0]);
    }

    /** The cosine of a direction, made of profiles, with the profile of anybody. */
    double cosine(float[] direction, EmbeddedCandidate candidate) {
        float[] known = profiles.get(candidate);
        return Vectors.dot(direction, known == null ? measure(candidate) : known);
    }

    private float[] measure(EmbeddedCandidate candidate) {
        int dimension = meanWork.length;
        float[] work = candidate.work(dimension);
        float[] trade = candidate.trade(dimension);
        Vectors.add(work, meanWork, -1);
        Vectors.add(trade, meanTrade, -1);
        Vectors.normalise(work);
        Vectors.normalise(trade);
        float[] joined = Arrays.copyOf(work, 2 * dimension);
        System.arraycopy(trade, 0, joined, dimension, dimension);
        Vectors.normalise(joined);
        return joined;
    }
}
