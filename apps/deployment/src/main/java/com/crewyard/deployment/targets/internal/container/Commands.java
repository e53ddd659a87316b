package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Commands within a container that runs. */
record Commands(ContainerEngine engine) {

    /** @param exitCode empty when it took too long */
    record Ran(Optional<Long> exitCode, String said) {}

    Ran run(String container, List<String> command, List<String> variables, Duration timeout) {
        return engine.ask("run %s in a container".formatted(command.getFirst()), docker -> {
            String id = docker.execCreateCmd(container)
                    .withCmd(command.toArray(String[]::new))
                    .withEnv(variables)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .exec()
                    .getId();
            try (Output.Gathering said = new Output.Gathering()) {
                boolean ended =
                        docker.execStartCmd(id).exec(said).awaitCompletion(timeout.toMillis(), TimeUnit.MILLISECONDS);
                return new Ran(
                        ended
                                ? Optional.ofNullable(
                                        docker.inspectExecCmd(id).exec().getExitCodeLong())
                                : Optional.empty(),
                        said.text());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TargetException("Waiting for a command in a container was interrupted.", e);
            } catch (IOException e) {
                throw new TargetException(
                        "What a command in a container said cannot be read (%s).".formatted(e.getMessage()), e);
            }
        });
    }
}
