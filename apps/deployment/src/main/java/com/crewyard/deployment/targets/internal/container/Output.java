package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** What containers write on their outputs. */
record Output(ContainerEngine engine) {

    private static final long LONGEST_SECONDS = 60;

    /** Gathers frames. */
    static final class Gathering extends ResultCallback.Adapter<Frame> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void onNext(Frame frame) {
            bytes.writeBytes(frame.getPayload());
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    /** All of it so far, or what is asked for; nothing when the container is gone. */
    byte[] bytes(String container, UnaryOperator<LogContainerCmd> which) {
        return engine.ask("tell what a container said", docker -> {
            try (Gathering gathering = new Gathering()) {
                boolean whole = which.apply(docker.logContainerCmd(container)
                                .withStdOut(true)
                                .withStdErr(true))
                        .exec(gathering)
                        .awaitCompletion(LONGEST_SECONDS, TimeUnit.SECONDS);
                if (!whole) {
                    throw new TargetException("The container engine did not tell what a container said within %d s."
                            .formatted(LONGEST_SECONDS));
                }
                return gathering.bytes();
            } catch (DockerException e) {
                if (!ContainerEngine.isMissing(e)) {
                    throw e;
                }
                return new byte[0];
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TargetException("Waiting for what a container said was interrupted.", e);
            } catch (java.io.IOException e) {
                throw new TargetException("What a container said cannot be read (%s).".formatted(e.getMessage()), e);
            }
        });
    }

    List<String> lines(String container, UnaryOperator<LogContainerCmd> which) {
        return new String(bytes(container, which), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
