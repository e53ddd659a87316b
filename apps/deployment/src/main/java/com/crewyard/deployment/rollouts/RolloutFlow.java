package com.crewyard.deployment.rollouts;

import static com.crewyard.deployment.rollouts.RolloutState.ASKING;
import static com.crewyard.deployment.rollouts.RolloutState.BAKING;
import static com.crewyard.deployment.rollouts.RolloutState.CHECKING;
import static com.crewyard.deployment.rollouts.RolloutState.CONTRACTING;
import static com.crewyard.deployment.rollouts.RolloutState.DONE;
import static com.crewyard.deployment.rollouts.RolloutState.EXPANDING;
import static com.crewyard.deployment.rollouts.RolloutState.LIVE;
import static com.crewyard.deployment.rollouts.RolloutState.PREPARING;
import static com.crewyard.deployment.rollouts.RolloutState.REMOVING;
import static com.crewyard.deployment.rollouts.RolloutState.RESTORING;
import static com.crewyard.deployment.rollouts.RolloutState.RETIRING;
import static com.crewyard.deployment.rollouts.RolloutState.REVERTING;
import static com.crewyard.deployment.rollouts.RolloutState.ROLLED_BACK;
import static com.crewyard.deployment.rollouts.RolloutState.SETTLING;
import static com.crewyard.deployment.rollouts.RolloutState.SHIFTING;
import static com.crewyard.deployment.rollouts.RolloutState.STARTING;
import static com.crewyard.deployment.rollouts.RolloutState.STOPPING;
import static com.crewyard.deployment.rollouts.RolloutState.THINNING;
import static com.crewyard.deployment.rollouts.RolloutState.VERIFYING;

import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which state follows which: the whole state machine of every strategy, and nothing else. */
public final class RolloutFlow {

    private RolloutFlow() {}

    /** Where a rollout goes, and at which step of its strategy it is then. */
    public record Position(RolloutState state, int step) {}

    /** What follows when a state's work is done. */
    public static Position next(Strategy strategy, Position at, int lastStep) {
        int step = at.step();
        boolean last = step >= lastStep;
        return switch (at.state()) {
            case PREPARING -> new Position(SETTLING, step);
            case SETTLING -> new Position(ASKING, step);
            case ASKING -> new Position(EXPANDING, step);
            case EXPANDING -> new Position(strategy == Strategy.RECREATE ? STOPPING : STARTING, step);
            case STOPPING -> new Position(STARTING, step);
            case STARTING -> new Position(CHECKING, step);
            case CHECKING -> new Position(SHIFTING, step);
            case SHIFTING ->
                switch (strategy) {
                    case CANARY, SHADOW -> new Position(last ? VERIFYING : BAKING, step);
                    case ROLLING -> new Position(THINNING, step);
                    case BLUE_GREEN -> last ? new Position(VERIFYING, step) : new Position(STARTING, step + 1);
                    case RECREATE -> new Position(VERIFYING, step);
                };
            case BAKING -> new Position(SHIFTING, step + 1);
            case THINNING -> last ? new Position(VERIFYING, step) : new Position(STARTING, step + 1);
            case VERIFYING -> new Position(LIVE, step);
            case LIVE -> new Position(RETIRING, step);
            case RETIRING -> new Position(CONTRACTING, step);
            case CONTRACTING, DONE -> new Position(DONE, step);
            case RESTORING -> new Position(REVERTING, step);
            case REVERTING -> new Position(REMOVING, step);
            case REMOVING, ROLLED_BACK -> new Position(ROLLED_BACK, step);
        };
    }

    /** Where a failure leads; only a rollout that moves can fail, the way back and what follows is tried until it works. */
    public static Position onFailure(Position at) {
        return at.state().isMoving() ? new Position(RESTORING, at.step()) : at;
    }

    /** Every edge of a strategy, as {@code docs/architecture.md} draws them. */
    public static Set<List<RolloutState>> edges(Strategy strategy) {
        Set<List<RolloutState>> edges = new LinkedHashSet<>();
        List<Position> open = new ArrayList<>(List.of(new Position(PREPARING, 0)));
        Set<Position> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Position at = open.removeFirst();
            if (seen.add(at) && !at.state().isEnd()) {
                Position next = next(strategy, at, 1);
                edges.add(List.of(at.state(), next.state()));
                open.add(next);
                if (at.state().isMoving()) {
                    Position failed = onFailure(at);
                    edges.add(List.of(at.state(), failed.state()));
                    open.add(failed);
                }
            }
        }
        return edges;
    }
}
