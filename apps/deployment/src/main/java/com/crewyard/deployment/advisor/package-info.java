/** The hosting advisor: needs, ranking, costs, plan and files of one application. */
@NullMarked
package com.crewyard.deployment.advisor;

import org.jspecify.annotations.NullMarked;
