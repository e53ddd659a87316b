/** nginx behind the router's port: every change is a reload, counts come from its access log. */
@NullMarked
package com.crewyard.deployment.routing.internal.nginx;

import org.jspecify.annotations.NullMarked;
