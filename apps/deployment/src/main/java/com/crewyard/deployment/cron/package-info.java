/** Commands of releases that run at times of their own: which ran, how they ended, and which were missed. */
@NullMarked
package com.crewyard.deployment.cron;

import org.jspecify.annotations.NullMarked;
