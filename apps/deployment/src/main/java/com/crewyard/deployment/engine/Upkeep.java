package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.secrets.Secrets;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.deployment.work.DurableScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes due by itself, beside rollouts: the ends of previews, and commands that have times of their own. */
final class Upkeep implements AutoCloseable {

    private static final String TABLE = "deploy.upkeep_task";
    private static final Duration POLL_EVERY = Duration.ofMillis(500);
    private static final String PREVIEW = "preview";
    private static final String MINUTE = "minute";
    private static final String CRON = "cron";
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Alarms alarms;
    private final PullRequests previews;
    private final Crontab crontab;
    private final DurableScheduler scheduler;
    private final Clock clock;

    Upkeep(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Targets targets,
            Deployments deployments,
            Secrets secrets,
            Clock clock) {
        this.jdbc = jdbc;
        this.alarms = new Alarms(jdbc, targets, deployments::fence, this::next, clock);
        this.clock = clock;
        this.previews = new PullRequests(jdbc, transaction, deployments, secrets, this::expire, clock);
        this.crontab = new Crontab(jdbc, transaction, deployments, this::begin, clock);
        this.scheduler = new DurableScheduler(
                dataSource,
                TABLE,
                "upkeep-",
                POLL_EVERY,
                List.of(
                        new UpkeepTask(
                                PREVIEW,
                                id -> previews.expire(Long.parseLong(id))
                                        .map(left -> left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT)),
                        new UpkeepTask(CRON, id -> crontab.run(Long.parseLong(id))),
                        new UpkeepTask(MINUTE, _ -> minute())));
    }

    Alarms alarms() {
        return alarms;
    }

    PreviewOperations previews() {
        return previews;
    }

    CronOperations cron() {
        return crontab;
    }

    void start(boolean alone) {
        scheduler.add(MINUTE, MINUTE, clock.instant());
        scheduler.start(alone);
    }

    /** Schedules name minutes, so a look at each is enough, whatever was deployed meanwhile. */
    private Optional<Duration> minute() {
        crontab.look();
        Instant now = clock.instant();
        alarms.setOwn();
        return Optional.of(
                Duration.between(now, now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES)));
    }

    private void expire(long preview, Instant at) {
        scheduler.add(PREVIEW, "%d:%d".formatted(preview, at.getEpochSecond()), at);
    }

    private void begin(long run) {
        scheduler.add(CRON, String.valueOf(run), clock.instant());
    }

    /** Whether work is due that an engine had better not leave. */
    boolean isBusy() {
        return alarms.isBusy()
                || crontab.isBusy()
                || jdbc.sql("select exists (select from %s where execution_time <= now())".formatted(TABLE))
                        .query(Boolean.class)
                        .single();
    }

    /** When something is due in an environment next. */
    private Optional<Instant> next(Environment environment) {
        return Stream.concat(crontab.next(environment).stream(), previews.expiry(environment.ref()).stream())
                .min(Instant::compareTo);
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
