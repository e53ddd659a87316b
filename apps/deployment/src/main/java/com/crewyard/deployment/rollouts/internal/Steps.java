package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.rollouts.CanaryRecords;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slots;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** Which step does the work of which state. */
public final class Steps {

    private final Map<RolloutState, Step> steps = new EnumMap<>(RolloutState.class);

    /** @param hurry has a rollout looked at now */
    public Steps(Rollouts rollouts, Slots slots, CanaryRecords records, LongConsumer hurry) {
        steps.put(RolloutState.PREPARING, new Preparing(rollouts, slots));
        steps.put(RolloutState.SETTLING, new Settling(rollouts, hurry));
        steps.put(RolloutState.ASKING, new RunningCommand(Configuration.BEFORE));
        steps.put(RolloutState.EXPANDING, new RunningCommand(Configuration.EXPAND));
        steps.put(RolloutState.STOPPING, new Stopping());
        steps.put(RolloutState.STARTING, new Starting());
        steps.put(RolloutState.CHECKING, new Checking());
        steps.put(RolloutState.SHIFTING, new Shifting());
        steps.put(RolloutState.BAKING, new Baking(records));
        steps.put(RolloutState.THINNING, new Thinning());
        steps.put(RolloutState.VERIFYING, new Verifying(rollouts, slots));
        steps.put(RolloutState.LIVE, new Living());
        steps.put(RolloutState.RETIRING, new Retiring(rollouts, slots));
        steps.put(RolloutState.CONTRACTING, new Contracting(rollouts));
        steps.put(RolloutState.RESTORING, new Restoring());
        steps.put(RolloutState.REVERTING, new Reverting());
        steps.put(RolloutState.REMOVING, new Removing(rollouts, slots));
    }

    Step of(RolloutState state) {
        Step step = steps.get(state);
        if (step == null) {
            throw new IllegalStateException("nothing is to be done in state " + state);
        }
        return step;
    }
}
