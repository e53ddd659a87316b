@NullMarked
package com.crewyard.deployment.pipelines.internal;

import org.jspecify.annotations.NullMarked;
