package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.StaleFenceException;
import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The highest fence that an environment has seen, kept at the engine as the name of an empty volume: volumes are the one thing there
 * that needs no image, costs nothing, and stays until it is removed.
 */
final class Fences {

    private static final String PART = "fence.";

    private final ContainerEngine engine;
    private final Labels labels;

    Fences(ContainerEngine engine, Labels labels) {
        this.engine = engine;
        this.labels = labels;
    }

    /** Refuses a fence that is lower than one seen before, and remembers a higher one. */
    void require(long fence) {
        List<Long> seen = seen();
        long highest = seen.stream().mapToLong(Long::longValue).max().orElse(-1);
        if (fence < highest) {
            throw new StaleFenceException(fence, highest);
        }
        if (fence > highest) {
            engine.order(
                    "keep a fence",
                    docker -> docker.createVolumeCmd()
                            .withName(labels.name(PART + fence))
                            .withLabels(labels.of(Kind.FENCE))
                            .exec());
        }
        seen.stream().filter(old -> old < fence).forEach(this::remove);
    }

    void clear() {
        seen().forEach(this::remove);
    }

    private List<Long> seen() {
        Map<String, String> wanted = labels.of(Kind.FENCE);
        List<InspectVolumeResponse> volumes = engine.ask(
                "list volumes",
                docker -> docker.listVolumesCmd()
                        .withFilter("label", Labels.filters(wanted))
                        .exec()
                        .getVolumes());
        return Optional.ofNullable(volumes).orElse(List.of()).stream()
                .filter(volume -> volume.getLabels() != null
                        && volume.getLabels().entrySet().containsAll(wanted.entrySet()))
                .map(volume -> Long.parseLong(
                        volume.getName().substring(labels.name(PART).length())))
                .toList();
    }

    private void remove(long fence) {
        engine.unlessGone(
                "remove a fence",
                docker -> docker.removeVolumeCmd(labels.name(PART + fence)).exec());
    }
}
