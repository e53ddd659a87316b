package com.crewyard.deployment.console;

import com.crewyard.deployment.pipelines.PipelineLine;
import com.crewyard.deployment.pipelines.RunLine;
import java.util.List;

/** The pipelines that are known, and their latest runs. */
public record PipelinesView(List<PipelineLine> pipelines, List<RunLine> runs) {

    public boolean empty() {
        return pipelines.isEmpty();
    }

    /** How many runs wait for somebody. */
    public long needing() {
        return runs.stream()
                .filter(run -> !run.isOver() && !run.awaiting().isEmpty())
                .count();
    }

    public StageWords words(RunLine run) {
        return StageWords.of(run);
    }
}
