package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.internal.EmbeddedCandidate.Nearest;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How near candidates are to one post in the space of a sentence embedding model: their best passage, their titles, and
 * those whose passages and titles are nearest (pseudo-relevance feedback; Rocchio 1971, with positive feedback only).
 */
final class PostNearness {

    /** So many of the nearest stand for what the post means; fewer in a small pool, none in a very small one. */
    private static final int FEEDBACK = 10;

    private static final int POOL_OF_EACH = 20;
    private static final int FEWEST = 3;
    private static final double BEGINNING_SHARE = 2.0 / 3;
    private static final double TITLE_SHARE = 0.4;
    /** How far the post is moved towards those who are nearest to it, beside what resembling them weighs. */
    private static final double FEEDBACK_SHARE = 0.5;

    private static final double LEAST_DEVIATION = 1e-3;
    /** More than are weighed for a post that an index has chosen for. */
    private static final int MOST_FOUND = 400;

    /** Measured with bge-small over resumes and posts of 24 trades; see docs/matching.md. */
    private static final Nearness PASSAGE_TO_BEGINNING = new Nearness(0.587, 0.040);

    private static final Nearness PASSAGE_TO_ROLE = new Nearness(0.587, 0.039);
    private static final Nearness TITLE_TO_ROLE = new Nearness(0.575, 0.051);
    private static final Nearness PEERS = new Nearness(0, 0.156);

