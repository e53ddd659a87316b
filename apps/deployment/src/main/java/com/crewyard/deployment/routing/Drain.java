package com.crewyard.deployment.routing;

import java.time.Duration;

/**
 * How long a slot that gets nothing new may finish what it began.
 *
 * @param requests for requests under way
 * @param websockets the lame-duck period of WebSockets, before they are closed with 1012 (RFC 6455, section 7.4, and the
 *     IANA registry: "Service Restart")
 * @param jitter over which the closing is spread, so that clients do not come back all at once
 */
public record Drain(Duration requests, Duration websockets, Duration jitter) {}
