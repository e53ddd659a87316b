/** Applications and environments: what is there to deploy, and where. */
@NullMarked
package com.crewyard.deployment.catalog;

import org.jspecify.annotations.NullMarked;
