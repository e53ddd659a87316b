package com.crewyard.deployment.plans;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.Command;
import com.crewyard.deployment.releases.Configuration.RolloutSettings;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes plans: pure functions of what is live and what is asked for. */
public final class Planner {

    /** Until we have seen a start: what a small application takes. */
    private static final Duration USUAL_START = Duration.ofSeconds(5);

    private Planner() {}

    /**
     * @param number of the release to come
     * @param live what is live now
     * @param lastStart how long instances took to be healthy the last time
     */
    public static Plan plan(
            Configuration wanted,
            int number,
            Optional<Release> live,
            Optional<Duration> lastStart,
            List<String> notes) {
        Strategy strategy = strategy(wanted, live.isPresent());
        requireCopies(wanted);
        List<Difference> differences = live.map(release -> Differences.between(release.configuration(), wanted))
                .orElse(List.of());
        List<String> all = new ArrayList<>(notes);
        if (live.isPresent() && differences.isEmpty()) {
            all.add("Nothing differs from release %d; the instances are replaced all the same."
                    .formatted(live.get().number()));
        }
        List<String> migrations = migrations(wanted, strategy, live.isPresent());
        String hash = CanonicalJson.digest(
                        CanonicalJson.of(wanted) + "\0" + number + "\0" + live.map(Release::number) + "\0" + strategy)
                .substring(0, 16);
        return new Plan(
                wanted.application(),
                wanted.environment(),
                number,
                live.map(Release::number),
                word(strategy),
                differences,
                traffic(wanted, strategy, live.isPresent()),
                migrations,
                expected(wanted, strategy, lastStart.orElse(USUAL_START)),
                all,
                hash);
    }

    private static void requireCopies(Configuration wanted) {
        Optional<String> router = wanted.router().filter(name -> !name.equals("none"));
        if (wanted.rollout().strategy() == Strategy.SHADOW && !Targets.copiesRequests(wanted.target(), router)) {
            throw RefusedException.input(
                    "rollout.strategy: shadow needs a router that copies requests, and %s does not; take canary, or the target process without router."
                            .formatted(router.orElse("haproxy")));
        }
    }

    /** A first release has nobody to take over from, so it comes up whole. */
    public static Strategy strategy(Configuration wanted, boolean somethingLive) {
        return somethingLive ? wanted.rollout().strategy() : Strategy.BLUE_GREEN;
    }

    private static List<String> traffic(Configuration wanted, Strategy strategy, boolean somethingLive) {
        RolloutSettings rollout = wanted.rollout();
        List<String> schedule = new ArrayList<>();
        if (!somethingLive) {
            schedule.add("100 % as soon as every instance is healthy");
            return schedule;
        }
        switch (strategy) {
            case BLUE_GREEN -> schedule.add("100 % at once, when every new instance is healthy");
            case RECREATE ->
                schedule.add(
                        "the old instances stop first; requests are held until the new ones are healthy, 10 s at most");
            case ROLLING ->
                schedule.add("%d instances of each service at a time, the old ones stopping behind them"
                        .formatted(rollout.batch()));
            case SHADOW -> {
                rollout.copied()
                        .forEach(percent -> schedule.add(
                                "copies of %d %% of the requests that change nothing for %s, whose answers nobody sees"
                                        .formatted(percent, time(rollout.pause()))));
                schedule.add("100 %");
            }
            case CANARY -> {
                rollout.steps().forEach(step -> schedule.add("%d %% for %s".formatted(step, time(rollout.pause()))));
                schedule.add("100 %");
            }
        }
        schedule.add(
                strategy.keepsFormer()
                        ? "the former release stays warm for %s".formatted(time(rollout.window()))
                        : "going back within %s or later starts the former release anew"
                                .formatted(time(rollout.window())));
        return schedule;
    }

    private static List<String> migrations(Configuration wanted, Strategy strategy, boolean somethingLive) {
        List<String> migrations = new ArrayList<>();
        wanted.command(Configuration.EXPAND)
                .ifPresent(command -> migrations.add("expand, before the new instances start%s: %s%s"
                        .formatted(
                                somethingLive && strategy != Strategy.RECREATE ? " and while the old ones work on" : "",
                                String.join(" ", command.command()),
                                lock(command))));
        wanted.command(Configuration.CONTRACT)
                .ifPresent(command -> migrations.add("contract, when no old instance is left and %s have passed: %s%s"
                        .formatted(
                                time(wanted.rollout().window()), String.join(" ", command.command()), lock(command))));
        return migrations;
    }

    private static String lock(Command command) {
        return Optional.ofNullable(command.variables().get("CREWYARD_LOCK_TIMEOUT_MS"))
                .map(millis -> " (waits %s for locks)".formatted(time(Duration.ofMillis(Long.parseLong(millis)))))
                .orElse("");
    }

    private static long expected(Configuration wanted, Strategy strategy, Duration start) {
        RolloutSettings rollout = wanted.rollout();
        int replicas = wanted.services().values().stream()
                .mapToInt(Configuration.ServiceConfiguration::replicas)
                .max()
                .orElse(1);
        return switch (strategy) {
            case BLUE_GREEN, RECREATE -> start.toSeconds() + 1;
            case ROLLING -> Math.ceilDiv(replicas, rollout.batch()) * (start.toSeconds() + 1);
            case CANARY, SHADOW ->
                start.toSeconds()
                        + 1
                        + rollout.pause()
                                .multipliedBy(rollout.shares(strategy).size())
                                .toSeconds();
        };
    }

    static String word(Strategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String time(Duration duration) {
        if (duration.toSeconds() < 1) {
            return duration.toMillis() + " ms";
        }
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
