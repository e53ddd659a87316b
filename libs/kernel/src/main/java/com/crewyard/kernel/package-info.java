/** Typed identifiers and problem codes that every module shares. Depends on no framework. */
@NullMarked
package com.crewyard.kernel;

import org.jspecify.annotations.NullMarked;
