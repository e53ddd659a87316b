package com.crewyard.hosting.costs;

import java.util.List;

/**
 * How an offering is billed.
 *
 * @param category the kind of hosting it belongs to
 * @param scalesToZero whether instances are not billed while nobody calls
 * @param automatic whether instances follow the load; otherwise there are always enough for the peak
 * @param machines sizes that instances are packed onto; empty when instances are billed themselves
 */
public record Offer(
        String name,
        String category,
        int leastInstances,
        boolean scalesToZero,
        boolean automatic,
        List<Machine> machines,
        List<Term> terms) {

    /** @param price billed for each machine */
    public record Machine(Price price, double cpu, double memoryMebibytes) {}

    /**
     * @param included units a month that cost nothing
     * @param share how many units one instance or request takes, such as 0.3 calls of a queue for a request
     */
    public record Term(Price price, Per per, double included, double share) {}

    public enum Per {
        FIXED,
        INSTANCE,
        REQUEST
    }

    /** Every price it is made of. */
    public List<Price> prices() {
        return java.util.stream.Stream.concat(
                        machines.stream().map(Machine::price), terms.stream().map(Term::price))
                .distinct()
                .toList();
    }
}
