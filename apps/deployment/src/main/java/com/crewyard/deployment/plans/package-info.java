/** Plans: what a deployment would do, before it does it. */
@NullMarked
package com.crewyard.deployment.plans;

import org.jspecify.annotations.NullMarked;
