/** The steps of rollouts, one class each, and what drives them. */
@NullMarked
package com.crewyard.deployment.rollouts.internal;

import org.jspecify.annotations.NullMarked;
