package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.time.Instant;
import java.util.Optional;

/**
 * A release on its way.
 *
 * @param fromRelease what was live when it began
 * @param seq counts its transitions
 * @param fence of whoever works on it
 * @param slot where its instances are
 * @param reusesSlot whether they ran already, warm, when it began
 * @param reason why it went back
 * @param trouble why the present state's work, which is tried until it works, does not work yet
 * @param countersBefore the router's counters when it began, and once it is live, of that moment; as JSON
 */
public record Rollout(
        long id,
        long environment,
        long release,
        Optional<Long> fromRelease,
        Kind kind,
        Strategy strategy,
        RolloutState state,
        int step,
        int seq,
        long fence,
        SlotRef slot,
        Optional<SlotRef> fromSlot,
        boolean reusesSlot,
        boolean paused,
        Optional<Request> request,
        Optional<String> requestedBy,
        Optional<String> reason,
        String actor,
        Optional<String> countersBefore,
        Optional<String> loss,
        Instant startedAt,
        Instant stateSince,
        Optional<Instant> windowEndsAt,
        Optional<Instant> endedAt,
        Optional<String> trouble) {

    public enum Kind {
        DEPLOY,
        ROLLBACK,
        /** The live release in new instances, in place of those that are not as they should be. */
        REPAIR
    }

    /** What somebody wants of a rollout under way. */
    public enum Request {
        ABORT,
        /** Go on with all the traffic at once. */
        PROMOTE,
        /** Close the window now. */
        CLOSE
    }

    public RolloutFlow.Position position() {
        return new RolloutFlow.Position(state, step);
    }
}
