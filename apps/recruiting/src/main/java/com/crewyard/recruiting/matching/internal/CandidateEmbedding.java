package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.internal.embedding.KeptEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.VectorStore;
import com.crewyard.recruiting.platform.work.Work;
import com.crewyard.recruiting.platform.work.WorkHandler;
import com.crewyard.recruiting.platform.work.WorkType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes vectors before somebody waits for them: of a candidate who changed, and of everybody after a ranking had to go
 * without.
 */
@Component
public class CandidateEmbedding implements WorkHandler<CandidateEmbedding.Embed> {

    private static final WorkType<Embed> EMBED = new WorkType<>("matching.embed", Embed.class);
    private static final Set<String> CHANGES =
            Set.of("candidate.created", "candidate.changed", "candidate.corrected", "resume.parsed");
    /** What is made meanwhile is kept, and the work comes back for the rest. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PoolStore candidates;
    private final Pools pools;
    private final Work work;
    private final TransactionOperations transactions;
    private final ObjectProvider<OnnxEmbedder> model;
    private final VectorStore vectors;
    private final MatchingSettings settings;

    CandidateEmbedding(
            PoolStore candidates,
            Pools pools,
            Work work,
            TransactionOperations transactions,
            ObjectProvider<OnnxEmbedder> model,
            VectorStore vectors,
            MatchingSettings settings) {
        this.candidates = candidates;
        this.pools = pools;
        this.work = work;
        this.transactions = transactions;
        this.model = model;
        this.vectors = vectors;
        this.settings = settings;
    }

    /** @param candidate null for everybody */
    record Embed(@Nullable Long candidate) {}

    @EventListener
    void on(Journal.Recorded recorded) {
        Happening happening = recorded.happening();
        Optional<CandidateId> candidate = happening.candidate();
        if (settings.vectors() && CHANGES.contains(happening.type()) && candidate.isPresent()) {
            long id = candidate.get().value();
            work.enqueue(EMBED, "candidate:" + id, new Embed(id));
        }
    }

    /** In a transaction, after which it is done. */
    public void catchUp() {
        if (settings.vectors()) {
            work.enqueue(EMBED, "everybody", new Embed(null));
        }
    }

    @Override
    public WorkType<Embed> type() {
        return EMBED;
    }

    @Override
    public void handle(Embed wanted) {
        if (!settings.vectors()) {
            return;
        }
        List<CandidateView> views = transactions.execute(_ -> views(wanted));
        List<String> texts = views.stream()
                .flatMap(view -> Excerpt.of(view).stream())
                .map(Excerpt::text)
                .distinct()
                .toList();
        new KeptEmbedder(model.getObject(), vectors, PATIENCE).embed(texts);
    }

    private List<CandidateView> views(Embed wanted) {
        return wanted.candidate() == null
                ? pools.current().candidates()
                : candidates.find(new CandidateId(wanted.candidate())).stream().toList();
    }
}
