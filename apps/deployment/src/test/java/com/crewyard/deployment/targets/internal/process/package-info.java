@NullMarked
package com.crewyard.deployment.targets.internal.process;

import org.jspecify.annotations.NullMarked;
