/** Canary analysis: is the new release worse than the old one, is it not, or can nobody know yet. */
@NullMarked
package com.crewyard.deployment.analysis;

import org.jspecify.annotations.NullMarked;
