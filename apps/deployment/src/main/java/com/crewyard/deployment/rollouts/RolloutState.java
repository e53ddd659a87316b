package com.crewyard.deployment.rollouts;

/** Where a rollout is. In each state one thing is done, by one step; what it leads to is in {@link RolloutFlow}. */
public enum RolloutState {
    /** The place is got ready and looked at. */
    PREPARING("preparing the environment"),
    /** An earlier release's window is closed: its warm slot goes, its contracting migration runs. */
    SETTLING("closing the window of the release before"),
    /** The operator's own command before anything changes. */
    ASKING("running the hook before"),
    /** The schema is made fit for both releases. */
    EXPANDING("expanding the schema"),
    /** The old instances end before the new ones start; requests are held meanwhile. */
    STOPPING("stopping the old instances"),
    STARTING("starting instances"),
    CHECKING("waiting until they are healthy"),
    /** Requests go to the new slot, or more of them. */
    SHIFTING("moving traffic"),
    /** A canary is watched. */
    BAKING("watching the canary"),
    /** Old instances that new ones replaced end. */
    THINNING("stopping replaced instances"),
    /** The operator's own command with all the traffic on the new release. */
    VERIFYING("verifying"),
    /** It has all the traffic; the former release stays at hand until the window closes. */
    LIVE("live"),
    /** The former release's instances end. */
    RETIRING("stopping the former release"),
    /** What only the former release needed is dropped from the schema. */
    CONTRACTING("contracting the schema"),
    DONE("done"),
    /** It goes back: the old instances that were stopped start again. */
    RESTORING("starting the old instances again"),
    REVERTING("moving traffic back"),
    REMOVING("removing the new instances"),
    ROLLED_BACK("rolled back");

    private final String activity;

    RolloutState(String activity) {
        this.activity = activity;
    }

    /** What is going on, as people read it. */
    public String activity() {
        return activity;
    }

    /** Nothing happens any more. */
    public boolean isEnd() {
        return this == DONE || this == ROLLED_BACK;
    }

    /** The new release has won. */
    public boolean isLive() {
        return this == LIVE || this == RETIRING || this == CONTRACTING || this == DONE;
    }

    public boolean isGoingBack() {
        return this == RESTORING || this == REVERTING || this == REMOVING;
    }

    /** An abort is still possible. */
    public boolean isMoving() {
        return !isLive() && !isGoingBack() && this != ROLLED_BACK;
    }
}
