package com.crewyard.deployment.targets;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.SlotRef;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance as the target has it.
 *
 * @param endpoint where it listens, when it does
 * @param handle the target's own name for it: a process id, a container id
 * @param restarts how often it ended by itself and was started again
 * @param last how it ended the last time, such as "exit code 1"
 */
public record Instance(
        String name,
        SlotRef slot,
        String service,
        int release,
        State state,
        Optional<Endpoint> endpoint,
        String handle,
        int restarts,
        Optional<String> last,
        Instant since) {

    /** How engines of containers abbreviate theirs. */
    private static final int LENGTH_OF_CONTAINER_IDS = 12;

    /** What it is to the target, in words, such as {@code process 4711}. */
    public String being() {
        return (handle.length() == LENGTH_OF_CONTAINER_IDS ? "container " : "process ") + handle;
    }

    public enum State {
        RUNNING,
        /** It ended by itself and is started again after a wait. */
        WAITING,
        /** It was asked to end. */
        STOPPING
    }
}
