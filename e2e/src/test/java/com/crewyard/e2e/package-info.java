/** Journeys through the whole of Crewyard, as its users and operators take them. */
@NullMarked
package com.crewyard.e2e;

import org.jspecify.annotations.NullMarked;
