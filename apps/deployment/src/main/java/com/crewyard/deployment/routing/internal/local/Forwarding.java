package com.crewyard.deployment.routing.internal.local;

import com.crewyard.deployment.routing.internal.local.HttpHead.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * What an instance is told of who asks.
 *
 * @param scheme that they asked by
 */
record Forwarding(String peer, String scheme) {

    /** @param stays whether the connection to the instance may serve another request */
    HttpHead plain(HttpHead request, boolean stays) {
        return with(request, new Field("Connection", stays ? "keep-alive" : "close"));
    }

    HttpHead upgrade(HttpHead request) {
        return with(request, new Field("Connection", "Upgrade"), new Field("Upgrade", "websocket"));
    }

    /** The same request once more, for an instance whose answer nobody sees. */
    HttpHead copy(HttpHead request) {
        return with(request, new Field("Connection", "close"), new Field("X-Crewyard-Copy", "1"));
    }

    private HttpHead with(HttpHead request, Field... connection) {
        List<Field> more = new ArrayList<>(List.of(
                new Field(
                        "X-Forwarded-For",
                        request.value("x-forwarded-for")
                                        .map(before -> before + ", ")
                                        .orElse("")
                                + peer),
                new Field("X-Forwarded-Proto", scheme),
                new Field("X-Forwarded-Host", request.value("host").orElse(""))));
        more.addAll(List.of(connection));
        return request.forwarded(more);
    }
}
