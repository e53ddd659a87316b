package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.internal.EmbeddedCandidate.Nearest;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import java.util.List;

/** What the vectors tell alone: the cosine of the beginning of a post with the nearest passage of a resume. */
public final class DenseBaseline {

    private final Embeddings embeddings;

    public DenseBaseline(TextEmbedder embedder) {
        this.embeddings = new Embeddings(embedder);
    }

    /** A score for each candidate, for each job. */
    public double[][] scores(List<JobView> jobs, List<CandidateView> candidates) {
        List<EmbeddedCandidate> embedded = embeddings.candidates(candidates);
        return jobs.stream()
                .map(job -> {
                    float[] beginning = embeddings.post(job).beginning();
                    return embedded.stream()
                            .mapToDouble(candidate -> candidate
                                    .nearestPassage(beginning)
                                    .map(Nearest::cosine)
                                    .orElse(-1.0))
                            .toArray();
                })
                .toArray(double[][]::new);
    }
}
