package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What callers of a console can do with pipelines: each operation when the {@link Guard} lets them, in their own name. A
 * pipeline runs commands on the server's machine and deploys where its file says, so publishing one takes an administrator of
 * everything; running it takes a role for the pipeline.
 */
final class GuardedPipelines implements PipelineOperations {

    private final Pipelines operations;
    private final Guard guard;

    GuardedPipelines(Pipelines operations, Guard guard) {
        this.operations = operations;
        this.guard = guard;
    }

    @Override
    public List<PipelineLine> publish(PipelineFile file, String actor) {
        return operations.publish(
                file, guard.requireEverywhere(Permission.ADMINISTER).actor(actor));
    }

    @Override
    public long run(RunOrder order) {
        Caller caller = guard.require(Permission.DEPLOY, Scope.pipeline(order.pipeline()));
        order.file().ifPresent(_ -> guard.requireEverywhere(Permission.ADMINISTER));
        return operations.run(new RunOrder(
                order.pipeline(), order.parameters(), order.file(), caller.actor(order.actor()), order.by()));
    }

    @Override
    public RunDetails run(long id) {
        RunDetails details = operations.run(id);
        guard.require(Permission.VIEW, Scope.pipeline(details.run().pipeline()), absent(id));
        return details;
    }

    /** Those that the caller may see. */
    @Override
    public List<PipelineLine> pipelines() {
        return operations.pipelines().stream().filter(line -> sees(line.name())).toList();
    }

    /** Those of pipelines that the caller may see. */
    @Override
    public List<RunLine> runs(Optional<String> pipeline, int count) {
        pipeline.ifPresent(name -> guard.require(Permission.VIEW, Scope.pipeline(name)));
        return operations.runs(pipeline, guard.sight(), count);
    }

    @Override
    public void decide(long run, String stage, boolean approved, String actor) {
        operations.decide(run, stage, approved, actor(Permission.APPROVE, run, actor));
    }

    @Override
    public void cancel(long run, String actor) {
        operations.cancel(run, actor(Permission.DEPLOY, run, actor));
    }

    @Override
    public LogPart log(long run, String stage, long from) {
        actor(Permission.VIEW, run, "");
        return operations.log(run, stage, from);
    }

    private boolean sees(String pipeline) {
        return guard.may(Permission.VIEW, Scope.pipeline(pipeline));
    }

    private String actor(Permission permission, long run, String claimed) {
        String pipeline = operations.run(run).run().pipeline();
        return guard.require(permission, Scope.pipeline(pipeline), absent(run)).actor(claimed);
    }

    private static String absent(long run) {
        return "There is no run %d.".formatted(run);
    }
}
