package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.internal.embedding.OnnxModel;
import com.crewyard.recruiting.matching.internal.embedding.VectorStore;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Compares candidates by the mean directions of what they did and of what they call their trade. */
@Component
public class KeptLikeness {

    /** What somebody did says more than what they call it. */
    private static final double WORK = 0.7;

    private static final String MODEL = OnnxModel.BGE_SMALL.space();

    private final PoolStore candidates;
    private final VectorStore vectors;
    private final TransactionOperations transactions;

    KeptLikeness(PoolStore candidates, VectorStore vectors, TransactionOperations transactions) {
        this.candidates = candidates;
        this.vectors = vectors;
        this.transactions = transactions;
    }

    private record Direction(float[] work, float[] trade) {
        double to(Direction other) {
            return WORK * Vectors.dot(work, other.work) + (1 - WORK) * Vectors.dot(trade, other.trade);
        }
    }

    public Map<CandidateId, Double> of(CandidateId candidate, Collection<CandidateId> others) {
        Set<CandidateId> everybody = new HashSet<>(others);
        everybody.add(candidate);
        List<CandidateView> views = Objects.requireNonNull(transactions.execute(_ -> candidates.those(everybody)));
        Map<CandidateView, List<Excerpt>> excerpts = new HashMap<>();
        views.forEach(view -> excerpts.put(view, Excerpt.of(view)));
        Map<String, float[]> kept = vectors.kept(
                MODEL,
                excerpts.values().stream()
                        .flatMap(List::stream)
                        .map(Excerpt::text)
                        .toList());
        Map<CandidateId, Direction> directions = new HashMap<>();
        excerpts.forEach((view, own) -> {
            List<Excerpt> known = own.stream()
                    .filter(excerpt -> kept.containsKey(excerpt.text()))
                    .toList();
            if (!known.isEmpty()) {
                directions.put(view.id(), direction(known, kept));
            }
        });
        Direction mine = directions.remove(candidate);
        Map<CandidateId, Double> likeness = new HashMap<>();
        if (mine != null) {
            directions.forEach((id, direction) -> likeness.put(id, mine.to(direction)));
        }
        return likeness;
    }

    private static Direction direction(List<Excerpt> excerpts, Map<String, float[]> kept) {
        List<float[]> own = new ArrayList<>();
        excerpts.forEach(excerpt -> own.add(kept.getOrDefault(excerpt.text(), new float[0])));
        EmbeddedCandidate embedded = new EmbeddedCandidate(excerpts, own);
        int dimension = own.getFirst().length;
        return new Direction(embedded.work(dimension), embedded.trade(dimension));
    }
}
