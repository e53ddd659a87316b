@NullMarked
package com.crewyard.deployment.targets;

import org.jspecify.annotations.NullMarked;
