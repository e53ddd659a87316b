/** Counts by instance for routers that write down each request and tell nothing else. */
@NullMarked
package com.crewyard.deployment.routing.internal.accesslog;

import org.jspecify.annotations.NullMarked;
