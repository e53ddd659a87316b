package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.Target;

/**
 * The part of an environment that is on one of its hosts.
 *
 * @param name as people call the host
 */
record HostTarget(String name, Target target) {}
