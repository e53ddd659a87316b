package com.crewyard.recruiting.platform.web;

import com.crewyard.kernel.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a JSON object that a client sent, read one by one: an absent member leaves what is there, an explicit
 * null clears it. Members of the wrong type are collected as violations.
 */
public final class PatchBody {

    private final ObjectNode body;
    private final Violations violations;

    public PatchBody(ObjectNode body, Violations violations) {
        this.body = body;
        this.violations = violations;
    }

    public boolean has(String name) {
        return body.has(name);
    }

    public String text(String name, String present) {
        return optionalText(name, Optional.of(present)).orElse("");
    }

    public Optional<String> optionalText(String name, Optional<String> present) {
        JsonNode node = body.get(name);
        if (node == null) {
            return present;
        }
        if (node.isNull()) {
            return Optional.empty();
        }
        if (!node.isString()) {
            violations.add(name, "%s is a text.".formatted(name));
            return present;
        }
        return Optional.of(node.stringValue()).filter(text -> !text.isBlank());
    }

    public Optional<Long> optionalInteger(String name, Optional<Long> present) {
        JsonNode node = body.get(name);
        if (node == null) {
            return present;
        }
        if (node.isNull()) {
            return Optional.empty();
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            violations.add(name, "%s is a whole number; %s is not.".formatted(name, node));
            return present;
        }
        return Optional.of(node.longValue());
    }

    public boolean flag(String name, boolean present) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return present;
        }
        if (!node.isBoolean()) {
            violations.add(name, "%s is true or false.".formatted(name));
            return present;
        }
        return node.booleanValue();
    }

    public List<String> texts(String name, List<String> present) {
        JsonNode node = body.get(name);
        if (node == null) {
            return present;
        }
        if (node.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        boolean allTexts = node.isArray();
        for (JsonNode element : node) {
            if (element.isString()) {
                texts.add(element.stringValue());
            } else {
                allTexts = false;
            }
        }
        if (!allTexts) {
            violations.add(name, "%s is a list of texts.".formatted(name));
        }
        return texts;
    }
}
