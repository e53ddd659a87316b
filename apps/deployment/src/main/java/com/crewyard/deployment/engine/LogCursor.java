package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where the reading of logs goes on, as one word that fits an address. */
public final class LogCursor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LogCursor() {}

    public static String text(Map<String, Long> cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(new TreeMap<>(cursor)));
    }

    /** @throws RefusedException for what {@link #text} did not write */
    public static Map<String, Long> read(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        try {
            return JSON.readValue(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8),
                    new TypeReference<TreeMap<String, Long>>() {});
        } catch (JacksonException | IllegalArgumentException _) {
            throw RefusedException.input(
                    "cursor is \"%s\", which is none of ours; take the one of the answer before, or none."
                            .formatted(text));
        }
    }
}
