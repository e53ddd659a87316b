package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Commands that run once, each in a container of its own that stays as the mark that it was run, until enough later ones have come.
 */
final class JobContainers {

    private static final int REMEMBERED = 20;
    private static final int MOST_LAST_WORDS = 200;
    private static final int PIECE_BYTES = 64 << 10;

    private final Containers containers;
    private final EnvironmentNetwork network;
    private final FolderVolumes folders;
    private final Output output;

    JobContainers(Containers containers, EnvironmentNetwork network, FolderVolumes folders) {
        this.containers = containers;
        this.network = network;
        this.folders = folders;
        this.output = new Output(containers.engine());
    }

    /** @param variables asked for when it is begun */
    JobStatus run(JobSpec job, Supplier<Variables> variables) {
        if (job.within().isPresent()) {
            return within(job, job.within().get(), variables.get());
        }
        Optional<InspectContainerResponse> found = containers.inspect(name(job.id()));
        if (found.isEmpty()) {
            forgetOldest();
            begin(job, variables.get());
            return new JobStatus.Running();
        }
        String status = String.valueOf(found.get().getState().getStatus());
        return switch (status) {
            case Containers.CREATED, "initialized" -> {
                containers.start(found.get().getId(), job.image());
                yield new JobStatus.Running();
            }
            case "exited", "stopped", "dead" -> ended(job, found.get());
            default -> running(job, found.get());
        };
    }

    JobOutput output(String id, long from) {
        byte[] all = output.bytes(name(id), command -> command);
        if (all.length <= from) {
            return new JobOutput(new byte[0], from);
        }
        int end = (int) Math.min(all.length, from + PIECE_BYTES);
        return new JobOutput(Arrays.copyOfRange(all, (int) from, end), end);
    }

    private void begin(JobSpec job, Variables variables) {
        Map<String, String> labels = new HashMap<>(containers.labels().of(Kind.JOB));
        labels.put(Labels.JOB, job.id());
        containers.run(
                "job." + job.id(),
                job.image(),
                Kind.JOB,
                HostConfig.newHostConfig().withNetworkMode(network.name()).withBinds(folders.binds()),
                command -> command.withLabels(labels).withEnv(variables.of(job)).withCmd(job.command()));
    }

    private JobStatus running(JobSpec job, InspectContainerResponse container) {
        Instant started = Containers.moment(String.valueOf(container.getState().getStartedAt()));
        if (started.plus(job.timeout()).isBefore(Instant.now())) {
            containers
                    .engine()
                    .unlessGone(
                            "stop a job",
                            docker -> docker.stopContainerCmd(container.getId())
                                    .withTimeout(5)
                                    .exec());
        }
        return new JobStatus.Running();
    }

    private JobStatus ended(JobSpec job, InspectContainerResponse container) {
        long code = Optional.ofNullable(container.getState().getExitCodeLong()).orElse(-1L);
        if (code == 0) {
            return new JobStatus.Succeeded();
        }
        Duration took = Duration.between(
                Containers.moment(String.valueOf(container.getState().getStartedAt())),
                Containers.moment(String.valueOf(container.getState().getFinishedAt())));
        boolean overdue = took.compareTo(job.timeout()) >= 0;
        return failed(
                job,
                overdue,
                code,
                String.join("\n", output.lines(container.getId(), command -> command.withTail(20))));
    }

    private JobStatus within(JobSpec job, String instance, Variables variables) {
        Commands.Ran ran = new Commands(containers.engine())
                .run(containers.labels().name(instance), job.command(), variables.of(job), job.timeout());
        long code = ran.exitCode().orElse((long) JobStatus.Failed.WITHOUT_CODE);
        return code == 0
                ? new JobStatus.Succeeded()
                : failed(job, ran.exitCode().isEmpty(), code, ran.said());
    }

    private static JobStatus failed(JobSpec job, boolean overdue, long code, String said) {
        String last = said.lines()
                .filter(line -> !line.isBlank())
                .reduce((_, second) -> second)
                .orElse("")
                .strip();
        String ending = (overdue
                        ? "it was not done after %d s and was ended"
                                .formatted(job.timeout().toSeconds())
                        : "it ended with exit code " + code)
                + (last.isEmpty() ? "" : ", after saying \"" + shortened(last) + "\"");
        return new JobStatus.Failed(overdue ? JobStatus.Failed.WITHOUT_CODE : (int) code, ending);
    }

    private static String shortened(String text) {
        return text.length() > MOST_LAST_WORDS ? text.substring(0, MOST_LAST_WORDS) + "…" : text;
    }

    /** A rollout has at most four, so those of one under way are among the latest. */
    private void forgetOldest() {
        List<Container> done = containers.all(Kind.JOB).stream()
                .filter(container -> !container.getState().equals(Containers.RUNNING))
                .sorted(Comparator.comparing(Container::getCreated).reversed())
                .toList();
        done.stream().skip(REMEMBERED).forEach(container -> containers.remove(container.getId()));
    }

    private String name(String id) {
        if (id.isBlank()) {
            throw new TargetException("A job has no id.");
        }
        return containers.labels().name("job." + id);
    }
}
