/**
 * Processes of this machine. A keeper, one background process for each environment, is their parent and carries their
 * requests; the engine speaks to it over a socket, and may die without anybody noticing.
 */
@NullMarked
package com.crewyard.deployment.targets.internal.process;

import org.jspecify.annotations.NullMarked;
