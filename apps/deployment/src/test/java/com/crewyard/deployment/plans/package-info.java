@NullMarked
package com.crewyard.deployment.plans;

import org.jspecify.annotations.NullMarked;
