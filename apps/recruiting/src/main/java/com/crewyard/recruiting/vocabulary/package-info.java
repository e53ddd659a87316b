/** Skills that an organization adds to the taxonomy, and more names for those it has. */
@NullMarked
package com.crewyard.recruiting.vocabulary;

import org.jspecify.annotations.NullMarked;
