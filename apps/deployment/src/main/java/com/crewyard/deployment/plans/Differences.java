package com.crewyard.deployment.plans;

import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.releases.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares configurations value by value. */
final class Differences {

    private Differences() {}

    static List<Difference> between(Configuration before, Configuration after) {
        Map<String, String> old = flat(CanonicalJson.tree(before));
        Map<String, String> fresh = flat(CanonicalJson.tree(after));
        Set<String> paths = new LinkedHashSet<>(old.keySet());
        paths.addAll(fresh.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            Optional<String> was = Optional.ofNullable(old.get(path));
            Optional<String> is = Optional.ofNullable(fresh.get(path));
            if (!was.equals(is)) {
                differences.add(new Difference(path, was, is));
            }
        }
        return differences;
    }

    private static Map<String, String> flat(JsonNode tree) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", tree, values);
        return values;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(property -> flatten(
                            path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                            property.getValue(),
                            values));
        } else if (!node.isNull()) {
            values.put(path, node.isValueNode() ? node.asString() : node.toString());
        }
    }
}
