@NullMarked
package com.crewyard.deployment.routing;

import org.jspecify.annotations.NullMarked;
