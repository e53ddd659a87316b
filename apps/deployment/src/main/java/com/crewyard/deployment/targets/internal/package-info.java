/** What targets have in common. */
@NullMarked
package com.crewyard.deployment.targets.internal;

import org.jspecify.annotations.NullMarked;
