package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Values by name that are nobody's business. */
record KeptValues(PrivateFile file) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** So that the file's form has a name. */
    record Kept(Map<String, String> values) {}

    Map<String, String> values() {
        try {
            return file.read()
                    .map(text -> JSON.readValue(text, Kept.class).values())
                    .orElse(Map.of());
        } catch (JacksonException e) {
            throw new TargetException(
                    "%s cannot be read (%s); bring it back from a copy, or remove it and deploy again with all secrets."
                            .formatted(file.called(), e.getOriginalMessage()),
                    e);
        }
    }

    void add(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(values());
        all.putAll(more);
        file.write(JSON.writeValueAsString(new Kept(all)));
    }
}
