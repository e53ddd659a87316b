/** Releases: what was asked for, resolved once and never changed. */
@NullMarked
package com.crewyard.deployment.releases;

import org.jspecify.annotations.NullMarked;
