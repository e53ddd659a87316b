/** What every page of the console stands on. */
@NullMarked
package com.crewyard.deployment.platform;

import org.jspecify.annotations.NullMarked;
