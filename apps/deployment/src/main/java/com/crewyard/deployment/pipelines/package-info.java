/** Pipelines: stages that depend on one another, kept as data and carried out whatever dies meanwhile. */
@NullMarked
package com.crewyard.deployment.pipelines;

import org.jspecify.annotations.NullMarked;
