/** Rollouts: the durable state machine that takes releases live. */
@NullMarked
package com.crewyard.deployment.rollouts;

import org.jspecify.annotations.NullMarked;
