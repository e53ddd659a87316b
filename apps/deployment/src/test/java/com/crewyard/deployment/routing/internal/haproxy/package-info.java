@NullMarked
package com.crewyard.deployment.routing.internal.haproxy;

import org.jspecify.annotations.NullMarked;
