package com.crewyard.deployment.routing;

import java.util.HashSet;
import java.util.List;

/**
 * A service that requests go to.
 *
 * @param websocket whether it takes WebSockets, which a router may have to be told
 * @param shares at most one for each slot; none with weight means that requests are held for a while and then refused
 */
public record Backend(String service, boolean websocket, List<Share> shares) {

    public Backend {
        shares = List.copyOf(shares);
        if (new HashSet<>(shares.stream().map(Share::slot).toList()).size() < shares.size()) {
            throw new IllegalArgumentException("service %s has two shares of one slot".formatted(service));
        }
    }

    public int totalWeight() {
        return shares.stream()
                .filter(share -> !share.endpoints().isEmpty())
                .mapToInt(Share::weight)
                .sum();
    }
}
