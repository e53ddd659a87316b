package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.matching.internal.MatchEngines;
import com.crewyard.recruiting.matching.internal.Pools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Judges candidates for a job otherwise than its profile says, to learn from them; never logged as a run. */
@Component
class Judging {

    private final ObjectProvider<MatchEngines> engines;
    private final Pools pools;
    private final Jobs jobs;
    private final MatchProfiles profiles;
    private final JobViews views;
    private final TransactionOperations transactions;

    Judging(
            ObjectProvider<MatchEngines> engines,
            Pools pools,
            Jobs jobs,
            MatchProfiles profiles,
            JobViews views,
            TransactionOperations transactions) {
        this.engines = engines;
        this.pools = pools;
        this.jobs = jobs;
        this.profiles = profiles;
        this.views = views;
        this.transactions = transactions;
    }

    /** @return of those who are still there; none when another engine than the one asked for had to judge */
    List<Match> of(JobId job, List<CandidateId> ids, Weights weights) {
        record Question(JobView job, List<CandidateView> asked, CandidatePool pool) {}
        Question question = transactions.execute(_ -> {
            JobView view = views.of(jobs.get(job), profiles.of(List.of(job)), Optional.empty());
            CandidatePool pool = pools.current();
            Set<CandidateId> wanted = Set.copyOf(ids);
            List<CandidateView> asked = pool.candidates().stream()
                    .filter(candidate -> wanted.contains(candidate.id()))
                    .toList();
            return new Question(view.weighed(weights), asked, pool);
        });
        MatchEngine engine = engines.getObject().current();
        List<Match> judged = new ArrayList<>();
        for (CandidateView candidate : question.asked()) {
            MatchEngine.Ranking ranking = engine.rank(candidate, List.of(question.job()), question.pool(), 1);
            if (ranking.fellBack().isPresent()) {
                return List.of();
            }
            judged.addAll(ranking.matches());
        }
        return judged;
    }
}
