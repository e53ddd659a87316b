@NullMarked
package com.crewyard.deployment.targets.internal.container;

import org.jspecify.annotations.NullMarked;
