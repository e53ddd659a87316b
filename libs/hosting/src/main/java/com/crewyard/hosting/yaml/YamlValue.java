package com.crewyard.hosting.yaml;

import java.util.List;
import java.util.Map;

/** A YAML node and where it stands. */
public sealed interface YamlValue {

    Place place();

    /** Line and column, both counted from 1. */
    record Place(int line, int column) {}

    /** @param quoted whether it was written in quotes or as a block, so that it is text whatever it looks like */
    record Scalar(String text, boolean quoted, Place place) implements YamlValue {

        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    record Sequence(List<YamlValue> items, Place place) implements YamlValue {}

    /** In the order of the document. */
    record Mapping(Map<String, Entry> entries, Place place) implements YamlValue {}

    record Entry(Place key, YamlValue value) {}
}
