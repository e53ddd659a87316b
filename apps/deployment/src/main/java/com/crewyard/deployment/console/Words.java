package com.crewyard.deployment.console;

import com.crewyard.deployment.rollouts.CanaryVerdict;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.web.Page;

/**
 * How states look: the word, its tone and its sign.
 *
 * @param code of the word among the texts; a state without one is shown as it is
 */
public record Words(String code, String tone, String icon) {

    /** Of a slot, a release or a rollout, as statuses have it. */
    public static Words of(String state) {
        return switch (state) {
            case "live", "done" -> new Words(state, "good", "check");
            case "warm" -> new Words("warm", "calm", "pause");
            case "starting" -> new Words("starting", "calm", "refresh");
            case "rolled-back" -> new Words("rolled-back", "bad", "undo");
            case "restoring", "reverting", "removing" -> new Words("going-back", "warn", "undo");
            case "past", "gone", "new" -> new Words(state, "neutral", "");
            case "baking" -> new Words("watching", "calm", "eye");
            case "shifting" -> new Words("moving", "calm", "move");
            case "checking" -> new Words("checking", "calm", "refresh");
            case "thinning", "stopping", "retiring" -> new Words("stopping", "calm", "refresh");
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
    public static Words of(Instance.State state) {
        return switch (state) {
            case RUNNING -> new Words("running", "good", "check");
            case WAITING -> new Words("ended", "bad", "alert");
            case STOPPING -> new Words("ending", "neutral", "");
        };
    }

    public String label(Page page) {
        String key = "state." + code;
        return page.words().has(key) ? page.text(key) : code;
    }
}
