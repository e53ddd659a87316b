/** Places that releases run in: one port, one implementation for each kind of place. */
@NullMarked
package com.crewyard.deployment.targets;

import org.jspecify.annotations.NullMarked;
