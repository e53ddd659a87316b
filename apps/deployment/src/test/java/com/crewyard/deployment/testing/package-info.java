/** Programs of the system that tests run. */
@NullMarked
package com.crewyard.deployment.testing;

import org.jspecify.annotations.NullMarked;
