/** The child processes that read files, and the bounds they run under. */
@NullMarked
package com.crewyard.recruiting.parsing.internal.worker;

import org.jspecify.annotations.NullMarked;
