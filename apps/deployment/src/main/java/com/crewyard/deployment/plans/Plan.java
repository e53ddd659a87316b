package com.crewyard.deployment.plans;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a deployment would do.
 *
 * @param release the number it would get
 * @param from the release that is live now
 * @param strategy how it takes over; a first release needs none
 * @param traffic the share of the new release over time, one sentence each
 * @param migrations what runs on the schema and when
 * @param verdict how long a canary takes to its verdict at today's traffic, one sentence each
 * @param cost what machines that hold it cost, before and after, one sentence each
 * @param expected how long it takes, roughly, in seconds
 * @param notes what the operator should know
 * @param hash an approval is bound to it; it changes with anything that the deployment would do, and not with traffic or
 *     prices
 */
public record Plan(
        String application,
        String environment,
        int release,
        Optional<Integer> from,
        String strategy,
        List<Difference> differences,
        List<String> traffic,
        List<String> migrations,
        List<String> verdict,
        List<String> cost,
        long expected,
        List<String> notes,
        String hash) {

    /** A server from before there were forecasts and costs tells none. */
    public Plan {
        verdict = Objects.requireNonNullElse(verdict, List.of());
        cost = Objects.requireNonNullElse(cost, List.of());
    }
}
