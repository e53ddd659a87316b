/** Bare machines reached over SSH: prepared once, then containers like on any container host. */
@NullMarked
package com.crewyard.deployment.targets.internal.ssh;

import org.jspecify.annotations.NullMarked;
