@NullMarked
package com.crewyard.deployment.routing.internal.local;

import org.jspecify.annotations.NullMarked;
