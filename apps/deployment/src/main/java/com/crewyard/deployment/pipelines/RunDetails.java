package com.crewyard.deployment.pipelines;

import java.util.List;

/** @param stages in the order of the file */
public record RunDetails(RunLine run, String description, List<StageLine> stages) {

    /** @throws IllegalArgumentException when it has none of that name */
    public StageLine stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage " + name));
    }
}
