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
import com.crewyard.recruiting.matching.internal.CandidateEmbedding;
import com.crewyard.recruiting.matching.internal.Contenders;
import com.crewyard.recruiting.matching.internal.MatchEngines;
import com.crewyard.recruiting.matching.internal.PoolStore;
import com.crewyard.recruiting.matching.internal.RunLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final ObjectProvider<MatchEngines> engines;
    private final Contenders contenders;
    private final PoolStore candidates;
    private final Jobs jobs;
    private final RunLog runs;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final CandidateEmbedding vectors;
    private final MatchProfiles profiles;
    private final JobViews views;

    Matching(
            ObjectProvider<MatchEngines> engines,
            Contenders contenders,
            PoolStore candidates,
            Jobs jobs,
            RunLog runs,
            Journal journal,
            TransactionOperations transactions,
            CandidateEmbedding vectors,
            MatchProfiles profiles,
            JobViews views) {
        this.engines = engines;
        this.contenders = contenders;
        this.candidates = candidates;
        this.jobs = jobs;
        this.runs = runs;
        this.journal = journal;
        this.transactions = transactions;
        this.vectors = vectors;
        this.profiles = profiles;
        this.views = views;
    }

    /**
     * An answer.
     *
     * @param considered out of how many the best were chosen
     * @param engine what ran
     * @param profiles what each job was weighed by
     * @param fellBack why the configured strategy did not run; empty when it did
     */
    public record Answer(
            String strategy,
            String engine,
            Duration took,
            long considered,
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
        return candidatesFor(asker, id, limit, "");
    }

    /**
     * The candidates who fit a job best, of those whom a filter leaves.
     *
     * @param limit 1 to 100
     * @param filter what has to be true of them, in the language of {@code docs/search.md}; empty for nothing
     * @throws CrewyardException when there is no such job, or a part of the filter is not understood
     */
    public Answer candidatesFor(CurrentUser asker, JobId id, int limit, String filter) {
        record Question(JobView job, Map<JobId, MatchProfile> profiles) {}
        checkLimit(limit);
        long started = System.nanoTime();
        Question question = transactions.execute(_ -> {
            Job job = jobs.get(id);
            Map<JobId, MatchProfile> weighed = profiles.of(List.of(id));
            return new Question(views.of(job, weighed, Optional.empty()), weighed);
        });
        MatchEngine engine = engines.getObject().current();
        Contenders.Chosen chosen = contenders.forJob(engine, question.job(), filter);
        MatchEngine.Ranking ranking = engine.rank(question.job(), chosen.pool(), chosen.candidates(), limit);
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
        return answer(engine, ranking, took, chosen.considered(), question.profiles());
    }

    /**
     * The open jobs that fit a candidate best.
     *
     * @param limit 1 to 100
     * @throws CrewyardException when there is no such candidate
     */
    public Answer jobsFor(CurrentUser asker, CandidateId id, int limit) {
        record Question(CandidateView candidate, List<JobView> open, Map<JobId, MatchProfile> profiles) {}
        checkLimit(limit);
        long started = System.nanoTime();
        Question question = transactions.execute(_ -> {
            CandidateView candidate =
                    candidates.find(id).orElseThrow(() -> CrewyardException.notFound("Candidate", id));
            List<Job> open = jobs.page(Optional.of(JobStatus.OPEN), Optional.empty(), 0, MOST_JOBS)
                    .items();
            Map<JobId, MatchProfile> weighed =
                    profiles.of(open.stream().map(Job::id).toList());
            List<JobView> asked = open.stream()
                    .map(job -> views.of(job, weighed, Optional.of(id)))
                    .toList();
            return new Question(candidate, asked, weighed);
        });
        MatchEngine engine = engines.getObject().current();
        MatchEngine.Ranking ranking =
                engine.rank(question.candidate(), question.open(), contenders.pool(engine), limit);
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
        record Question(JobView job, CandidateView candidate) {}
        Optional<Question> question = transactions.execute(_ -> jobs.find(job)
                .flatMap(found -> candidates
                        .find(candidate)
                        .map(view -> new Question(
                                views.of(found, profiles.of(List.of(job)), Optional.of(candidate)), view))));
        MatchEngine engine = engines.getObject().current();
        return question.flatMap(asked ->
                engine
                        .rank(asked.candidate(), List.of(asked.job()), contenders.recentPool(engine), 1)
                        .matches()
                        .stream()
                        .findFirst());
    }

    private static Answer answer(
            MatchEngine engine,
            MatchEngine.Ranking ranking,
            Duration took,
            long considered,
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
