/** Caddy behind the router's port: every change is a new configuration over its admin interface, counts come from its access log. */
@NullMarked
package com.crewyard.deployment.routing.internal.caddy;

import org.jspecify.annotations.NullMarked;
