package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.matching.internal.DecisionStore;
import com.crewyard.recruiting.matching.internal.DecisionStore.Decision;
import com.crewyard.recruiting.matching.internal.Lessons;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Learns from decisions what a job's weights might be; nothing changes unless a person accepts it. */
@Service
public class Suggestions {

    /** A dismissed suggestion comes back when there are so many times the decisions. */
    private static final double ENOUGH_MORE = 1.5;

    private final Judging judging;
    private final MatchProfiles profiles;
    private final DecisionStore decisions;
    private final Journal journal;
    private final TransactionOperations transactions;

    Suggestions(
            Judging judging,
            MatchProfiles profiles,
            DecisionStore decisions,
            Journal journal,
            TransactionOperations transactions) {
        this.judging = judging;
        this.profiles = profiles;
        this.decisions = decisions;
        this.journal = journal;
        this.transactions = transactions;
    }

    /**
     * What the decisions on a job say, if they say something clear that the profile does not.
     *
     * @throws CrewyardException when there is no such job
     */
    public Optional<Suggestion> of(JobId job) {
        record Known(MatchProfile profile, List<Decision> decided) {}
        Known known = transactions.execute(_ -> new Known(profiles.of(job).profile(), decisions.of(job)));
        List<CandidateId> advanced = candidates(known.decided(), true);
        List<CandidateId> rejected = candidates(known.decided(), false);
        if (Math.min(advanced.size(), rejected.size()) < Lessons.FEWEST_OF_EACH) {
            return Optional.empty();
        }
        Optional<Suggestion> suggestion = Lessons.of(
                judging.of(job, advanced, Lessons.everything()),
                judging.of(job, rejected, Lessons.everything()),
                known.profile());
        return suggestion.filter(found -> {
            int before = transactions.execute(
                    _ -> decisions.dismissedAt(job, found.kind().code()));
            return before == 0 || found.decisions() >= ENOUGH_MORE * before;
        });
    }

    private static List<CandidateId> candidates(List<Decision> decided, boolean advanced) {
        return decided.stream()
                .filter(decision -> decision.advanced() == advanced)
                .map(Decision::candidate)
                .toList();
    }

    /**
     * Makes it the job's profile.
     *
     * @param seenVersion the latest version of the job's profile that the person saw
     * @throws CrewyardException when the suggestion is no longer the one that was seen, or the profile has changed
     */
    @Transactional
    public MatchProfile accept(CurrentUser user, JobId job, Criterion.Kind kind, int seenVersion) {
        Suggestion suggestion = current(job, kind);
        MatchProfile before = profiles.of(job).profile();
        Map<Criterion.Kind, Integer> sliders = new EnumMap<>(before.sliders());
        sliders.put(kind, suggestion.to());
        MatchProfile changed = profiles.change(
                user,
                Optional.of(job),
                seenVersion,
                new MatchProfiles.Draft(sliders, before.preferences(), before.wanted()));
        journal.append(user.actor(), told("match.suggestion_accepted", job, suggestion));
        return changed;
    }

    /** Says no; the same is not suggested again before there are half as many decisions more. */
    @Transactional
    public void dismiss(CurrentUser user, JobId job, Criterion.Kind kind) {
        journal.append(user.actor(), told("match.suggestion_dismissed", job, current(job, kind)));
    }

    private Suggestion current(JobId job, Criterion.Kind kind) {
        return of(job).filter(suggestion -> suggestion.kind() == kind)
                .orElseThrow(() -> CrewyardException.of(
                        Problem.STALE,
                        "Nothing is suggested about %s any more; reload to see what the decisions say now."
                                .formatted(kind.label())));
    }

    private static Happening told(String type, JobId job, Suggestion suggestion) {
        return Happening.of(type)
                .on(job)
                .with("criterion", suggestion.kind().code())
                .with("from", suggestion.from())
                .with("to", suggestion.to())
                .with("decisions", suggestion.decisions())
                .with("chance", Math.round(suggestion.chance() * 1000) / 1000.0)
                .with("deviations", Math.round(suggestion.deviations() * 100) / 100.0);
    }
}
