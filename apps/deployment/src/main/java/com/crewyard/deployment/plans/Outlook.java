package com.crewyard.deployment.plans;

import com.crewyard.deployment.releases.Release;
import com.crewyard.hosting.costs.PriceBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known when a plan is made, beside what is asked for.
 *
 * @param number of the release to come
 * @param live what is live now
 * @param lastStart how long instances took to be healthy the last time
 * @param requests to what is live; empty when {@link Planner#forecasts} says that nobody needs to know
 * @param today by which prices are old
 */
public record Outlook(
        int number,
        Optional<Release> live,
        Optional<Duration> lastStart,
        Optional<Requests> requests,
        PriceBook prices,
        LocalDate today) {}
