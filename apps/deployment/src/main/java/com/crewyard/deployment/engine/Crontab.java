package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.cron.CronRun;
import com.crewyard.deployment.cron.CronRuns;
import com.crewyard.deployment.cron.CronTimes;
import com.crewyard.deployment.releases.Configuration.CronSetting;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.releases.Releases;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.rollouts.Slots;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the commands of live releases that have times of their own: each time once, on whichever engine looks first, and never
 * beside the one before.
 */
final class Crontab implements CronOperations {

    private static final Logger log = LoggerFactory.getLogger(Crontab.class);
    private static final String ACTOR = "cron";
    private static final Duration RUNS_KEPT = Duration.ofDays(90);
    private static final Duration LEAST_WAIT = Duration.ofMillis(200);
    private static final Duration MOST_WAIT = Duration.ofSeconds(5);
    private static final int OUTPUT_KEPT = 16 << 10;
    private static final int OUTPUT_READ = 4 << 20;

    private final CronRuns runs;
    private final Environments environments;
    private final Releases releases;
    private final Slots slots;
    private final Deployments deployments;
    private final TransactionTemplate transaction;
    private final LongConsumer enqueue;
    private final Clock clock;

    /** @param enqueue has a run done, when the transaction that decides on it is committed */
    Crontab(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Deployments deployments,
            LongConsumer enqueue,
            Clock clock) {
        this.runs = new CronRuns(jdbc);
        this.environments = new Environments(jdbc);
        this.releases = new Releases(jdbc);
        this.slots = new Slots(jdbc);
        this.deployments = deployments;
        this.transaction = transaction;
        this.enqueue = enqueue;
        this.clock = clock;
    }

    /** Begins what has become due since the last look. */
    void look() {
        for (Environment environment : environments.all()) {
            transaction.executeWithoutResult(
                    _ -> slots.live(environment.id()).ifPresent(live -> look(environment, live)));
        }
        runs.forget(RUNS_KEPT);
    }

    private void look(Environment environment, Slot live) {
        Map<String, CronSetting> jobs =
                releases.byId(live.release()).configuration().cron();
        runs.keepOnly(environment.id(), jobs.keySet());
        Instant now = clock.instant();
        jobs.forEach((name, job) -> CronTimes.between(
                        job.schedule(), runs.seenUntil(environment.id(), name, live.since()), now)
                .ifPresent(times -> {
                    begin(environment, live, name, times);
                    runs.seen(environment.id(), name, times.last());
                }));
    }

    private void begin(Environment environment, Slot live, String job, CronTimes times) {
        if (times.missed() > 0) {
            log.warn("cron job {} of {}: {}", job, environment.ref(), times.told());
            runs.add(environment.id(), live.release(), job, times.first(), CronRun.State.MISSED, times.told());
        }
        Optional<CronRun> before = runs.open(environment.id(), job);
        if (before.isPresent()) {
            String reason = "The run of %s was not over."
                    .formatted(CronTimes.text(before.get().dueAt()));
            log.warn("cron job {} of {} is skipped: {}", job, environment.ref(), reason);
            runs.add(environment.id(), live.release(), job, times.last(), CronRun.State.SKIPPED, reason);
        } else {
            runs.add(environment.id(), live.release(), job, times.last(), CronRun.State.DUE, "")
                    .ifPresent(enqueue::accept);
        }
    }

    /** Does one, or looks how far it is; present when another look is needed after a while. */
    Optional<Duration> run(long id) {
        CronRun run = runs.byId(id);
        if (run.state().isEnd()) {
            return Optional.empty();
        }
        runs.begun(run);
        Environment environment = environments.byId(run.environment());
        CronSetting job = releases.byId(run.release()).configuration().cron().get(run.job());
        if (job == null) {
            throw new IllegalStateException("release %d has no cron job %s".formatted(run.release(), run.job()));
        }
        try {
            return switch (deployments.job(environment.ref(), request(job), run.handle())) {
                case JobStatus.Running _ -> Optional.of(wait(run));
                case JobStatus.Succeeded _ -> end(environment, run, CronRun.State.PASSED, "");
                case JobStatus.Failed failed ->
                    end(environment, run, CronRun.State.FAILED, "It failed: %s.".formatted(failed.ending()));
            };
        } catch (RefusedException e) {
            runs.ended(run, CronRun.State.FAILED, e.sentence(), "");
            return Optional.empty();
        }
    }

    private static RunRequest request(CronSetting job) {
        return new RunRequest(
                Optional.of(job.command().service()),
                job.command().command(),
                job.command().timeout(),
                ACTOR);
    }

    private Optional<Duration> end(Environment environment, CronRun run, CronRun.State state, String note) {
        runs.ended(run, state, note, output(environment.ref(), run.handle()));
        if (state == CronRun.State.FAILED) {
            log.warn("cron job {} of {}: {}", run.job(), environment.ref(), note);
        }
        return Optional.empty();
    }

    private String output(EnvironmentRef environment, String job) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        JobOutput piece = deployments.jobOutput(environment, job, 0);
        while (piece.bytes().length > 0 && all.size() < OUTPUT_READ) {
            all.writeBytes(piece.bytes());
            piece = deployments.jobOutput(environment, job, piece.next());
        }
        String text = all.toString(StandardCharsets.UTF_8).replace("\0", "");
        return text.length() > OUTPUT_KEPT ? text.substring(text.length() - OUTPUT_KEPT) : text;
    }

    /** Rarer the longer it takes already, for each look at a target is one less that a rollout has to itself. */
    private Duration wait(CronRun run) {
        Duration wait = Duration.between(run.startedAt().orElse(clock.instant()), clock.instant())
                .dividedBy(10);
        return wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : wait;
    }

    boolean isBusy() {
        return runs.anyOpen();
    }

    /** When something is due in an environment next. */
    Optional<Instant> next(Environment environment) {
        Instant now = clock.instant();
        return slots.live(environment.id()).stream()
                .flatMap(live -> releases.byId(live.release()).configuration().cron().values().stream())
                .flatMap(job -> CronTimes.next(job.schedule(), now).stream())
                .min(Instant::compareTo);
    }

    @Override
    public CronView cron(EnvironmentRef ref, Optional<String> job, int count) {
        Environment environment = environments.require(ref);
        Map<String, CronSetting> jobs = slots.live(environment.id())
                .map(live -> releases.byId(live.release()))
                .map(Release::configuration)
                .map(configuration -> configuration.cron())
                .orElse(Map.of());
        job.filter(name -> !jobs.containsKey(name)).ifPresent(name -> {
            throw RefusedException.notFound(
                    jobs.isEmpty()
                            ? "The live release of %s has no cron jobs.".formatted(ref)
                            : "The live release of %s has no cron job \"%s\"; it has %s."
                                    .formatted(ref, name, String.join(", ", jobs.keySet())));
        });
        List<CronView.Job> lines = jobs.entrySet().stream()
                .filter(entry -> job.isEmpty() || entry.getKey().equals(job.get()))
                .map(entry -> new CronView.Job(
                        entry.getKey(),
                        entry.getValue().schedule(),
                        entry.getValue().command().service(),
                        entry.getValue().command().command(),
                        CronTimes.next(entry.getValue().schedule(), clock.instant())))
                .toList();
        return new CronView(
                lines,
                runs.latest(environment.id(), job, count).stream()
                        .map(CronView.Run::of)
                        .toList());
    }
}
