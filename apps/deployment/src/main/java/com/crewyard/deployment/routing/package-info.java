/** Carries requests to the instances of an environment: one port, several routers behind it. */
@NullMarked
package com.crewyard.deployment.routing;

import org.jspecify.annotations.NullMarked;
