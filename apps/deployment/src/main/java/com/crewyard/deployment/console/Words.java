package com.crewyard.deployment.console;

import com.crewyard.deployment.rollouts.CanaryVerdict;
import java.util.Locale;

/** How states look: the word, its tone and its sign. */
public record Words(String label, String tone, String icon) {

    /** Of a slot, a release or a rollout, as statuses have it. */
    public static Words of(String state) {
        return switch (state) {
            case "live", "done" -> new Words(state, "good", "check");
            case "warm" -> new Words("warm", "calm", "pause");
            case "starting" -> new Words("starting", "calm", "refresh");
            case "rolled-back" -> new Words("rolled back", "bad", "undo");
            case "restoring", "reverting", "removing" -> new Words("going back", "warn", "undo");
            case "past", "gone", "new" -> new Words(state, "neutral", "");
            case "baking" -> new Words("watching", "calm", "eye");
            case "shifting" -> new Words("moving traffic", "calm", "move");
            case "checking" -> new Words("checking health", "calm", "refresh");
            case "thinning", "stopping", "retiring" -> new Words("stopping the former", "calm", "refresh");
            case "asking", "settling" -> new Words("preparing", "calm", "refresh");
            case "expanding", "contracting" -> new Words("migrating", "calm", "refresh");
            default -> new Words(state, "calm", "refresh");
        };
    }

    /** Of what statistics said. */
    public static Words of(CanaryVerdict.Outcome outcome) {
        return switch (outcome) {
            case PASS -> new Words("passes", "good", "check");
            case FAIL -> new Words("worse", "bad", "close");
            case INSUFFICIENT -> new Words("undecided", "warn", "alert");
        };
    }

    /** Of an instance. */
    public static Words of(Enum<?> state) {
        return switch (state.name()) {
            case "RUNNING" -> new Words("running", "good", "check");
            case "WAITING" -> new Words("ended, starts again", "bad", "alert");
            default -> new Words(state.name().toLowerCase(Locale.ROOT), "neutral", "");
        };
    }
}
