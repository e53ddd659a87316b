package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.AppFile;
import java.util.Map;

/**
 * A pull request's environment that somebody wants.
 *
 * @param number of the pull request
 * @param images by service, instead of what the app spec says
 * @param branch for people; may be empty, as the commit
 * @param actor who asks
 * @param secrets values by name, for those that the app spec names
 */
public record PreviewOrder(
        AppFile app,
        int number,
        Map<String, String> images,
        String branch,
        String commit,
        String actor,
        Map<String, String> secrets) {}
