/** The deployment engine as commands, pages and the API use it. */
@NullMarked
package com.crewyard.deployment.engine;

import org.jspecify.annotations.NullMarked;
