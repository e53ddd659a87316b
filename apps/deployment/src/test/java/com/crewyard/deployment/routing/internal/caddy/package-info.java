@NullMarked
package com.crewyard.deployment.routing.internal.caddy;

import org.jspecify.annotations.NullMarked;
