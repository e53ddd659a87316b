@NullMarked
package com.crewyard.deployment.analysis.statistics;

import org.jspecify.annotations.NullMarked;
