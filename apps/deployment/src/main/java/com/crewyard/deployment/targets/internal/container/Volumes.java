package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Volumes of an environment that are of one kind.
 *
 * @param prefix what their names have behind the environment's
 */
record Volumes(ContainerEngine engine, Labels labels, Kind kind, String prefix) {

    /** What the engine calls the volume of a name. */
    String volume(String name) {
        return labels.name(prefix + name);
    }

    /** Does nothing when it is there. */
    void make(String name) {
        engine.order(
                "make a volume",
                docker -> docker.createVolumeCmd()
                        .withName(volume(name))
                        .withLabels(labels.of(kind))
                        .exec());
    }

    /** The names of those that are there. */
    List<String> names() {
        Map<String, String> wanted = labels.of(kind);
        List<InspectVolumeResponse> found = engine.ask(
                "list volumes",
                docker -> docker.listVolumesCmd()
                        .withFilter("label", Labels.filters(wanted))
                        .exec()
                        .getVolumes());
        return Optional.ofNullable(found).orElse(List.of()).stream()
                .filter(volume -> volume.getLabels() != null
                        && volume.getLabels().entrySet().containsAll(wanted.entrySet()))
                .map(volume -> volume.getName().substring(volume("").length()))
                .sorted()
                .toList();
    }

    void remove(String name) {
        engine.unlessGone(
                "remove a volume",
                docker -> docker.removeVolumeCmd(volume(name)).exec());
    }
}
