@NullMarked
package com.crewyard.deployment.analysis;

import org.jspecify.annotations.NullMarked;
