package com.crewyard.deployment.targets;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.hosting.spec.AppSpec;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place that an environment runs in. Every operation looks before it does, so that repeating it after a crash has the
 * effect of doing it once; whatever a target makes carries labels it can be found by.
 *
 * <p>Operations that change something carry a fence, which rises with each engine that takes a rollout over. A target
 * refuses a lower one than it has seen with {@link StaleFenceException}: that engine has lost its lease.
 */
public interface Target {

    /** Gets the place ready: starts or finds what runs and carries the environment, and checks that we may use it. */
    void prepare(long fence);

    /** Whether anything of the environment is there. Starts nothing. */
    boolean exists();

    /** Hands over the values of secrets; they are kept where the environment runs and nowhere else. */
    void secrets(Map<String, String> values);

    /** Names of the secrets whose values are kept. */
    Set<String> secretNames();

    /**
     * Gets databases of the environment's own ready: instances and jobs that name such a variable among their secrets get
     * its address. What is in them outlives {@link #destroy}.
     *
     * @param wanted the name of each by the variable that has its address
     * @param version of PostgreSQL, where the target has a choice
     */
    void databases(Map<String, String> wanted, Optional<String> version, long fence);

    /**
     * Gets folders ready that all instances and jobs share: those that name such a variable among their secrets get its path. What is
     * in them outlives {@link #destroy}.
     *
     * @param wanted the name of each by the variable that has its path
     * @param image any of the release's
     */
    void folders(Map<String, String> wanted, String image, long fence);

    /** Where the environment's own databases and folders are kept, if it has any. */
    Optional<String> data();

    /** Deletes the environment's own databases and folders; for after {@link #destroy}. */
    void deleteData();

    /** Starts those that do not run yet. Others are left alone. */
    void start(List<InstanceSpec> instances, long fence);

    /** Asks instances to end and returns at once. {@link #instances} no longer has those that did. */
    void stop(Collection<String> names, long fence);

    List<Instance> instances();

    /** Where this process reaches an instance's endpoint; its requests come from its own neighbours. */
    default Endpoint reach(Endpoint there) {
        return there;
    }

    /** Starts a job unless it was started before, and tells how far it is. */
    JobStatus job(JobSpec job, long fence);

    /** What a job said from a position in its output on, and the position behind that. */
    JobOutput jobOutput(String id, long from);

    /**
     * Chooses what carries the environment's requests.
     *
     * @param router its name in app specs; empty for what the target has by itself
     * @throws com.crewyard.deployment.routing.RoutingException when something else carries them already
     */
    void carriedBy(Optional<String> router, long fence);

    /**
     * Chooses who vouches for the names that the environment's routes have; empty leaves its requests in the clear.
     *
     * @throws TargetException where nobody ends TLS
     */
    default void securedBy(Optional<AppSpec.Tls> tls, long fence) {
        if (tls.isPresent()) {
            throw new TargetException(
                    "tls is ended on the target ssh alone; leave it out, and put a proxy with TLS before the published port.");
        }
    }

    /** What carries the environment's requests. */
    Router router();

    /** This place without those hosts of it that cannot be reached, for what is better done in part than not at all. */
    default Target sparingLost() {
        return this;
    }

    /** The hosts that were spared so far, by their names, each with the reason in a sentence. */
    default Map<String, String> lost() {
        return Map.of();
    }

    /** Whether an instance of this name is at one of these. */
    default boolean isLost(String instance) {
        return false;
    }

    /** Has the engine woken at a moment, though nobody calls it; empty takes an earlier wish back. */
    void wakeEngine(Optional<Instant> at);

    /** The end of what instances of a service said, the latest last, each line with its instance. */
    List<LogLine> logs(Optional<String> service, Optional<SlotRef> slot, int lines);

    /** What was said since a cursor, and the next cursor. */
    LogPage logsSince(Optional<String> service, Map<String, Long> cursor);

    /** Ends and removes all of it. */
    void destroy(long fence);
}
