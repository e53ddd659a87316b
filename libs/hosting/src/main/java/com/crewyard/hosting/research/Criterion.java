package com.crewyard.hosting.research;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is judged, across documents.
 *
 * @param name as the first document calls it
 * @param aliases what the others call it
 * @param weight the mean of the weights its documents give it, if any do
 */
public record Criterion(String name, CriterionKind kind, List<String> aliases, OptionalDouble weight) {}
