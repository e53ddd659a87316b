package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.RemoteOption;
import com.crewyard.recruiting.matching.internal.PoolStore;
import com.crewyard.recruiting.matching.internal.Pools;
import com.crewyard.recruiting.matching.internal.RunLog;
import com.crewyard.recruiting.places.Places;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who fits a job, and which jobs fit somebody, in the organization in scope. Advice, not a decision. */
@Service
public class Matching {

    private static final int MOST_JOBS = 1_000;
    private static final int LARGEST_LIMIT = 100;

    private final ObjectProvider<MatchEngine> engines;
    private final Pools pools;
    private final PoolStore candidates;
    private final Jobs jobs;
    private final RunLog runs;
    private final Journal journal;

    Matching(
            ObjectProvider<MatchEngine> engines,
            Pools pools,
            PoolStore candidates,
            Jobs jobs,
            RunLog runs,
            Journal journal) {
        this.engines = engines;
        this.pools = pools;
        this.candidates = candidates;
        this.jobs = jobs;
        this.runs = runs;
        this.journal = journal;
    }

    /**
     * An answer.
     *
     * @param considered how many were weighed
     * @param engine what ran
     */
    public record Answer(String strategy, String engine, Duration took, int considered, List<Match> matches) {}

    /**
     * The candidates who fit a job best.
     *
     * @param limit 1 to 100
     * @throws CrewyardException when there is no such job
     */
    @Transactional
    public Answer candidatesFor(CurrentUser asker, JobId id, int limit) {
        checkLimit(limit);
        Job job = jobs.get(id);
        long started = System.nanoTime();
        CandidatePool pool = pools.current();
        MatchEngine engine = engines.getObject();
        MatchEngine.Ranking ranking = engine.rank(viewOf(job), pool, limit);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        runs.record(Optional.of(id), Optional.empty(), ranking, engine.name(), asker.email(), took);
        journal.append(actor(asker), logged(Happening.of("match.ran").on(id), ranking));
        return new Answer(ranking.strategy(), engine.name(), took, pool.size(), ranking.matches());
    }

    /**
     * The open jobs that fit a candidate best.
     *
     * @param limit 1 to 100
     * @throws CrewyardException when there is no such candidate
     */
    @Transactional
    public Answer jobsFor(CurrentUser asker, CandidateId id, int limit) {
        checkLimit(limit);
        CandidateView candidate = candidates.find(id).orElseThrow(() -> CrewyardException.notFound("Candidate", id));
        long started = System.nanoTime();
        List<JobView> open = jobs.page(Optional.of(JobStatus.OPEN), Optional.empty(), 0, MOST_JOBS).items().stream()
                .map(Matching::viewOf)
                .toList();
        MatchEngine engine = engines.getObject();
        MatchEngine.Ranking ranking = engine.rank(candidate, open, pools.current(), limit);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        runs.record(Optional.empty(), Optional.of(id), ranking, engine.name(), asker.email(), took);
        journal.append(actor(asker), logged(Happening.of("match.ran").on(id), ranking));
        return new Answer(ranking.strategy(), engine.name(), took, open.size(), ranking.matches());
    }

    /** One candidate for one job, for an application's score; not logged as a run. */
    @Transactional(readOnly = true)
    public Optional<Match> score(JobId job, CandidateId candidate) {
        return jobs.find(job)
                .flatMap(found -> candidates
                        .find(candidate)
                        .flatMap(view ->
                                engines
                                        .getObject()
                                        .rank(view, List.of(viewOf(found)), pools.recent(), 1)
                                        .matches()
                                        .stream()
                                        .findFirst()));
    }

    static JobView viewOf(Job job) {
        return new JobView(
                job.id(),
                job.title(),
                job.locations().stream()
                        .flatMap(written -> Places.of(written).stream())
                        .toList(),
                job.remoteOption().map(RemoteOption.REMOTE::equals).orElse(false),
                job.draft().requiredSkills(),
                job.draft().niceToHaveSkills(),
                job.draft().description().orElse(""));
    }

    private static Happening logged(Happening happening, MatchEngine.Ranking ranking) {
        String scores = ranking.matches().stream()
                .map(match -> "%s:%s=%d".formatted(match.job(), match.candidate(), match.score()))
                .collect(Collectors.joining(" "));
        return happening.with("strategy", ranking.strategy()).with("scores", scores);
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw CrewyardException.invalid("limit", "limit is from 1 to 100; %d is not.".formatted(limit));
        }
    }

    private static Actor actor(CurrentUser user) {
        return Actor.user(user.id(), user.fullName());
    }
}
