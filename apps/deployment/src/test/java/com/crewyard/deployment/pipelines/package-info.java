@NullMarked
package com.crewyard.deployment.pipelines;

import org.jspecify.annotations.NullMarked;
