/** What operators look at: health, readiness, metrics. */
@NullMarked
package com.crewyard.recruiting.operations;

import org.jspecify.annotations.NullMarked;
