package com.crewyard.deployment.rollouts;

import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Draws the state machine from what decides it, {@link RolloutFlow}. */
public final class RolloutDiagram {

    private RolloutDiagram() {}

    /** A Mermaid state diagram. Every state in which a rollout moves can fail; that is drawn as one edge from the group. */
    public static String of(Strategy strategy) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> moving\n    state moving {\n");
        Set<List<RolloutState>> edges = RolloutFlow.edges(strategy);
        edges.stream()
                .filter(edge -> edge.getFirst().isMoving() && edge.getLast().isMoving())
                .forEach(edge -> text.append("        ").append(line(edge)));
        text.append("    }\n");
        edges.stream()
                .filter(edge -> !edge.getLast().isMoving() && !edge.getLast().equals(RolloutState.RESTORING))
                .forEach(edge -> text.append("    ").append(line(edge)));
        return text.append("    moving --> restoring: fails or is aborted\n    done --> [*]\n    rolled_back --> [*]\n")
                .toString();
    }

    private static String line(List<RolloutState> edge) {
        return "%s --> %s\n".formatted(name(edge.getFirst()), name(edge.getLast()));
    }

    private static String name(RolloutState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
