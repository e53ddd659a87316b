package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.MatchEngine;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who is weighed for a job of the organization in scope: everybody where there are few candidates, and where there are many
 * those whom the index finds likeliest, judged as if among a sample of all.
 */
@Component
public class Contenders {

    /** So many are weighed one by one in some forty milliseconds. */
    static final int FEW = 2_500;

    private final CandidateIndex index;
    private final Shortlists shortlists;
    private final Pools pools;
    private final PoolStore candidates;
    private final TransactionOperations transactions;

    Contenders(CandidateIndex index, Pools pools, PoolStore candidates, TransactionOperations transactions) {
        this.index = index;
        this.pools = pools;
        this.candidates = candidates;
        this.transactions = transactions;
        this.shortlists = new Shortlists(index, this::read);
    }

    /**
     * @param pool among whom they are judged
     * @param considered out of how many they were chosen
     */
    public record Chosen(CandidatePool pool, List<CandidateView> candidates, long considered) {}

    /** @param filter in the language of {@code docs/search.md}; empty for none */
    public Chosen forJob(MatchEngine engine, JobView job, String filter) {
        if (!areFew()) {
            return shortlists.forJob(engine, job, filter);
        }
        CandidatePool pool = pools.current();
        List<CandidateView> left = filter.isBlank() ? pool.candidates() : filtered(pool, filter);
        return new Chosen(pool, left, left.size());
    }

    /** Among whom somebody is judged. */
    public CandidatePool pool(MatchEngine engine) {
        return areFew() ? pools.current() : shortlists.sample(engine);
    }

    /** The same as it was lately: enough to tell common words from rare ones when one candidate is scored. */
    public CandidatePool recentPool(MatchEngine engine) {
        return areFew() ? pools.recent() : shortlists.sample(engine);
    }

    /** While an index is being built, the newest candidates are all there is. */
    private boolean areFew() {
        boolean many = Objects.requireNonNull(transactions.execute(_ -> candidates.areMoreThan(FEW)));
        return !many || index.size() == 0;
    }

    private List<CandidateView> filtered(CandidatePool pool, String filter) {
        Set<CandidateId> left = index.all(filter);
        return pool.candidates().stream()
                .filter(view -> left.contains(view.id()))
                .toList();
    }

    private List<CandidateView> read(List<CandidateId> ids) {
        return Objects.requireNonNull(transactions.execute(_ -> candidates.those(ids)));
    }
}
