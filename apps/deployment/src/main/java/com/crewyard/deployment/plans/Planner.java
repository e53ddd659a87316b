package com.crewyard.deployment.plans;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.releases.Composer.Composed;
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

    public static Plan plan(Composed asked, Outlook outlook) {
        Configuration wanted = asked.configuration();
        Optional<Release> live = outlook.live();
        Strategy strategy = strategy(wanted, live.isPresent());
        requireCopies(wanted);
        List<Difference> differences = live.map(release -> Differences.between(release.configuration(), wanted))
                .orElse(List.of());
        List<String> all = new ArrayList<>(asked.notes());
        if (live.isPresent()
                && differences.isEmpty()
                && live.get().configuration().migrations().equals(wanted.migrations())) {
            all.add("Nothing differs from release %d; the instances are replaced all the same."
                    .formatted(live.get().number()));
        }
        return new Plan(
                wanted.application(),
                wanted.environment(),
                outlook.number(),
                live.map(Release::number),
                word(strategy),
                differences,
                traffic(wanted, strategy, live.isPresent()),
                migrations(asked, strategy, outlook),
                verdict(wanted, outlook),
                Cost.of(wanted, live.map(Release::configuration), strategy, outlook.prices(), outlook.today()),
                expected(wanted, strategy, outlook.lastStart().orElse(USUAL_START)),
                all,
                hash(wanted, strategy, outlook));
    }

    /** Of what the deployment would do. Traffic and prices change by themselves, so an approval is not bound to them. */
    private static String hash(Configuration wanted, Strategy strategy, Outlook outlook) {
        return CanonicalJson.digest(CanonicalJson.of(wanted)
                        + "\0"
                        + outlook.number()
                        + "\0"
                        + outlook.live().map(Release::number)
                        + "\0"
                        + strategy)
                .substring(0, 16);
    }

    /** Whether a plan tells how long a verdict takes, and so needs to know of today's requests. */
    public static boolean forecasts(Configuration wanted, boolean somethingLive) {
        return somethingLive
                && wanted.rollout().strategy() == Strategy.CANARY
                && wanted.rollout().analysis().isPresent();
    }

    private static List<String> verdict(Configuration wanted, Outlook outlook) {
        return forecasts(wanted, outlook.live().isPresent())
                ? outlook.requests()
                        .map(requests -> ExpectedVerdict.of(
                                wanted, outlook.live().orElseThrow().number(), requests))
                        .orElse(List.of())
                : List.of();
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
                                        .formatted(percent, Times.of(rollout.pause()))));
                schedule.add("100 %");
            }
            case CANARY -> {
                rollout.steps()
                        .forEach(step -> schedule.add("%d %% for %s".formatted(step, Times.of(rollout.pause()))));
                schedule.add("100 %");
            }
        }
        schedule.add(
                strategy.keepsFormer()
                        ? "the former release stays warm for %s".formatted(Times.of(rollout.window()))
                        : "going back within %s or later starts the former release anew"
                                .formatted(Times.of(rollout.window())));
        return schedule;
    }

    private static List<String> migrations(Composed asked, Strategy strategy, Outlook outlook) {
        Configuration wanted = asked.configuration();
        boolean somethingLive = outlook.live().isPresent();
        SchemaPlan schema = new SchemaPlan(outlook.number(), outlook.live(), asked.sql());
        List<String> migrations = new ArrayList<>();
        wanted.command(Configuration.EXPAND).ifPresent(command -> {
            migrations.add("expand, before the new instances start%s: %s%s"
                    .formatted(
                            somethingLive && strategy != Strategy.RECREATE ? " and while the old ones work on" : "",
                            String.join(" ", command.command()),
                            lock(command)));
            migrations.addAll(schema.of(Configuration.EXPAND, command));
        });
        wanted.command(Configuration.CONTRACT).ifPresent(command -> {
            migrations.add("contract, when no old instance is left and %s have passed: %s%s"
                    .formatted(
                            Times.of(wanted.rollout().window()), String.join(" ", command.command()), lock(command)));
            migrations.addAll(schema.of(Configuration.CONTRACT, command));
        });
        return migrations;
    }

    private static String lock(Command command) {
        return lockTimeout(command)
                .map(timeout -> " (waits %s for locks)".formatted(Times.of(timeout)))
                .orElse("");
    }

    static Optional<Duration> lockTimeout(Command command) {
        return Optional.ofNullable(command.variables().get("CREWYARD_LOCK_TIMEOUT_MS"))
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)));
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
}
