@NullMarked
package com.crewyard.deployment.engine;

import org.jspecify.annotations.NullMarked;
