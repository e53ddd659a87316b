package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.ReleaseJob;
import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.Target;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Runs a command of somebody's own beside the live release's instances, as they are run. */
final class RunningOnce {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final Target target;
    private final Release release;

    RunningOnce(Target target, Release release) {
        this.target = target;
        this.release = release;
    }

    JobSpec job(RunRequest request) {
        Configuration configuration = release.configuration();
        String service = request.service()
                .or(() -> configuration.listening().stream().findFirst())
                .or(() -> configuration.services().keySet().stream().findFirst())
                .orElseThrow(() -> RefusedException.input("Release %d has no service.".formatted(release.number())));
        if (!configuration.services().containsKey(service)) {
            throw RefusedException.input("Release %d has no service \"%s\"; it has %s."
                    .formatted(
                            release.number(),
                            service,
                            String.join(", ", configuration.services().keySet())));
        }
        return ReleaseJob.of(
                release,
                "run-" + UUID.randomUUID(),
                new Configuration.Command(service, request.command(), Map.of(), request.timeout()));
    }

    /** Gives what it says on and returns its end. */
    JobStatus follow(JobSpec job, long fence, Consumer<byte[]> output) throws InterruptedException {
        long position = 0;
        JobStatus status = target.job(job, fence);
        while (status instanceof JobStatus.Running) {
            position = pass(job, position, output);
            Thread.sleep(LOOK_EVERY_MILLIS);
            status = target.job(job, fence);
        }
        pass(job, position, output);
        return status;
    }

    private long pass(JobSpec job, long from, Consumer<byte[]> output) {
        long position = from;
        JobOutput piece = target.jobOutput(job.id(), position);
        while (piece.bytes().length > 0) {
            output.accept(piece.bytes());
            position = piece.next();
            piece = target.jobOutput(job.id(), position);
        }
        return position;
    }
}
