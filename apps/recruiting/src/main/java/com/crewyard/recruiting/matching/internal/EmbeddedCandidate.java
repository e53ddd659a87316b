package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.internal.Excerpt.Kind;
import com.crewyard.recruiting.matching.internal.embedding.HalfVectors;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A candidate's excerpts and their vectors.
 *
 * @param vectors of length 1, in the order of the excerpts
 */
record EmbeddedCandidate(List<Excerpt> excerpts, HalfVectors vectors) {

    /** What a position held is less near than the same words as headline. */
    private static final double HELD = 0.05;

    EmbeddedCandidate {
        excerpts = List.copyOf(excerpts);
    }

    EmbeddedCandidate(List<Excerpt> excerpts, List<float[]> vectors) {
        this(excerpts, HalfVectors.of(vectors));
    }

    /** An excerpt and how near it is. */
    record Nearest(Excerpt excerpt, double cosine) {}

    Optional<Nearest> nearestPassage(float[] query) {
        return nearestPassages(query).getFirst();
    }

    /** One for each query: the vectors are read once. */
    List<Optional<Nearest>> nearestPassages(float[]... queries) {
        return nearest(excerpt -> excerpt.kind() == Kind.PASSAGE, queries);
    }

    /** Of the passages of a part of the resume. */
    Optional<Nearest> nearestPassage(float[] query, Predicate<Excerpt> part) {
        return nearest(excerpt -> excerpt.kind() == Kind.PASSAGE && part.test(excerpt), query)
                .getFirst();
    }

    /** Of headline and titles. */
    Optional<Nearest> nearestTitle(float[] query) {
        return nearest(excerpt -> excerpt.kind() != Kind.PASSAGE, query).getFirst();
    }

    private List<Optional<Nearest>> nearest(Predicate<Excerpt> asked, float[]... queries) {
        int[] best = new int[queries.length];
        double[] most = new double[queries.length];
        Arrays.fill(best, -1);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        float[] vector = new float[vectors.dimension()];
        for (int i = 0; i < vectors.size(); i++) {
            Excerpt excerpt = excerpts.get(i);
            if (asked.test(excerpt)) {
                vectors.read(i, vector);
                for (int query = 0; query < queries.length; query++) {
                    double cosine = Vectors.dot(queries[query], vector) - (excerpt.kind() == Kind.TITLE ? HELD : 0);
                    if (cosine > most[query]) {
                        most[query] = cosine;
                        best[query] = i;
                    }
                }
            }
        }
        List<Optional<Nearest>> nearest = new ArrayList<>(queries.length);
        for (int query = 0; query < queries.length; query++) {
            nearest.add(
                    best[query] < 0
                            ? Optional.empty()
                            : Optional.of(new Nearest(excerpts.get(best[query]), most[query])));
        }
        return nearest;
    }

    /** Mean direction of the passages, or zero. */
    float[] work(int dimension) {
        return direction(Kind.PASSAGE, dimension);
    }

    /** Direction of the headline, else of the titles, or zero. */
    float[] trade(int dimension) {
        boolean hasLead = excerpts.stream().anyMatch(excerpt -> excerpt.kind() == Kind.LEAD);
        return direction(hasLead ? Kind.LEAD : Kind.TITLE, dimension);
    }

    private float[] direction(Kind kind, int dimension) {
        float[] sum = new float[dimension];
        float[] vector = new float[vectors.dimension()];
        for (int i = 0; i < vectors.size(); i++) {
            if (excerpts.get(i).kind() == kind) {
                vectors.read(i, vector);
                Vectors.add(sum, vector, 1);
            }
        }
        Vectors.normalise(sum);
        return sum;
    }
}
