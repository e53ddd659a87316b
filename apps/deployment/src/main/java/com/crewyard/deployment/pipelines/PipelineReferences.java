package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.pipelines.PipelineSpec.Parameter;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.hosting.Suggestion;
import com.crewyard.hosting.yaml.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks what pipelines of one file say of one another, and the parameters that triggers give. */
final class PipelineReferences {

    private PipelineReferences() {}

    static void check(Map<String, PipelineSpec> pipelines, Fields fields) {
        pipelines
                .values()
                .forEach(pipeline -> fields.fields(pipeline.name()).ifPresent(own -> {
                    Fields triggers = own.fieldsOrNone("triggers");
                    pipeline.triggers()
                            .push()
                            .ifPresent(push ->
                                    given(pipeline, push.parameters(), triggers.fieldsOrNone("push"), "parameters"));
                    pipeline.triggers()
                            .pullRequest()
                            .ifPresent(pull -> given(
                                    pipeline, pull.parameters(), triggers.fieldsOrNone("pull_request"), "parameters"));
                    Stream.concat(
                                    pipeline.triggers().schedules().stream().map(PipelineSpec.Schedule::parameters),
                                    pipeline.triggers().upstream().stream().map(PipelineSpec.Upstream::parameters))
                            .forEach(parameters -> given(pipeline, parameters, own, "triggers"));
                    if (!pipeline.triggers().schedules().isEmpty()
                            || forges(pipeline).findAny().isPresent()) {
                        needsNobody(pipeline, own);
                    }
                    if (leadsTo(pipeline, pipeline.name(), pipelines, new HashSet<>())) {
                        own.refuse("stages", "it starts itself by its stages of type pipeline");
                    }
                }));
    }

    private static Stream<PipelineSpec.Push> forges(PipelineSpec pipeline) {
        return Stream.concat(pipeline.triggers().push().stream(), pipeline.triggers().pullRequest().stream());
    }

    private static void given(PipelineSpec pipeline, Map<String, String> given, Fields fields, String field) {
        given.forEach((name, value) -> {
            Parameter parameter = pipeline.parameters().get(name);
            if (parameter == null) {
                fields.refuse(
                        field,
                        "there is no parameter \"%s\"; %s"
                                .formatted(
                                        name,
                                        Suggestion.sentence(
                                                name, pipeline.parameters().keySet())));
            } else {
                parameter.unfit(value).ifPresent(reason -> fields.refuse(field, "%s: %s".formatted(name, reason)));
            }
        });
    }

    /** A trigger has nobody to ask for what has no value by itself. */
    private static void needsNobody(PipelineSpec pipeline, Fields fields) {
        List<Map<String, String>> given = Stream.concat(
                        forges(pipeline).map(PipelineSpec.Push::parameters),
                        pipeline.triggers().schedules().stream().map(PipelineSpec.Schedule::parameters))
                .toList();
        pipeline.parameters().values().stream()
                .filter(parameter -> parameter.standard().isEmpty())
                .filter(parameter -> given.stream().anyMatch(one -> !one.containsKey(parameter.name())))
                .forEach(parameter -> fields.refuse(
                        "triggers",
                        "the parameter %s has no default, so each trigger has to give it under parameters"
                                .formatted(parameter.name())));
    }

    private static boolean leadsTo(
            PipelineSpec from, String name, Map<String, PipelineSpec> pipelines, Set<String> seen) {
        return from.stages().values().stream()
                .map(PipelineSpec.Stage::work)
                .filter(Work.Another.class::isInstance)
                .map(work -> ((Work.Another) work).pipeline())
                .anyMatch(next -> next.equals(name)
                        || seen.add(next)
                                && pipelines.containsKey(next)
                                && leadsTo(
                                        java.util.Objects.requireNonNull(pipelines.get(next)), name, pipelines, seen));
    }
}
