/** Which words are cities, regions and countries, and which of them lie in which. */
@NullMarked
package com.crewyard.recruiting.places;

import org.jspecify.annotations.NullMarked;
