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

/** Compares configurations value by value, but for the files of migrations, of which {@link SchemaPlan} tells more. */
final class Differences {

    private static final String MIGRATIONS = "migrations";

    private Differences() {}

    static List<Difference> between(Configuration before, Configuration after) {
        Map<String, String> old = values(before);
        Map<String, String> fresh = values(after);
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

    private static Map<String, String> values(Configuration configuration) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode tree = CanonicalJson.tree(configuration);
        tree.properties().stream()
                .filter(property -> !property.getKey().equals(MIGRATIONS))
                .forEach(property -> flatten(property.getKey(), property.getValue(), values));
        return values;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(property -> flatten(path + "." + property.getKey(), property.getValue(), values));
        } else if (!node.isNull()) {
            values.put(path, node.isValueNode() ? node.asString() : node.toString());
        }
    }
}
