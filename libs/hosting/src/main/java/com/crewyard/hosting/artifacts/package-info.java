/** Files for a target, generated from an app spec. */
@NullMarked
package com.crewyard.hosting.artifacts;

import org.jspecify.annotations.NullMarked;
