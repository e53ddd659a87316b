/** Who may use the console and its API: one token, kept in the engine's state folder, and sessions opened with it. */
@NullMarked
package com.crewyard.deployment.access;

import org.jspecify.annotations.NullMarked;
