package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.pipelines.PipelineSpec.Upstream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins the pipelines that follow on a run that passed. */
final class Followers {

    private static final Logger log = LoggerFactory.getLogger(Followers.class);
    /** Runs that follow on one another in a circle come to an end. */
    private static final int LONGEST_CHAIN = 10;

    private static final String CHAIN = "chain";

    private final Definitions definitions;
    private final Consumer<Runs.Beginning> begin;

    Followers(Definitions definitions, Consumer<Runs.Beginning> begin) {
        this.definitions = definitions;
        this.begin = begin;
    }

    void begin(PipelineRun run, Definition of) {
        int chain = Integer.parseInt(run.facts().getOrDefault(CHAIN, "0")) + 1;
        for (Definition definition : definitions.current()) {
            definition.spec().triggers().upstream().stream()
                    .filter(upstream -> upstream.pipeline().equals(of.spec().name()))
                    .findFirst()
                    .ifPresent(upstream -> follow(run, of, definition, upstream, chain));
        }
    }

    private void follow(PipelineRun run, Definition of, Definition definition, Upstream upstream, int chain) {
        if (chain > LONGEST_CHAIN) {
            log.warn(
                    "pipeline {} is not begun: {} runs followed on one another",
                    definition.spec().name(),
                    LONGEST_CHAIN);
            return;
        }
        try {
            begin.accept(Beginnings.of(
                    definition,
                    upstream.parameters(),
                    Map.of(
                            "kind",
                            "upstream",
                            "actor",
                            run.actor(),
                            "upstream",
                            "%s #%d".formatted(of.spec().name(), run.number()),
                            "branch",
                            run.facts().getOrDefault("branch", ""),
                            "commit",
                            run.facts().getOrDefault("commit", ""),
                            CHAIN,
                            String.valueOf(chain)),
                    Optional.of("upstream:" + run.id()),
                    run.actor(),
                    Optional.empty()));
        } catch (RefusedException e) {
            log.warn(
                    "pipeline {} does not follow on {}: {}",
                    definition.spec().name(),
                    of.spec().name(),
                    e.sentence());
        }
    }
}
