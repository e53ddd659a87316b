package com.crewyard.deployment.access;

/** @param secret shown this once; nobody can find it out later */
public record NewToken(ApiToken token, String secret) {}
