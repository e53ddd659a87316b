/** The small router of the process target: HTTP/1.1 and WebSockets over blocking sockets and virtual threads. */
@NullMarked
package com.crewyard.deployment.routing.internal.local;

import org.jspecify.annotations.NullMarked;
