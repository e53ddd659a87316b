@NullMarked
package com.crewyard.deployment.access.internal;

import org.jspecify.annotations.NullMarked;
