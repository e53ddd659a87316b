package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.StaleFenceException;
import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import java.util.List;

/**
 * The highest fence that an environment has seen, kept at the engine as the name of an empty volume: volumes are the one thing there
 * that needs no image, costs nothing, and stays until it is removed.
 */
final class Fences {

    private final Volumes volumes;

    Fences(ContainerEngine engine, Labels labels) {
        this.volumes = new Volumes(engine, labels, Kind.FENCE, "fence.");
    }

    /** Refuses a fence that is lower than one seen before, and remembers a higher one. */
    void require(long fence) {
        List<Long> seen = seen();
        long highest = seen.stream().mapToLong(Long::longValue).max().orElse(-1);
        if (fence < highest) {
            throw new StaleFenceException(fence, highest);
        }
        if (fence > highest) {
            volumes.make(String.valueOf(fence));
        }
        seen.stream().filter(old -> old < fence).forEach(this::remove);
    }

    void clear() {
        seen().forEach(this::remove);
    }

    private List<Long> seen() {
        return volumes.names().stream().map(Long::valueOf).toList();
    }

    private void remove(long fence) {
        volumes.remove(String.valueOf(fence));
    }
}
