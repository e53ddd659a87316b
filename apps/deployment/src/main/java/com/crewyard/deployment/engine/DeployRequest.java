package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.AppFile;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants live.
 *
 * @param images by service, instead of what the app spec says
 * @param approve the hash of the plan that was approved; without one, whatever the plan is
 * @param actor who asks
 * @param reason why, in their words
 * @param secrets values by name, for those that the app spec names
 * @param duringFreeze whether a freeze does not count this time
 */
public record DeployRequest(
        AppFile app,
        String environment,
        Map<String, String> images,
        Optional<String> approve,
        String actor,
        String reason,
        Map<String, String> secrets,
        boolean duringFreeze) {}
