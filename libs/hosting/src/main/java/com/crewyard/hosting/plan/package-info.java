/** From advice and an app spec to an implementation plan: phases with measurable criteria, tasks, costs and artifacts. */
@NullMarked
package com.crewyard.hosting.plan;

import org.jspecify.annotations.NullMarked;
