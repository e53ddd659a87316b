package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.ReleaseJob;
import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.StaleFenceException;
import com.crewyard.deployment.targets.Target;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Runs a command of somebody's own beside the live release's instances, as they are run. */
final class RunningOnce {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final Target target;
    private final Release release;
    private long fence;

    RunningOnce(Target target, Release release) {
        this.target = target;
        this.release = release;
    }

    JobSpec job(RunRequest request, String id) {
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
                release, id, new Configuration.Command(service, request.command(), Map.of(), request.timeout()));
    }

    /**
     * Gives what it says on and returns its end.
     *
     * @param fences a higher one each time: a rollout that does something meanwhile does not end the command
     */
    JobStatus follow(JobSpec job, LongSupplier fences, Consumer<byte[]> output) throws InterruptedException {
        fence = fences.getAsLong();
        long position = 0;
        JobStatus status = look(job, fences);
        while (status instanceof JobStatus.Running) {
            position = pass(job, position, output);
            Thread.sleep(LOOK_EVERY_MILLIS);
            status = look(job, fences);
        }
        pass(job, position, output);
        return status;
    }

    private JobStatus look(JobSpec job, LongSupplier fences) {
        while (true) {
            try {
                return target.job(job, fence);
            } catch (StaleFenceException _) {
                fence = fences.getAsLong();
            }
        }
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
