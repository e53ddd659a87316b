package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.RolloutDetails;
import com.crewyard.deployment.rollouts.RolloutFlow;
import com.crewyard.deployment.rollouts.RolloutFlow.Position;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import com.crewyard.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Where a rollout was, is and will be, and which share of the traffic it has. */
public final class RolloutPath {

    private static final int WHOLE = 100;
    private static final int LONGEST = 60;

    private RolloutPath() {}

    /**
     * @param activity the state of the rollout it stands for
     * @param share of the traffic, in percent, where that is what it is about
     * @param state done, skipped, now, paused, failed, back or ahead
     */
    public record Station(RolloutState activity, OptionalInt share, String state, String note, String took) {

        public String label(Page page) {
            String words = page.text(
                    "activity." + activity.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            return sentence(
                    share.isPresent() ? page.text("rollout.share", words, String.valueOf(share.getAsInt())) : words);
        }
    }

    static List<Station> stations(RolloutDetails rollout, Instant now) {
        List<Station> stations = new ArrayList<>();
        Instant began = rollout.status().startedAt();
        int step = 0;
        for (RolloutDetails.Step done : rollout.history()) {
            RolloutState from = state(done.from());
            boolean failed = from.isMoving() && state(done.to()).isGoingBack();
            stations.add(new Station(
                    from,
                    share(from, step, rollout),
                    failed
                            ? "failed"
                            : done.note().startsWith("there is no ")
                                            || done.note().startsWith("no window")
                                    ? "skipped"
                                    : "done",
                    done.note(),
                    time(Duration.between(began, done.at()))));
            began = done.at();
            step = done.step();
        }
        RolloutState current = state(rollout.status().state());
        if (current.isEnd()) {
            stations.add(new Station(
                    current,
                    share(current, step, rollout),
                    current == RolloutState.ROLLED_BACK ? "back" : "done",
                    "",
                    ""));
            return stations;
        }
        stations.add(new Station(
                current,
                share(current, step, rollout),
                rollout.status().paused() ? "paused" : "now",
                "",
                time(Duration.between(began, now))));
        stations.addAll(ahead(rollout, new Position(current, step)));
        return stations;
    }

    /** By slot, in percent. */
    static Map<String, Integer> weights(RolloutDetails rollout) {
        int share = share(rollout);
        Map<String, Integer> weights = new LinkedHashMap<>();
        weights.put(rollout.slot(), share);
        rollout.fromSlot().ifPresent(slot -> weights.put(slot, WHOLE - share));
        return weights;
    }

    /** What its slot has been given, in percent. */
    static int share(RolloutDetails rollout) {
        int share = 0;
        int step = 0;
        for (RolloutDetails.Step done : rollout.history()) {
            switch (state(done.from())) {
                case SHIFTING -> share = after(rollout, step, done.note());
                case REVERTING -> share = 0;
                default -> {
                    // Moves no traffic.
                }
            }
            step = done.step();
        }
        return share;
    }

    /** What it will be given next, in percent. */
    static int next(RolloutDetails rollout) {
        return rollout.schedule().stream()
                .filter(step -> step > share(rollout))
                .findFirst()
                .orElse(WHOLE);
    }

    private static int after(RolloutDetails rollout, int step, String note) {
        List<Integer> schedule = rollout.schedule();
        if (!schedule.isEmpty()) {
            return step < schedule.size() ? schedule.get(step) : WHOLE;
        }
        String[] batches = note.replaceAll("\\D+", " ").strip().split(" ");
        return note.startsWith("batch ") && batches.length == 2
                ? WHOLE * Integer.parseInt(batches[0]) / Integer.parseInt(batches[1])
                : WHOLE;
    }

    private static List<Station> ahead(RolloutDetails rollout, Position at) {
        Strategy strategy = Strategy.valueOf(
                rollout.status().strategy().toUpperCase(Locale.ROOT).replace('-', '_'));
        List<Station> ahead = new ArrayList<>();
        Position next = at;
        while (!next.state().isEnd() && ahead.size() < LONGEST) {
            next = RolloutFlow.next(strategy, next, rollout.schedule().size());
            ahead.add(new Station(next.state(), share(next.state(), next.step(), rollout), "ahead", "", ""));
        }
        return ahead;
    }

    private static OptionalInt share(RolloutState state, int step, RolloutDetails rollout) {
        boolean inSteps = state == RolloutState.SHIFTING || state == RolloutState.BAKING;
        return inSteps && !rollout.schedule().isEmpty()
                ? OptionalInt.of(after(rollout, step, ""))
                : OptionalInt.empty();
    }

    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static RolloutState state(String word) {
        return RolloutState.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String time(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() < 1) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toHours() < 1
                ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
}
