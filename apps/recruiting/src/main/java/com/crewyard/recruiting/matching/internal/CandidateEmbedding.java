package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Preparation;
import com.crewyard.recruiting.matching.internal.embedding.KeptEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.VectorStore;
import com.crewyard.recruiting.platform.work.Work;
import com.crewyard.recruiting.platform.work.WorkHandler;
import com.crewyard.recruiting.platform.work.WorkType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
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

    private static final int BATCH = 200;

    private final PoolStore candidates;
    private final Work work;
    private final TransactionOperations transactions;
    private final ObjectProvider<OnnxEmbedder> model;
    private final VectorStore vectors;
    private final MatchingSettings settings;
    private final ApplicationEventPublisher events;

    CandidateEmbedding(
            PoolStore candidates,
            Work work,
            TransactionOperations transactions,
            ObjectProvider<OnnxEmbedder> model,
            VectorStore vectors,
            MatchingSettings settings,
            ApplicationEventPublisher events) {
        this.candidates = candidates;
        this.work = work;
        this.transactions = transactions;
        this.model = model;
        this.vectors = vectors;
        this.settings = settings;
        this.events = events;
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
        Long candidate = wanted.candidate();
        if (candidate != null) {
            embed(read(
                    () -> candidates.find(new CandidateId(candidate)).stream().toList()));
            return;
        }
        List<CandidateView> views = read(() -> candidates.after(new CandidateId(0), BATCH));
        while (!views.isEmpty()) {
            embed(views);
            CandidateId last = views.getLast().id();
            views = read(() -> candidates.after(last, BATCH));
        }
    }

    private List<CandidateView> read(Supplier<List<CandidateView>> query) {
        return Objects.requireNonNull(transactions.execute(_ -> query.get()));
    }

    private void embed(List<CandidateView> views) {
        List<String> texts = views.stream()
                .flatMap(view -> Excerpt.of(view).stream())
                .map(Excerpt::text)
                .distinct()
                .toList();
        new KeptEmbedder(model.getObject(), vectors, PATIENCE).embed(texts);
        views.forEach(view -> events.publishEvent(new Preparation.Embedded(Tenancy.required(), view.id())));
    }
}
