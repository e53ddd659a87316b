package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.notifications.Outbox;
import com.crewyard.deployment.releases.Releases;
import com.crewyard.deployment.rollouts.internal.Announcements;
import com.crewyard.deployment.rollouts.internal.Checkpoints;
import com.crewyard.deployment.rollouts.internal.RolloutTask;
import com.crewyard.deployment.rollouts.internal.Runner;
import com.crewyard.deployment.rollouts.internal.Steps;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.deployment.work.DurableScheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on rollouts, several at a time, as long as it runs. Several engines on one database share the work. */
public final class RolloutEngine implements AutoCloseable {

    private static final Duration POLL_EVERY = Duration.ofMillis(100);

    private final Rollouts rollouts;
    private final DurableScheduler scheduler;

    /**
     * @param checkpoints hears of every moment at which the engine might die
     * @param more that is done beside rollouts, of the same table
     */
    public RolloutEngine(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Targets targets,
            java.util.function.Consumer<String> checkpoints,
            Collection<? extends Task<?>> more,
            Clock clock) {
        this.rollouts = new Rollouts(jdbc);
        Slots slots = new Slots(jdbc);
        Checkpoints moments = checkpoints::accept;
        Announcements announcements = new Announcements(new Environments(jdbc), new Outbox(jdbc, clock));
        Runner runner = new Runner(
                rollouts,
                new Releases(jdbc),
                new Environments(jdbc),
                targets,
                new Steps(rollouts, slots, new CanaryRecords(jdbc), this::hurry),
                announcements,
                transaction,
                this::enqueue,
                moments,
                clock);
        List<Task<?>> tasks = new ArrayList<>(more);
        tasks.add(new RolloutTask(runner));
        this.scheduler = new DurableScheduler(dataSource, "deploy.scheduled_tasks", "rollout-", POLL_EVERY, tasks);
    }

    /** @param alone whether no other engine can be there, so that what a dead one had begun is taken over at once */
    public void start(boolean alone) {
        scheduler.start(alone);
    }

    /** Adds the next piece of work, within the transaction that decides on it. */
    public void enqueue(long rollout, int seq) {
        scheduler.add(RolloutTask.NAME, RolloutTask.name(rollout, seq), Instant.now());
    }

    /** Has a rollout looked at now, whatever it is waiting for. */
    public void hurry(long rollout) {
        scheduler.hurry(
                RolloutTask.NAME,
                () -> RolloutTask.name(rollout, rollouts.byId(rollout).seq()));
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