    private final Post post;
    private final EmbeddedPool pool;
    private final Nearness passageToBeginning;
    private final Nearness passageToRole;
    private final Nearness titleToRole;
    private final Optional<float[]> peers;
    /** By identity. */
    private final Cache<CandidateView, Found> found =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_FOUND).build();

    /**
     * What a post asks for, as vectors.
     *
     * @param beginning of title and description: what a post says first is what it asks for
     * @param role the title alone, put as a resume
     */
    record Post(float[] beginning, float[] role) {}

    PostNearness(Post post, EmbeddedPool pool) {
        this.post = post;
        this.pool = pool;
        List<EmbeddedCandidate> all = pool.candidates();
        double[] beginnings = new double[all.size()];
        double[] roles = new double[all.size()];
        double[] titles = new double[all.size()];
        for (int i = 0; i < beginnings.length; i++) {
            EmbeddedCandidate candidate = all.get(i);
            List<Optional<Nearest>> passages = candidate.nearestPassages(post.beginning(), post.role());
            beginnings[i] = cosine(passages.getFirst(), PASSAGE_TO_BEGINNING);
            roles[i] = cosine(passages.getLast(), PASSAGE_TO_ROLE);
            titles[i] = cosine(candidate.nearestTitle(post.role()), TITLE_TO_ROLE);
        }
        passageToBeginning = PASSAGE_TO_BEGINNING.among(beginnings);
        passageToRole = PASSAGE_TO_ROLE.among(roles);
        titleToRole = TITLE_TO_ROLE.among(titles);
        double[] scores = new double[all.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] =
                    (1 - TITLE_SHARE) * meaning(beginnings[i], roles[i]) + TITLE_SHARE * titleToRole.value(titles[i]);
        }
        peers = peers(scores);
    }

    /**
     * What an index has to look for: the post, moved towards those who are nearest to it (Rocchio 1971).
     *
     * @param meaning weight of passages
     * @param role weight of titles
     * @param alike weight of resembling those who are nearest
     */
    CandidateIndex.Wanted wanted(
            double meaning, double role, double alike, List<CandidateIndex.Skill> skills, List<String> words) {
        int dimension = post.beginning().length;
        float[] work = new float[dimension];
        Vectors.add(work, post.beginning(), (float) (meaning * BEGINNING_SHARE));
        Vectors.add(work, post.role(), (float) (meaning * (1 - BEGINNING_SHARE)));
        float[] trade = new float[dimension];
        Vectors.add(trade, post.role(), (float) role);
        peers.ifPresent(joined -> {
            float share = (float) (alike * FEEDBACK_SHARE);
            Vectors.add(work, Arrays.copyOfRange(joined, 0, dimension), share);
            Vectors.add(trade, Arrays.copyOfRange(joined, dimension, 2 * dimension), share);
        });
        return new CandidateIndex.Wanted(
                towards(work, meaning + alike / 2, pool.works()),
                towards(trade, role + alike / 2, pool.trades()),
                skills,
                words);
    }

    private static Optional<CandidateIndex.Towards> towards(float[] asked, double weight, List<float[]> directions) {
        float[] unit = Vectors.normalised(asked);
        double[] cosines = directions.stream()
                .mapToDouble(direction -> Vectors.dot(unit, direction))
                .toArray();
        double mean = Arrays.stream(cosines).average().orElse(0);
        double variance = Arrays.stream(cosines)
                .map(cosine -> (cosine - mean) * (cosine - mean))
                .average()
                .orElse(0);
        return weight <= 0
                ? Optional.empty()
                : Optional.of(
                        new CandidateIndex.Towards(unit, mean, Math.max(LEAST_DEVIATION, Math.sqrt(variance)), weight));
    }

    private static double cosine(Optional<Nearest> nearest, Nearness scale) {
        return nearest.map(Nearest::cosine).orElse(scale.mean());
    }

    private Optional<float[]> peers(double[] scores) {
        int count = Math.min(FEEDBACK, scores.length / POOL_OF_EACH);
        if (count < FEWEST) {
            return Optional.empty();
        }
        int[] best = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
        float[] sum = new float[pool.profile(best[0]).length];
        Arrays.stream(best).forEach(i -> Vectors.add(sum, pool.profile(i), 1));
        return Optional.of(Vectors.normalised(sum));
    }

    private double meaning(double beginning, double role) {
        return BEGINNING_SHARE * passageToBeginning.value(beginning)
                + (1 - BEGINNING_SHARE) * passageToRole.value(role);
    }

    /** What was found of a candidate. Weights change oftener than posts and candidates do, and leave it as it is. */
    private record Found(
            double meaning, Optional<Excerpt> passage, double title, Optional<Excerpt> nearestTitle, double peers) {}

    private Found found(CandidateView candidate) {
        return found.get(candidate, this::find);
    }

    private Found find(CandidateView candidate) {
        EmbeddedCandidate embedded = pool.embedded(candidate);
        List<Optional<Nearest>> passages = embedded.nearestPassages(post.beginning(), post.role());
        Optional<Nearest> beginning = passages.getFirst();
        Optional<Nearest> role = passages.getLast();
        Optional<Nearest> title = embedded.nearestTitle(post.role());
        return new Found(
                beginning.isEmpty() || role.isEmpty()
                        ? 0
                        : meaning(beginning.get().cosine(), role.get().cosine()),
                beginning.map(Nearest::excerpt),
                title.map(nearest -> titleToRole.value(nearest.cosine())).orElse(0.0),
                title.map(Nearest::excerpt),
                peers.map(nearest -> PEERS.value(pool.cosine(nearest, embedded)))
                        .orElse(0.0));
    }

    /** How near the passages of a candidate are to the post, 0 to 1. */
    double meaning(CandidateView candidate) {
        return found(candidate).meaning();
    }

    Optional<Excerpt> nearestPassage(CandidateView candidate) {
        return found(candidate).passage();
    }

    /** How near the passages of a part of the resume are to the post's beginning, 0 to 1; empty when there is no such part. */
    Optional<Double> meaning(CandidateView candidate, Predicate<Excerpt> part) {
        return pool.embedded(candidate)
                .nearestPassage(post.beginning(), part)
                .map(nearest -> passageToBeginning.value(nearest.cosine()));
    }

    /** How near the headline or a title of a candidate is to the post's title, 0 to 1. */
    double title(CandidateView candidate) {
        return found(candidate).title();
    }

    Optional<Excerpt> nearestTitle(CandidateView candidate) {
        return found(candidate).nearestTitle();
    }

    /** Whether the pool is large enough to say who resembles those who are nearest. */
    boolean hasPeers() {
        return peers.isPresent();
    }

    /** How near a candidate is to those who are nearest to the post, 0 to 1. */
    double peers(CandidateView candidate) {
        return found(candidate).peers();
    }
}
