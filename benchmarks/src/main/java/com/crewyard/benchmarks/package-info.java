/** The figures of {@code docs/performance.md}, each taken from outside: a started Crewyard, a load generator, a browser. */
@NullMarked
package com.crewyard.benchmarks;

import org.jspecify.annotations.NullMarked;
