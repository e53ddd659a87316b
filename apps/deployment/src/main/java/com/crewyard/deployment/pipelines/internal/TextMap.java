package com.crewyard.deployment.pipelines.internal;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Texts by name, as JSON in a column. */
final class TextMap {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> TYPE = new TypeReference<>() {};

    private TextMap() {}

    static String write(Map<String, String> map) {
        return map.isEmpty() ? "{}" : JSON.writeValueAsString(new TreeMap<>(map));
    }

    static Map<String, String> read(String text) {
        return text.equals("{}") ? Map.of() : JSON.readValue(text, TYPE);
    }
}
