@NullMarked
package com.crewyard.deployment.routing.internal.nginx;

import org.jspecify.annotations.NullMarked;
