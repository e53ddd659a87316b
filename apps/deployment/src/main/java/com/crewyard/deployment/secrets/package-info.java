/** Secrets of environments: kept sealed in the engine's database, or looked up where a reference says. */
@NullMarked
package com.crewyard.deployment.secrets;

import org.jspecify.annotations.NullMarked;
