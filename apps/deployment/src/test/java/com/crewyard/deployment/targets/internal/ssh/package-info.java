@NullMarked
package com.crewyard.deployment.targets.internal.ssh;

import org.jspecify.annotations.NullMarked;
