package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.platform.work.NotYetException;
import com.crewyard.recruiting.platform.work.Work;
import com.crewyard.recruiting.platform.work.WorkHandler;
import com.crewyard.recruiting.platform.work.WorkType;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.internal.SavedSearchStore.Watched;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks whether candidates who changed have come to fit searches that somebody watches. What is found, how far it was
 * looked and the messages about it commit together, so nobody is told of twice or not at all.
 */
@Component
public class Watching implements WorkHandler<Watching.Look> {

    private static final WorkType<Look> LOOK = new WorkType<>("search.watch", Look.class);
    private static final String ALL = "all";
    /** What comes in within this time is told of in one message. */
    private static final Duration GATHERING = Duration.ofSeconds(20);

    private static final int BATCH = 500;

    private final SavedSearchStore store;
    private final OrganizationIndexes indexes;
    private final Journal journal;
    private final Work work;
    private final Alerts alerts;
    private final TransactionOperations transactions;
    private final Clock clock;

    Watching(
            SavedSearchStore store,
            OrganizationIndexes indexes,
            Journal journal,
            Work work,
            Alerts alerts,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.indexes = indexes;
        this.journal = journal;
        this.work = work;
        this.alerts = alerts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Of the organization in scope. */
    record Look() {}

    @EventListener
    void on(Journal.Recorded recorded) {
        String type = recorded.happening().type();
        boolean concerns =
                type.startsWith("candidate.") || type.startsWith("resume.") || type.startsWith("application.");
        if (concerns && recorded.happening().candidate().isPresent() && store.anyWatched()) {
            work.enqueueAt(LOOK, ALL, new Look(), clock.instant().plus(GATHERING));
        }
    }

    /** In the transaction that changes a saved search: who fits it has to be found out anew. */
    public void changed(long id) {
        store.forgetMatches(id);
        work.enqueue(LOOK, ALL, new Look());
    }

    @Override
    public WorkType<Look> type() {
        return LOOK;
    }

    @Override
    public void handle(Look look) {
        OrganizationIndex index = indexes.of(Tenancy.required());
        long to = journal.position();
        index.catchUp();
        if (!index.isComplete()) {
            throw new NotYetException("the search index is being built");
        }
        transactions.executeWithoutResult(_ -> look(index, to));
    }

    private void look(OrganizationIndex index, long to) {
        List<Watched> watched = store.lockWatched();
        long from =
                watched.stream().flatMapToLong(each -> each.to().stream()).min().orElse(to);
        Map<CandidateId, Long> changed = changes(from, to);
        for (Watched each : watched) {
            if (each.to().isEmpty()) {
                store.addMatches(each.search().id(), fitting(index, each, Set.of()), false);
            } else {
                Set<DocumentKey> since = changed.entrySet().stream()
                        .filter(change -> change.getValue() > each.to().getAsLong())
                        .map(change -> DocumentKey.of(change.getKey()))
                        .collect(Collectors.toSet());
                if (!since.isEmpty()) {
                    List<CandidateId> news = store.addMatches(each.search().id(), fitting(index, each, since), true);
                    alerts.tell(each.search(), news);
                }
            }
            store.updateWatched(each.search().id(), Math.max(to, each.to().orElse(0)));
        }
    }

    private static Collection<CandidateId> fitting(OrganizationIndex index, Watched watched, Set<DocumentKey> among) {
        return index.all(watched.search().request().only(Kind.CANDIDATE).among(among)).stream()
                .filter(key -> key.kind() == Kind.CANDIDATE)
                .map(key -> new CandidateId(key.id()))
                .toList();
    }

    /** Candidates and the last position at which something happened to them. */
    private Map<CandidateId, Long> changes(long from, long to) {
        Map<CandidateId, Long> changes = new TreeMap<>((one, other) -> Long.compare(one.value(), other.value()));
        long at = from;
        while (at < to) {
            List<Activity> entries = journal.after(at, BATCH);
            if (entries.isEmpty()) {
                break;
            }
            for (Activity entry : entries) {
                Changes.of(List.of(entry)).candidates().forEach(id -> changes.put(id, entry.position()));
            }
            at = entries.getLast().position();
        }
        return changes;
    }
}
