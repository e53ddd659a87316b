package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec.Stage;
import com.crewyard.deployment.pipelines.StageState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a stage knows of its run. */
final class RunScope implements Scope {

    private final PipelineRun run;
    private final String pipeline;
    private final List<String> needs;
    private final Supplier<Map<String, StageRow>> rows;
    private final Map<String, StageState> decided;

    /**
     * @param rows read when they are needed
     * @param decided since they were read
     */
    RunScope(
            PipelineRun run,
            Definition definition,
            Stage stage,
            Supplier<Map<String, StageRow>> rows,
            Map<String, StageState> decided) {
        this.run = run;
        this.pipeline = definition.spec().name();
        this.needs = stage.needs();
        this.rows = rows;
        this.decided = decided;
    }

    @Override
    public String value(String path) {
        String[] parts = path.split("\\.", -1);
        return switch (parts[0]) {
            case "parameters" -> run.parameters().getOrDefault(parts[1], "");
            case "trigger" -> run.facts().getOrDefault(parts[1], "");
            case "stages" ->
                parts[2].equals("state")
                        ? state(parts[1]).word()
                        : Optional.ofNullable(rows.get().get(parts[1]))
                                .map(row -> row.output().getOrDefault(parts[3], ""))
                                .orElse("");
            case "pipeline" -> pipeline;
            case "run" -> String.valueOf(parts[1].equals("id") ? run.id() : run.number());
            default -> throw new IllegalArgumentException("\"%s\" stands for nothing".formatted(path));
        };
    }

    @Override
    public boolean good() {
        return needs.stream().allMatch(need -> state(need).isGood());
    }

    @Override
    public boolean bad() {
        return needs.stream().map(this::state).anyMatch(state -> state.isEnd() && !state.isGood());
    }

    private StageState state(String stage) {
        StageState known = decided.get(stage);
        if (known != null) {
            return known;
        }
        StageRow row = rows.get().get(stage);
        return row == null ? StageState.WAITING : row.state();
    }
}
