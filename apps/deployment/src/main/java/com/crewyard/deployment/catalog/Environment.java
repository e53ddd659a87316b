package com.crewyard.deployment.catalog;

import com.crewyard.deployment.targets.EnvironmentRef;

/** An environment that something was deployed to. */
public record Environment(long id, EnvironmentRef ref, String target) {}
