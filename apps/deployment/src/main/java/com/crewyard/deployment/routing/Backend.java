package com.crewyard.deployment.routing;

import java.util.HashSet;
import java.util.List;

/**
 * A service that requests go to.
 *
 * @param websocket whether it takes WebSockets, which a router may have to be told
 * @param shares at most one for each slot; none with weight means that requests are held for a while and then refused
 * @param copies who gets copies of requests without a body by safe methods (RFC 9110, section 9.2.1), beside the one that answers; a
 *     weight is the percentage of requests that are copied there. Only the router within the process target's keeper can
 */
public record Backend(String service, boolean websocket, List<Share> shares, List<Share> copies) {

    public Backend {
        shares = List.copyOf(shares);
        copies = List.copyOf(copies);
        if (new HashSet<>(shares.stream().map(Share::slot).toList()).size() < shares.size()) {
            throw new IllegalArgumentException("service %s has two shares of one slot".formatted(service));
        }
        if (!copies.stream().map(Share::slot).allMatch(SlotRef::isCopies)) {
            throw new IllegalArgumentException("service %s would count copies as requests".formatted(service));
        }
    }

    public Backend(String service, boolean websocket, List<Share> shares) {
        this(service, websocket, shares, List.of());
    }

    public int totalWeight() {
        return shares.stream()
                .filter(share -> !share.endpoints().isEmpty())
                .mapToInt(Share::weight)
                .sum();
    }
}
