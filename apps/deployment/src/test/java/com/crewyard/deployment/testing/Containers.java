package com.crewyard.deployment.testing;

import com.crewyard.testing.ContainerHost;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is at the container engine of the tests, looked at from outside of the product. */
public final class Containers {

    private Containers() {}

    /** Containers, networks and volumes by the beginning of their names. */
    public static List<String> named(String beginning) {
        return asking(docker -> Stream.of(
                        docker.listContainersCmd().withShowAll(true).exec().stream()
                                .map(container -> container.getNames()[0].replaceFirst("^/", "")),
                        docker.listNetworksCmd().exec().stream().map(network -> network.getName()),
                        docker.listVolumesCmd().exec().getVolumes().stream().map(volume -> volume.getName()))
                .flatMap(names -> names)
                .filter(name -> name.startsWith(beginning))
                .toList());
    }

    public static List<String> running(String beginning) {
        return asking(docker -> docker.listContainersCmd().exec().stream()
                .map(container -> container.getNames()[0].replaceFirst("^/", ""))
                .filter(name -> name.startsWith(beginning))
                .toList());
    }

    public static Map<String, Long> limits(String container) {
        return asking(docker -> {
            var host = Objects.requireNonNull(
                    docker.inspectContainerCmd(container).exec().getHostConfig());
            return Map.of(
                    "memory", Objects.requireNonNull(host.getMemory()),
                    "nanoCpus", Objects.requireNonNull(host.getNanoCPUs()));
        });
    }

    /** Kills its program from outside, as the system does when it has no memory left. */
    public static void kill(String container) {
        asking(docker -> {
            InspectContainerResponse found =
                    docker.inspectContainerCmd(container).exec();
            long process = Objects.requireNonNull(found.getState().getPidLong());
            return ProcessHandle.of(process).map(ProcessHandle::destroyForcibly);
        });
    }

    private static <T> T asking(Function<DockerClient, T> question) {
        DefaultDockerClientConfig config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(ContainerHost.get().address())
                .build();
        try (DockerClient docker = DockerClientImpl.getInstance(
                config,
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .build())) {
            return question.apply(docker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
