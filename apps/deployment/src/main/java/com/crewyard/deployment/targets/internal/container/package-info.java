/** Environments of containers, on Docker or podman by the Docker Engine's API. */
@NullMarked
package com.crewyard.deployment.targets.internal.container;

import org.jspecify.annotations.NullMarked;
