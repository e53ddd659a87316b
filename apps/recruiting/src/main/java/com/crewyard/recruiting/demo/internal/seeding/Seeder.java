package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.demo.internal.seeding.Demonstration.Existing;
import com.crewyard.recruiting.platform.Hindsight;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.platform.Settings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the demonstration to life on a database without organizations: the careers site before the application is
 * ready, its past in the background. Every step is counted in its own transaction, so a process that is killed leaves
 * a place to go on from, and two processes do not take the same step.
 */
@Component
@ProcessRole.Only(ProcessRole.WORKER)
class Seeder implements ApplicationRunner, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Seeder.class);
    private static final int ATTEMPTS = 5;
    private static final int REPORT_EVERY = 20;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Settings settings;
    private final Demonstration demonstration;
    private final Founding founding;
    private final Enactment enactment;
    private final DemoStore store;
    private final TransactionOperations transactions;
    private volatile boolean stopping;
    private @Nullable Thread background;

    Seeder(
            Settings settings,
            Demonstration demonstration,
            Founding founding,
            Enactment enactment,
            DemoStore store,
            TransactionOperations transactions) {
        this.settings = settings;
        this.demonstration = demonstration;
        this.founding = founding;
        this.enactment = enactment;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.demo()) {
            existingOrFounded().ifPresent(this::begin);
        }
    }

    private Optional<Existing> existingOrFounded() {
        List<Existing> organizations = demonstration.all();
        if (organizations.isEmpty()) {
            try {
                founding.register();
            } catch (CrewyardException e) {
                // Another process was faster; its organization is found below.
                log.info("Demonstration data: {}", e.getMessage());
            }
        }
        return demonstration.find();
    }

    private void begin(Existing organization) {
        Tenancy.in(organization.id(), () -> {
            if (finished()) {
                return;
            }
            List<Step> steps = Plan.until(organization.origin().foundedAt().truncatedTo(ChronoUnit.SECONDS));
            int preparatory = (int) steps.stream().filter(Step::preparatory).count();
            goOn(steps.subList(0, preparatory));
            background = Thread.ofVirtual()
                    .name("demonstration")
                    .start(() -> Tenancy.in(organization.id(), () -> finish(steps)));
        });
    }

    private void finish(List<Step> steps) {
        try {
            goOn(steps);
            if (!stopping) {
                transactions.executeWithoutResult(_ -> store.finish());
                log.atInfo().addKeyValue("event", "demo.finished").log("Demonstration data: complete");
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                log.atError()
                        .addKeyValue("event", "demo.failed")
                        .setCause(e)
                        .log("Demonstration data: stopped; the next start goes on");
            }
        }
    }

    private void goOn(List<Step> steps) {
        long all = steps.stream().filter(Step.Applies.class::isInstance).count();
        int next = done();
        while (next < steps.size() && !stopping) {
            Step step = steps.get(next);
            if (take(next, step)) {
                next++;
            } else {
                next = done();
            }
            if (step instanceof Step.Applies) {
                report(steps.subList(0, next), all);
            }
        }
    }

    private static void report(List<Step> taken, long all) {
        long applications =
                taken.stream().filter(Step.Applies.class::isInstance).count();
        if (applications % REPORT_EVERY == 0 || applications == all) {
            log.info("Demonstration data: {} of {} applications", applications, all);
        }
    }

    private boolean take(int number, Step step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(transactions.execute(_ -> {
                    boolean ours = store.take(number);
                    if (ours) {
                        Hindsight.at(step.at(), () -> enactment.of(step));
                    }
                    return ours;
                }));
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private int done() {
        return transactions.execute(_ -> store.stepsDone());
    }

    private boolean finished() {
        return transactions.execute(_ -> store.isFinished());
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        Thread running = background;
        if (running != null) {
            running.join(LONGEST_STOP);
        }
    }
}
