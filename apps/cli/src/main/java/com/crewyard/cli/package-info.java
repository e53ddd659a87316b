/** The {@code crewyard} command: runs, develops and tests the applications of this repository. */
@NullMarked
package com.crewyard.cli;

import org.jspecify.annotations.NullMarked;
