package com.crewyard.deployment.targets;

import java.util.List;
import java.util.Map;

/** @param cursor where reading goes on, by instance */
public record LogPage(List<LogLine> lines, Map<String, Long> cursor) {}
