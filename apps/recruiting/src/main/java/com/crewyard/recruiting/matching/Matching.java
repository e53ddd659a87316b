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
import com.crewyard.recruiting.matching.internal.CandidateEmbedding;
import com.crewyard.recruiting.matching.internal.PoolStore;
import com.crewyard.recruiting.matching.internal.Pools;
import com.crewyard.recruiting.matching.internal.RunLog;
import com.crewyard.recruiting.matching.internal.ScreeningStore;
import com.crewyard.recruiting.places.Places;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who fits a job, and which jobs fit somebody, in the organization in scope. Advice, not a decision. Ranking may wait for
 * a service, so it happens between the transactions that read and that write.
 */
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
    private final TransactionOperations transactions;
    private final CandidateEmbedding vectors;
    private final MatchProfiles profiles;
    private final ScreeningStore screenings;

    Matching(
            ObjectProvider<MatchEngine> engines,
            Pools pools,
            PoolStore candidates,
            Jobs jobs,
            RunLog runs,
            Journal journal,
            TransactionOperations transactions,
            CandidateEmbedding vectors,
            MatchProfiles profiles,
            ScreeningStore screenings) {
        this.engines = engines;
        this.pools = pools;
        this.candidates = candidates;
        this.jobs = jobs;
        this.runs = runs;
        this.journal = journal;
        this.transactions = transactions;
        this.vectors = vectors;
        this.profiles = profiles;
        this.screenings = screenings;
    }

    /**
     * An answer.
     *
     * @param considered how many were weighed
     * @param engine what ran
     * @param profiles what each job was weighed by
     * @param fellBack why the configured strategy did not run; empty when it did
     */
    public record Answer(
            String strategy,
            String engine,
            Duration took,
            int considered,
            List<Match> matches,
            Map<JobId, MatchProfile> profiles,
            Optional<String> fellBack) {}

    /**
     * The candidates who fit a job best.
     *
     * @param limit 1 to 100
     * @throws CrewyardException when there is no such job
     */
    public Answer candidatesFor(CurrentUser asker, JobId id, int limit) {
        record Question(JobView job, Map<JobId, MatchProfile> profiles, CandidatePool pool) {}
        checkLimit(limit);
        long started = System.nanoTime();
        Question question = transactions.execute(_ -> {
            Job job = jobs.get(id);
            Map<JobId, MatchProfile> weighed = profiles.of(List.of(id));
            return new Question(viewOf(job, weighed, Optional.empty()), weighed, pools.current());
        });
        MatchEngine engine = engines.getObject();
        MatchEngine.Ranking ranking = engine.rank(question.job(), question.pool(), limit);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        transactions.executeWithoutResult(_ -> {
            runs.record(
                    Optional.of(id),
                    Optional.empty(),
                    ranking,
                    nameOf(engine, ranking),
                    question.profiles(),
                    asker.email(),
                    took);
            catchUp(ranking);
            journal.append(actor(asker), logged(Happening.of("match.ran").on(id), ranking));
        });
        return answer(engine, ranking, took, question.pool().size(), question.profiles());
    }

    /**
     * The open jobs that fit a candidate best.
     *
     * @param limit 1 to 100
     * @throws CrewyardException when there is no such candidate
     */
    public Answer jobsFor(CurrentUser asker, CandidateId id, int limit) {
        record Question(
                CandidateView candidate, List<JobView> open, Map<JobId, MatchProfile> profiles, CandidatePool pool) {}
        checkLimit(limit);
        long started = System.nanoTime();
        Question question = transactions.execute(_ -> {
            CandidateView candidate =
                    candidates.find(id).orElseThrow(() -> CrewyardException.notFound("Candidate", id));
            List<Job> open = jobs.page(Optional.of(JobStatus.OPEN), Optional.empty(), 0, MOST_JOBS)
                    .items();
            Map<JobId, MatchProfile> weighed =
                    profiles.of(open.stream().map(Job::id).toList());
            List<JobView> views = open.stream()
                    .map(job -> viewOf(job, weighed, Optional.of(id)))
                    .toList();
            return new Question(candidate, views, weighed, pools.current());
        });
        MatchEngine engine = engines.getObject();
        MatchEngine.Ranking ranking = engine.rank(question.candidate(), question.open(), question.pool(), limit);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        transactions.executeWithoutResult(_ -> {
            runs.record(
                    Optional.empty(),
                    Optional.of(id),
                    ranking,
                    nameOf(engine, ranking),
                    question.profiles(),
                    asker.email(),
                    took);
            catchUp(ranking);
            journal.append(actor(asker), logged(Happening.of("match.ran").on(id), ranking));
        });
        return answer(engine, ranking, took, question.open().size(), question.profiles());
    }

    private void catchUp(MatchEngine.Ranking ranking) {
        if (ranking.fellBack().isPresent()) {
            vectors.catchUp();
        }
    }

    /** One candidate for one job, for an application's score; not logged as a run. */
    public Optional<Match> score(JobId job, CandidateId candidate) {
        record Question(JobView job, CandidateView candidate, CandidatePool pool) {}
        Optional<Question> question = transactions.execute(_ -> jobs.find(job)
                .flatMap(found -> candidates
                        .find(candidate)
                        .map(view -> new Question(
                                viewOf(found, profiles.of(List.of(job)), Optional.of(candidate)),
                                view,
                                pools.recent()))));
        return question.flatMap(asked ->
                engines.getObject().rank(asked.candidate(), List.of(asked.job()), asked.pool(), 1).matches().stream()
                        .findFirst());
    }

    /**
     * Some candidates for one job, weighed otherwise than its profile says, to learn from them; not logged as a run.
     *
     * @return of those who are still there
     */
    List<Match> judged(JobId job, List<CandidateId> ids, Weights weights) {
        record Question(JobView job, List<CandidateView> asked, CandidatePool pool) {}
        Question question = transactions.execute(_ -> {
            JobView view = viewOf(jobs.get(job), profiles.of(List.of(job)), Optional.empty());
            CandidatePool pool = pools.current();
            Set<CandidateId> wanted = Set.copyOf(ids);
            List<CandidateView> asked = pool.candidates().stream()
                    .filter(candidate -> wanted.contains(candidate.id()))
                    .toList();
            return new Question(view.weighed(weights), asked, pool);
        });
        MatchEngine engine = engines.getObject();
        return question.asked().stream()
                .flatMap(candidate ->
                        engine.rank(candidate, List.of(question.job()), question.pool(), 1).matches().stream())
                .toList();
    }

    private static Answer answer(
            MatchEngine engine,
            MatchEngine.Ranking ranking,
            Duration took,
            int considered,
            Map<JobId, MatchProfile> profiles) {
        return new Answer(
                ranking.strategy(),
                nameOf(engine, ranking),
                took,
                considered,
                ranking.matches(),
                profiles,
                ranking.fellBack().map(MatchEngine.FallBack::reason));
    }

    private static String nameOf(MatchEngine asked, MatchEngine.Ranking ranking) {
        return ranking.fellBack().map(MatchEngine.FallBack::engine).orElseGet(asked::name);
    }

    private JobView viewOf(Job job, Map<JobId, MatchProfile> weighed, Optional<CandidateId> candidate) {
        MatchProfile profile = weighed.getOrDefault(job.id(), MatchProfile.STANDARD);
        return new JobView(
                job.id(),
                job.title(),
                job.locations().stream()
                        .flatMap(written -> Places.of(written).stream())
                        .toList(),
                job.remoteOption().map(RemoteOption.REMOTE::equals).orElse(false),
                job.draft().requiredSkills(),
                job.draft().niceToHaveSkills(),
                job.draft().description().orElse(""),
                profile.weights(),
                screenings.of(job.id(), profile.wanted(), candidate));
    }

    private static Happening logged(Happening happening, MatchEngine.Ranking ranking) {
        String scores = ranking.matches().stream()
                .map(match -> "%s:%s=%d".formatted(match.job(), match.candidate(), match.score()))
                .collect(Collectors.joining(" "));
        Happening ran = happening.with("strategy", ranking.strategy()).with("scores", scores);
        return ranking.fellBack()
                .map(instead -> ran.with("fell_back", instead.reason()))
                .orElse(ran);
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
