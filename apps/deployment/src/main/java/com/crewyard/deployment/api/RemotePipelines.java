package com.crewyard.deployment.api;

import com.crewyard.deployment.pipelines.LogPart;
import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.pipelines.PipelineLine;
import com.crewyard.deployment.pipelines.PipelineOperations;
import com.crewyard.deployment.pipelines.RunDetails;
import com.crewyard.deployment.pipelines.RunLine;
import com.crewyard.deployment.pipelines.RunOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pipelines of a server, as if they were here: same calls, same answers, same refusals. */
public final class RemotePipelines implements PipelineOperations {

    private static final String RUNS = "/pipeline-runs/";

    private final Server server;
    private final Optional<String> folder;

    /** @param folder on the server's machine, in which commands run; on this machine, the file's own is taken by default */
    public RemotePipelines(Server server, Optional<String> folder) {
        this.server = server;
        this.folder = folder;
    }

    @Override
    public List<PipelineLine> publish(PipelineFile file, String actor) {
        return server.put("/pipelines", wire(file, actor), PipelineLine.class);
    }

    @Override
    public long run(RunOrder order) {
        return server.post(
                        "/pipeline-runs",
                        new Wire.Run(
                                order.pipeline(),
                                order.parameters(),
                                order.file()
                                        .map(file -> wire(file, order.actor()))
                                        .orElse(null),
                                order.actor(),
                                order.by().name().toLowerCase(Locale.ROOT)),
                        Wire.BegunRun.class)
                .run();
    }

    @Override
    public RunDetails run(long id) {
        return server.get(RUNS + id, Map.of(), RunDetails.class);
    }

    @Override
    public List<PipelineLine> pipelines() {
        return server.list("/pipelines", Map.of(), PipelineLine.class);
    }

    @Override
    public List<RunLine> runs(Optional<String> pipeline, int count) {
        Map<String, Object> parameters = new TreeMap<>(Map.of("count", count));
        pipeline.ifPresent(name -> parameters.put("pipeline", name));
        return server.list("/pipeline-runs", parameters, RunLine.class);
    }

    @Override
    public void decide(long run, String stage, boolean approved, String actor) {
        server.post(RUNS + run + "/stages/" + stage + "/decision", new Wire.Decision(approved, actor));
    }

    @Override
    public void cancel(long run, String actor) {
        server.post(RUNS + run + "/cancellation", new Wire.By(actor));
    }

    @Override
    public LogPart log(long run, String stage, long from) {
        return server.get(RUNS + run + "/stages/" + stage + "/log", Map.of("from", from), LogPart.class);
    }

    private Wire.Pipelines wire(PipelineFile file, String actor) {
        Optional<String> there =
                folder.or(() -> server.isHere() ? Optional.of(file.base().toString()) : Optional.empty());
        return Wire.Pipelines.of(file, there, actor);
    }
}
