/** Crewyard Deploy: the console of those who operate applications. */
@NullMarked
package com.crewyard.deployment;

import org.jspecify.annotations.NullMarked;
