package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.pipelines.PipelineSpec;
import com.crewyard.hosting.Suggestion;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the beginning of a run out of what somebody gave. */
public final class Beginnings {

    private Beginnings() {}

    /** @throws RefusedException when a parameter is unknown, missing or unfit */
    public static Runs.Beginning of(
            Definition definition,
            Map<String, String> given,
            Map<String, String> facts,
            Optional<String> key,
            String actor,
            Optional<StageRow> parent) {
        PipelineSpec spec = definition.spec();
        Map<String, String> parameters = parameters(spec, given);
        Optional<String> group = spec.concurrency()
                .map(concurrency -> Template.fill(concurrency.group(), new BeforeTheRun(spec, parameters, facts)));
        return new Runs.Beginning(definition, parameters, facts, key, actor, group, parent);
    }

    private static Map<String, String> parameters(PipelineSpec spec, Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> !spec.parameters().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw RefusedException.input(
                            spec.parameters().isEmpty()
                                    ? "%s takes no parameters; leave %s out.".formatted(spec.name(), name)
                                    : "%s has no parameter \"%s\"; %s"
                                            .formatted(
                                                    spec.name(),
                                                    name,
                                                    Suggestion.sentence(
                                                            name,
                                                            spec.parameters().keySet())));
                });
        Map<String, String> parameters = new TreeMap<>();
        for (PipelineSpec.Parameter parameter : spec.parameters().values()) {
            String value = Optional.ofNullable(given.get(parameter.name()))
                    .or(parameter::standard)
                    .orElseThrow(
                            () -> RefusedException.input("%s needs the parameter %s; give it with --param %s=VALUE."
                                    .formatted(spec.name(), parameter.name(), parameter.name())));
            parameter.unfit(value).ifPresent(reason -> {
                throw RefusedException.input(
                        "The parameter %s of %s: %s.".formatted(parameter.name(), spec.name(), reason));
            });
            parameters.put(parameter.name(), value);
        }
        return parameters;
    }

    /** What the name of a concurrency group may use. */
    private record BeforeTheRun(PipelineSpec spec, Map<String, String> parameters, Map<String, String> facts)
            implements Scope {

        @Override
        public String value(String path) {
            String name = path.substring(path.indexOf('.') + 1);
            if (path.startsWith("parameters.")) {
                return parameters.getOrDefault(name, "");
            }
            return path.startsWith("trigger.") ? facts.getOrDefault(name, "") : spec.name();
        }

        @Override
        public boolean good() {
            return true;
        }

        @Override
        public boolean bad() {
            return false;
        }
    }
}
