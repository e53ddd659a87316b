package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.Command;
import com.crewyard.deployment.rollouts.ReleaseJob;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.JobStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Runs a command of the release once, such as its migration. */
final class RunningCommand implements Step {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final String purpose;

    RunningCommand(String purpose) {
        this.purpose = purpose;
    }

    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        Optional<Command> command = situation.release().configuration().command(purpose);
        if (command.isEmpty()) {
            return new Outcome.Done("there is no %s command".formatted(purpose));
        }
        if (situation.rollout().kind() != Rollout.Kind.DEPLOY && isMigration()) {
            return new Outcome.Done("a %s leaves the schema as it is"
                    .formatted(situation.rollout().kind().name().toLowerCase(Locale.ROOT)));
        }
        JobSpec job = ReleaseJob.of(
                situation.release(),
                "rollout-%d-%s".formatted(situation.rollout().id(), purpose),
                command.get());
        JobStatus status = situation.target().job(job, situation.fence());
        while (status instanceof JobStatus.Running) {
            if (situation.attention().getAsBoolean()) {
                return new Outcome.Later(Duration.ofMillis(LOOK_EVERY_MILLIS));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
            status = situation.target().job(job, situation.fence());
        }
        return status instanceof JobStatus.Failed failed
                ? new Outcome.Failed("The %s command failed: %s.".formatted(purpose, failed.ending()))
                : new Outcome.Done("the %s command succeeded".formatted(purpose));
    }

    private boolean isMigration() {
        return purpose.equals(Configuration.EXPAND) || purpose.equals(Configuration.CONTRACT);
    }
}
