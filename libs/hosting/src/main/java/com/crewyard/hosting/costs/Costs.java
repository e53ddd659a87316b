package com.crewyard.hosting.costs;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the options cost, and where one overtakes another.
 *
 * @param cheapest which option costs least over which loads, from no load on
 */
public record Costs(
        String currency,
        double load,
        List<String> assumptions,
        List<Option> options,
        List<Span> cheapest,
        List<Crossing> crossings) {

    /**
     * @param category as the documents call it
     * @param atLoad a month at the load asked about
     */
    public record Option(
            String offering, String category, OptionalDouble atLoad, List<Point> curve, List<PriceUsed> prices) {}

    /** @param load requests a second */
    public record Point(double load, double monthly) {}

    public record PriceUsed(Price price, boolean stale) {}

    /** @param to the last load, in requests a second, at which the option is the cheapest */
    public record Span(double from, double to, String offering) {}

    /** From this load on, in requests a second, one option costs less than another that was cheaper before. */
    public record Crossing(double at, String cheaper, String than) {}
}
