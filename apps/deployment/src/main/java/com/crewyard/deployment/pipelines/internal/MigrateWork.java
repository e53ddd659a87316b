package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.engine.Deployments;
import com.crewyard.deployment.engine.RunRequest;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobStatus;
import java.nio.charset.StandardCharsets;

/**
 * Runs a job of an environment. The target starts one only by the same name. It is not ended from outside, for a migration
 * in the middle helps nobody: who cancels waits for it.
 */
record MigrateWork(Deployments deployments, Stages stages, StageLogs logs, Work.Migrate work) implements StageWork {

    @Override
    public Outcome look(Situation situation) {
        StageRow row = situation.row();
        EnvironmentRef environment = situation.environment(work.app(), situation.fill(work.environment()));
        String job = "pipeline-%d-%s-%d".formatted(row.run(), row.name(), row.attempt());
        if (row.handle().isEmpty() && !stages.handle(row, job)) {
            return situation.lookAgain();
        }
        RunRequest request = new RunRequest(
                work.service(),
                work.command().stream().map(situation::fill).toList(),
                situation.stage().timeout(),
                situation.run().actor());
        JobStatus status = deployments.job(environment, request, job);
        keep(row, deployments, environment, job);
        return switch (status) {
            case JobStatus.Running _ -> situation.lookAgain();
            case JobStatus.Succeeded _ -> new Outcome.Passed("it ended well");
            case JobStatus.Failed failed -> new Outcome.Failed("It failed: %s.".formatted(failed.ending()));
        };
    }

    @Override
    public Outcome cancel(Situation situation) throws InterruptedException {
        if (situation.row().handle().isEmpty()) {
            return StageWork.super.cancel(situation);
        }
        Outcome outcome = look(situation);
        return outcome instanceof Outcome.Later
                ? outcome
                : new Outcome.Cancelled("it had begun and was not interrupted");
    }

    /** The target ends what takes too long. */
    @Override
    public Outcome giveUp(Situation situation) throws InterruptedException {
        return situation.row().handle().isEmpty() ? StageWork.super.giveUp(situation) : look(situation);
    }

    private void keep(StageRow row, Deployments from, EnvironmentRef environment, String job) {
        long position = logs.length(row.run(), row.name(), row.attempt());
        JobOutput piece = from.jobOutput(environment, job, position);
        while (piece.bytes().length > 0) {
            logs.add(
                    row.run(),
                    row.name(),
                    row.attempt(),
                    position,
                    piece.bytes().length,
                    new String(piece.bytes(), StandardCharsets.UTF_8));
            position = piece.next();
            piece = from.jobOutput(environment, job, position);
        }
    }
}
