package com.crewyard.deployment.routing;

import java.util.List;

/**
 * The part of a service's requests that one slot gets.
 *
 * @param weight 0 to 100, relative to the other shares' weights; new requests never go to 0
 * @param endpoints the slot's instances, which get the share in turns
 */
public record Share(SlotRef slot, int weight, List<Endpoint> endpoints) {

    public static final int WHOLE = 100;

    public Share {
        endpoints = List.copyOf(endpoints);
        if (weight < 0 || weight > WHOLE) {
            throw new IllegalArgumentException("weight %d of %s is outside 0 to %d".formatted(weight, slot, WHOLE));
        }
    }
}
