package com.crewyard.deployment.access;

/** A role, and where it counts. */
public record Grant(Role role, Scope scope) {}
