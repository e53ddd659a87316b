package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Prepared;
import com.crewyard.recruiting.matching.internal.embedding.OnnxModel;
import com.crewyard.recruiting.matching.internal.embedding.VectorStore;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads candidates and what was made of them, and writes it down as an index holds it. */
@Component
public class PreparedCandidates {

    private static final Duration KEPT = Duration.ofHours(1);

    private final PoolStore candidates;
    private final VectorStore vectors;
    private final Taxonomies taxonomies;
    private final TransactionOperations transactions;
    private final MatchingSettings settings;
    /** By identity: a taxonomy is made anew when its organization's skills change. */
    private final Cache<Taxonomy, CandidateCodec> codecs =
            Caffeine.newBuilder().weakKeys().expireAfterAccess(KEPT).build();

    PreparedCandidates(
            PoolStore candidates,
            VectorStore vectors,
            Taxonomies taxonomies,
            TransactionOperations transactions,
            MatchingSettings settings) {
        this.candidates = candidates;
        this.vectors = vectors;
        this.taxonomies = taxonomies;
        this.transactions = transactions;
        this.settings = settings;
    }

    public String manner() {
        return codec().manner();
    }

    public Map<CandidateId, Prepared> of(Collection<CandidateId> ids) {
        CandidateCodec codec = codec();
        List<CandidateView> views = Objects.requireNonNull(transactions.execute(_ -> candidates.those(ids)));
        List<String> texts = views.stream()
                .flatMap(view -> CandidateCodec.texts(view).stream())
                .distinct()
                .toList();
        Map<String, float[]> kept = settings.vectors() ? vectors.kept(OnnxModel.BGE_SMALL.space(), texts) : Map.of();
        Map<CandidateId, Prepared> prepared = new HashMap<>();
        for (CandidateView view : views) {
            Prepared ready = codec.prepared(view, kept);
            // Without a model nothing is missing that will ever be there.
            prepared.put(view.id(), settings.vectors() ? ready : ready.finished());
        }
        return prepared;
    }

    private CandidateCodec codec() {
        String model = settings.vectors() ? OnnxModel.BGE_SMALL.space() : LocalEngine.WORDS;
        return codecs.get(taxonomies.current(), taxonomy -> new CandidateCodec(new Vocabulary(taxonomy), model));
    }
}
