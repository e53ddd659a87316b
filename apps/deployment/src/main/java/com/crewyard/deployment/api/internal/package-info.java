@NullMarked
package com.crewyard.deployment.api.internal;

import org.jspecify.annotations.NullMarked;
