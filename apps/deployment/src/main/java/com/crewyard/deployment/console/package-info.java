/** The pages of those who operate environments: what runs where, rollouts as they go, logs, plans and the audit. */
@NullMarked
package com.crewyard.deployment.console;

import org.jspecify.annotations.NullMarked;
