package com.crewyard.hosting.research;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Mermaid flowchart.
 *
 * @param nodes by identifier, in order of appearance
 */
public record Flowchart(String direction, Map<String, Node> nodes, List<Edge> edges, int line) {

    /** @param group the subgraph it was first mentioned in */
    public record Node(String id, String text, boolean decision, Optional<String> group, int line) {}

    public record Edge(String from, String to, String label, int line) {}
}
