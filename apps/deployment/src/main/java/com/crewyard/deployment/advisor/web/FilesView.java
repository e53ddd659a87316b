package com.crewyard.deployment.advisor.web;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import java.util.List;

/**
 * The files of a plan.
 *
 * @param chosen the path of the one shown
 * @param reason why there are none
 */
public record FilesView(
        String query, List<Artifact> files, List<String> missing, String chosen, String content, String reason) {}
