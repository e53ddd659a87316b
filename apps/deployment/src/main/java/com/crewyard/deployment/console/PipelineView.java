package com.crewyard.deployment.console;

import com.crewyard.deployment.pipelines.PipelineLine;
import com.crewyard.deployment.pipelines.RunLine;
import com.crewyard.web.Choice;
import com.crewyard.web.Form;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pipeline, and the form that starts it.
 *
 * @param problem why it was not started; empty when nobody tried
 */
public record PipelineView(PipelineLine pipeline, List<RunLine> runs, Form form, String problem) {

    public boolean refused() {
        return !problem.isEmpty();
    }

    public String path() {
        return "/pipelines/" + pipeline.name();
    }

    public StageWords words(RunLine run) {
        return StageWords.of(run);
    }

    /** What a field holds: what was typed, or else what holds by itself. */
    public String value(PipelineLine.PipelineParameter parameter) {
        String typed = form.value(parameter.name());
        return typed.isEmpty() ? parameter.standard().orElse("") : typed;
    }

    /** Empty when anything may be typed. */
    public List<Choice> choices(PipelineLine.PipelineParameter parameter) {
        return (parameter.type().equals("boolean") && parameter.values().isEmpty()
                        ? Stream.of("true", "false")
                        : parameter.values().stream())
                .map(value -> Choice.of(value, value))
                .toList();
    }
}
