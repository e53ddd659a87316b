/** Tests, intervals and boundaries: pure functions of samples, without chance. */
@NullMarked
package com.crewyard.deployment.analysis.statistics;

import org.jspecify.annotations.NullMarked;
