package com.crewyard.deployment.routing;

import java.util.List;

/**
 * What a router saw of one instance. What a router cannot tell is 0, and an empty list for the latencies.
 *
 * @param requests answered or failed
 * @param serverErrors answers of the 500s that the instance itself gave
 * @param failed requests that got no whole answer: refused, cut, or timed out, and not retried with success
 * @param retried attempts at this instance that were tried again elsewhere
 * @param latency how many answers began within each of {@link Latencies#BOUNDS_MILLISECONDS}, one more for the rest
 * @param openRequests under way now
 * @param openWebsockets open now
 * @param websocketsOpened since the router began
 * @param websocketsClosed closed by the router with 1012
 */
public record InstanceCounters(
        SlotRef slot,
        String service,
        String instance,
        long requests,
        long serverErrors,
        long failed,
        long retried,
        List<Long> latency,
        long openRequests,
        long openWebsockets,
        long websocketsOpened,
        long websocketsClosed) {

    public InstanceCounters {
        latency = List.copyOf(latency);
    }
}
