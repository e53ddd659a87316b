/** Pictures of the careers site: the logo as it comes in, the cards as they go out. */
@NullMarked
package com.crewyard.recruiting.careers.internal;

import org.jspecify.annotations.NullMarked;
