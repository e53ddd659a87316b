/** Prices with their sources, and what a load costs a month. */
@NullMarked
package com.crewyard.hosting.costs;

import org.jspecify.annotations.NullMarked;
