@NullMarked
package com.crewyard.deployment.rollouts;

import org.jspecify.annotations.NullMarked;
