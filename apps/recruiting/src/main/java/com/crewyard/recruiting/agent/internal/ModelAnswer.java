package com.crewyard.recruiting.agent.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a model filled in: texts and lists of texts by name, and whatever else it wrote left aside. */
record ModelAnswer(JsonNode object) {

    private static final int MOST = 60;
    private static final Map<String, Object> TEXT = Map.of("type", List.of("string", "null"));
    private static final Map<String, Object> TEXTS = Map.of("type", "array", "items", Map.of("type", "string"));

    /** The schema of an object that has exactly these members. */
    static Map<String, Object> schema(List<String> texts, List<String> lists) {
        Map<String, Object> members = new LinkedHashMap<>();
        texts.forEach(name -> members.put(name, TEXT));
        lists.forEach(name -> members.put(name, TEXTS));
        return Map.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.copyOf(members.keySet()),
                "properties",
                members);
    }

    String text(String name) {
        JsonNode value = object.path(name);
        return value.isString() ? value.asString() : "";
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : object.path(name)) {
            if (each.isString() && texts.size() < MOST) {
                texts.add(each.asString());
            }
        }
        return texts;
    }
}
