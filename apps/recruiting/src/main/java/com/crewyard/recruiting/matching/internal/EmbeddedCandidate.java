package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.internal.Excerpt.Kind;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A candidate's excerpts and their vectors.
 *
 * @param vectors of length 1, in the order of the excerpts
 */
record EmbeddedCandidate(List<Excerpt> excerpts, List<float[]> vectors) {

    /** What a position held is less near than the same words as headline. */
    private static final double HELD = 0.05;

    EmbeddedCandidate {
        excerpts = List.copyOf(excerpts);
        vectors = List.copyOf(vectors);
    }

    /** An excerpt and how near it is. */
    record Nearest(Excerpt excerpt, double cosine) {}

    Optional<Nearest> nearestPassage(float[] query) {
        return nearest(query, excerpt -> excerpt.kind() == Kind.PASSAGE);
    }

    /** Of the passages of a part of the resume. */
    Optional<Nearest> nearestPassage(float[] query, Predicate<Excerpt> part) {
        return nearest(query, excerpt -> excerpt.kind() == Kind.PASSAGE && part.test(excerpt));
    }

    /** Of headline and titles. */
    Optional<Nearest> nearestTitle(float[] query) {
        return nearest(query, excerpt -> excerpt.kind() != Kind.PASSAGE);
    }

    private Optional<Nearest> nearest(float[] query, Predicate<Excerpt> asked) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < vectors.size(); i++) {
            Kind kind = excerpts.get(i).kind();
            if (asked.test(excerpts.get(i))) {
                double cosine = Vectors.dot(query, vectors.get(i)) - (kind == Kind.TITLE ? HELD : 0);
                if (cosine > most) {
                    most = cosine;
                    best = i;
                }
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new Nearest(excerpts.get(best), most));
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
        for (int i = 0; i < vectors.size(); i++) {
            if (excerpts.get(i).kind() == kind) {
                Vectors.add(sum, vectors.get(i), 1);
            }
        }
        return Vectors.normalised(sum);
    }
}
