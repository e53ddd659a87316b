package com.crewyard.deployment.pipelines;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pipeline as its file defines it.
 *
 * @param app the app spec of its rollouts, relative to the pipeline's folder
 * @param directory where commands run, relative to that folder
 * @param stages by name, in the order of the file; every stage that one needs is there, and none needs itself
 */
public record PipelineSpec(
        String name,
        String description,
        String app,
        String directory,
        Map<String, Parameter> parameters,
        Optional<Concurrency> concurrency,
        Triggers triggers,
        Map<String, Stage> stages) {

    /**
     * What a run is told.
     *
     * @param standard its value when nobody gives one; a run without either is refused
     * @param values those that are allowed; any when there are none
     */
    public record Parameter(
            String name, Kind kind, Optional<String> standard, List<String> values, String description) {

        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");

        public enum Kind {
            TEXT,
            NUMBER,
            BOOLEAN
        }

        /** Why a value is none for it, as a clause. */
        public Optional<String> unfit(String value) {
            if (!values.isEmpty() && !values.contains(value)) {
                return Optional.of("\"%s\" is not allowed; allowed are %s".formatted(value, String.join(", ", values)));
            }
            return switch (kind) {
                case TEXT -> Optional.empty();
                case NUMBER ->
                    NUMBER.matcher(value).matches()
                            ? Optional.empty()
                            : Optional.of("\"%s\" is not a number".formatted(value));
                case BOOLEAN ->
                    value.equals("true") || value.equals("false")
                            ? Optional.empty()
                            : Optional.of("\"%s\" is neither true nor false".formatted(value));
            };
        }
    }

    /**
     * Runs of one group do not overlap.
     *
     * @param group its name, a template
     */
    public record Concurrency(String group, Policy policy) {

        public enum Policy {
            /** One after the other. */
            QUEUE,
            /** A new run has the ones before it cancelled, and begins when they are over. */
            LATEST_WINS
        }
    }

    /** @param manual whether people and the API may start runs */
    public record Triggers(
            Optional<Push> push,
            Optional<Push> pullRequest,
            List<Schedule> schedules,
            List<Upstream> upstream,
            boolean manual) {}

    /**
     * A webhook that a forge sends when somebody pushes, or about a pull request.
     *
     * @param secret the variable of the engine's that has the secret shared with the forge
     * @param branches patterns, in which a star stands for anything; of a pull request, where it is to go
     */
    public record Push(Forge forge, String secret, List<String> branches, Map<String, String> parameters) {

        public enum Forge {
            GITHUB,
            GITLAB
        }

        /** Whether a branch is one of those. */
        boolean counts(String branch) {
            return branches.stream()
                    .anyMatch(pattern -> branch.matches(Arrays.stream(pattern.split("\\*", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*"))));
        }
    }

    /** @param cron five fields */
    public record Schedule(String cron, ZoneId zone, Map<String, String> parameters) {}

    /** Another pipeline whose passed runs start this one. */
    public record Upstream(String pipeline, Map<String, String> parameters) {}

    /**
     * @param condition decides whether it runs; without one it does when all that it needs is good
     * @param timeout for each attempt
     */
    public record Stage(
            String name,
            StageType type,
            List<String> needs,
            Optional<String> condition,
            Retries retries,
            Duration timeout,
            Work work) {}

    /**
     * @param count how many attempts follow a failed one
     * @param backoff before the first of them; it doubles with each
     */
    public record Retries(int count, Duration backoff) {

        private static final Duration LONGEST = Duration.ofMinutes(10);

        /** How long to wait behind an attempt, which are counted from 1. */
        public Duration after(int attempt) {
            Duration wait = backoff.multipliedBy(1L << Math.min(attempt - 1, 20));
            return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        }
    }

    /** What is to be done. Texts may be templates. */
    public sealed interface Work {

        /**
         * A command of build, test, scan and run, and of a verify that asks one.
         *
         * @param secrets variables of the engine's that it gets too
         */
        record Command(List<String> command, String directory, Map<String, String> env, List<String> secrets)
                implements Work {}

        /**
         * @param approvers who may; anybody when there are none
         * @param fourEyes whether who started the run may not
         */
        record Approve(String message, List<String> approvers, boolean fourEyes) implements Work {}

        /** @param app the app spec, when it is not the pipeline's */
        record Rollout(Optional<String> app, String environment, Map<String, String> images, boolean duringFreeze)
                implements Work {}

        /**
         * A release in the environment of a pull request.
         *
         * @param number of the pull request
         */
        record Preview(Optional<String> app, String number, Map<String, String> images) implements Work {}

        /** A job of an environment, with the program and the variables of a service that is live there. */
        record Migrate(Optional<String> app, String environment, Optional<String> service, List<String> command)
                implements Work {}

        /** @param times how often in a row it has to answer so */
        record VerifyHttp(String url, int status, Optional<String> contains, Duration every, int times)
                implements Work {}

        /** The statistics' verdict on an environment's last canary has to be good. */
        record VerifyCanary(Optional<String> app, String environment) implements Work {}

        record Wait(Duration time) implements Work {}

        /** @param secret the variable of the engine's that has the key of the signature */
        record Webhook(String url, Optional<String> secret) implements Work {}

        /**
         * @param slack the variable of the engine's that has the address of a Slack-compatible webhook
         * @param email addresses that get it by the engine's mail server
         * @param webhook an address that gets the message signed
         */
        record Notify(String message, Optional<String> slack, List<String> email, Optional<Webhook> webhook)
                implements Work {}

        record Another(String pipeline, Map<String, String> parameters) implements Work {}
    }
}
